"""Texts of the catalogue as they are before anything has happened: with names in place of values."""

from __future__ import annotations

from string import Formatter

from syditval.messages.catalogue import Texts

SECTION = "placeholder"


def with_placeholders(text: str, words: Texts) -> str:
    """A text with the name of each field in capitals, such as ``FILE is empty``."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    return text.format_map({name: _placeholder(name, words) for name in names})


def _placeholder(name: str, words: Texts) -> str:
    return words.get(SECTION, name) if words.has(SECTION, name) else name.upper()
