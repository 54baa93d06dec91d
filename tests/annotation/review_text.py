"""The review sheet as text, for tests to read: a line a row, entries set off by bars, links in brackets."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.annotation.review_columns import WIDTHS
from syditval.annotation.review_entries import Entry, Row


def as_text(rows: Iterable[Row]) -> str:
    """The visible columns of rows as text; what is empty is left out."""
    return "\n".join(
        " | ".join(_shown(row[name]) for name in WIDTHS if name in row and row[name].value != "")
        for row in rows
    )


def _shown(entry: Entry) -> str:
    return f"{entry.value} [{entry.link}]" if entry.link else str(entry.value)
