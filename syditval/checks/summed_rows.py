"""Which rows of each column some sum or other takes up."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from syditval.checks.audit import Audit, Span

_Key = tuple[str, int]


class SummedRows:
    """The ranges of two rows or more that are summed, and the cells that are added one by one."""

    def __init__(self, audit: Audit) -> None:
        self._audit = audit
        spans: defaultdict[_Key, set[Span]] = defaultdict(set)
        for each in audit.sums:
            area = each.spot.area
            if area.top < area.bottom:
                for number, _ in each.spot.formulas.columns.of(area):
                    spans[each.spot.formulas.sheet.name, number].add((area.top, area.bottom))
        self._tops = {key: {first for first, _ in found} for key, found in spans.items()}
        self._bottoms = {key: {last for _, last in found} for key, found in spans.items()}
        self._merged = {key: _merged(found) for key, found in spans.items()}
        self._single = {
            key: {first for added in totals.values() for first, last in added if first == last}
            for key, totals in audit.totals.down.items()
        }

    def holds(self, sheet: str, row: int, column: int) -> bool:
        """Whether any range takes up a cell."""
        spans = self._merged.get((sheet, column), [])
        place = bisect_right(spans, (row, row + 1_048_576)) - 1
        return place >= 0 and spans[place][1] >= row

    def borders(self, sheet: str, row: int, column: int) -> bool:
        """Whether a range begins or ends at a cell, or the cell is added by itself in its own column."""
        key = sheet, column
        return any(row in rows.get(key, ()) for rows in (self._tops, self._bottoms, self._single))


def _merged(spans: set[Span]) -> list[Span]:
    """Spans that overlap as one."""
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
