"""How many lines a text takes, as far as that can be told without its font."""

from __future__ import annotations

from textwrap import wrap


def line_count(text: str, width: int) -> int:
    """The lines of a text that is broken at blanks where it is wider than ``width`` characters."""
    return sum(len(wrap(line, width)) if len(line) > width else 1 for line in text.split("\n"))
