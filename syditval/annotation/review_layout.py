"""How wide the columns of the review sheet are, and how high its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from syditval.annotation.review_columns import WIDTHS
from syditval.annotation.review_entries import Entry, Row
from syditval.patching.line_count import line_count

LINE_HEIGHT = 15
# The most points that a row can be high.
_MOST_HEIGHT = 409
# Columns of what should not be broken, and the most that such a text may widen its column to.
_UNBROKEN = ("ref", "code", "cell", "unit", "status")
_WIDEST = 22
# What this column is widened to where anything stands in it.
_EARLIER = 24


def widths(rows: Iterable[Row]) -> dict[str, int]:
    """The width of each visible column, in digits: every number is seen whole, most addresses on one line."""
    found = dict(WIDTHS)
    for row in rows:
        for column, entry in row.items():
            if entry.value != "" and entry.look.line and not entry.look.bold and column in found:
                found[column] = max(found[column], _needed(column, entry))
    return found


def height(row: Row, columns: Mapping[str, int]) -> int:
    """The points that a row takes so that its texts are seen, as far as rows go."""
    points = (_points(entry, columns[column]) for column, entry in row.items() if column in columns)
    return min(max(points, default=LINE_HEIGHT), _MOST_HEIGHT)


def _needed(column: str, entry: Entry) -> int:
    if not isinstance(entry.value, str):
        # Room for a sign, and for a margin.
        return len(f"{Decimal(entry.value):,f}") + 2
    if column == "earlier":
        return _EARLIER
    return min(len(entry.value) + 1, _WIDEST) if column in _UNBROKEN else 0


def _points(entry: Entry, width: int) -> int:
    if entry.look.size:
        return entry.look.size * 3 // 2
    if not entry.look.wrap or not isinstance(entry.value, str):
        return LINE_HEIGHT
    # A width counts digits: common letters are narrower, bold ones are not.
    letters = width if entry.look.bold else width * 10 // 9 - 1
    return LINE_HEIGHT * _line_count(entry.value, letters)


# Rules and labels are the same in many rows.
_line_count = lru_cache(1024)(line_count)
