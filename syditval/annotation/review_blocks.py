"""What the blocks of the review sheet have in common: a title, a head, a remark in place of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from syditval.annotation.review_columns import WIDTHS
from syditval.annotation.review_entries import HEADING, PLAIN, Entry, Row, head
from syditval.messages import Texts
from syditval.messages.names import named
from syditval.model.table import Table

SECTION = "annotation"

_ALIGNED = {
    **dict.fromkeys(("expected", "found", "difference", "bound"), "right"),
    **dict.fromkeys(("unit", "status"), "center"),
}


def title(block: str, words: Texts) -> Iterator[Row]:
    """A blank row and the title of a block."""
    yield from ({}, {"ref": Entry(words.get(SECTION, f"block_{block}"), HEADING)})


def head_texts(keys: Mapping[str, str], words: Texts) -> dict[str, str]:
    """What stands over which column, from the keys of the texts."""
    return {column: words.get(SECTION, f"head_{key}") for column, key in keys.items()}


def head_row(texts: Mapping[str, str], aligned: Mapping[str, str] | None = None) -> Row:
    """The head of a block, set like what stands below it; ``aligned`` says where that is not the usual."""
    sides = _ALIGNED | dict(aligned or {})
    return {column: head(texts.get(column, ""), sides.get(column, "")) for column in WIDTHS}


def remark(key: str, words: Texts) -> Row:
    """A sentence that stands where a block has no rows."""
    return {"severity": Entry(words.get(SECTION, key), PLAIN)}


def kind_name(table: Table, words: Texts) -> str:
    """What a kind of table is called: its own name where the catalogue knows no other."""
    name = named("kind", table.kind, words)
    return name[:1].upper() + name[1:]
