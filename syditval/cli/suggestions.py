"""What a shell may complete a word to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from syditval.cli.words import language
from syditval.messages import texts

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def suggested(meanings: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    """Those of some words, each with its meaning, that an incomplete one may become."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(word, help=meaning) for word, meaning in meanings if word.startswith(incomplete)]


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell's own names of files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def codes(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of rules and refusals with their titles, from the catalogue alone: rules are heavy."""
    titled = ((code, parts["title"]) for code, parts in texts(language()).entries.items() if "title" in parts)
    return suggested(sorted(titled), incomplete.upper())


def kinds(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The kinds of table, with those of the folder that the call names so far."""
    from syditval.kinds import load_kinds
    from syditval.strict_toml import TomlMistakes

    try:
        found = load_kinds(context.params.get("schemas"))
    except TomlMistakes:
        return []
    return suggested(((kind.name, ", ".join(kind.titles)) for kind in found), incomplete)
