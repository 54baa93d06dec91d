"""The review sheet as text, for tests to read: a line a row, entries set off by bars, links in brackets."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.annotation.review_entries import Entry, Row


def as_text(rows: Iterable[Row]) -> str:
    """Rows as text; what is empty is left out."""
    return "\n".join(" | ".join(_shown(entry) for entry in row.values() if entry.value != "") for row in rows)


def _shown(entry: Entry) -> str:
    return f"{entry.value} [{entry.link}]" if entry.link else str(entry.value)
