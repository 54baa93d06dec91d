"""The tables of a screen as text: a line a row, its cells apart."""

from __future__ import annotations

from tests.reports.html_reader import named


def table_rows(page: str) -> list[str]:
    """Every row of every table: ``april | 43 306 | 2 fel``."""
    rows: list[list[str]] = []
    for each in named(page, "tr", "th", "td"):
        if each.name == "tr":
            rows.append([])
        else:
            rows[-1].append(" ".join(each.text.split()))
    return [" | ".join(row) for row in rows]
