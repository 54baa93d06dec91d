"""Markdown as a reader of it takes it: with tables, raw HTML and struck-out text."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What we write ourselves: it breaks a line in a cell, or breaks off a mention, and is never shown.
OURS = ("<br>", "<!-- -->")


def blocks(markdown: str) -> list[str]:
    """What a text is made of, block by block: ``h1``, ``p``, ``td``, ..."""
    return [token.tag for token in READER.parse(markdown) if token.nesting >= 0 and token.tag]


def inlines(markdown: str) -> list[Token]:
    """What stands within the blocks."""
    return [part for token in READER.parse(markdown) for part in token.children or ()]


def plain(parts: Sequence[Token]) -> str:
    """The text that is shown. Raises ValueError for whatever is markup and not ours."""
    for part in parts:
        if part.type != "text" and part.content not in OURS:
            raise ValueError(f"{part.type}: {part.content or part.tag}")
    return "".join(part.content for part in parts if part.type == "text")


def tables(markdown: str) -> list[list[list[str]]]:
    """The rows of every table, each with the text of its cells."""
    found: list[list[list[str]]] = []
    opening = ""
    for token in READER.parse(markdown):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif opening in ("th_open", "td_open"):
            found[-1][-1].append(plain(token.children or ()))
        opening = token.type
    return found
