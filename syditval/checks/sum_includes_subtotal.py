"""H302: a sum that adds a subtotal besides the lines that the subtotal adds up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import chain
from operator import itemgetter

from syditval.checks.audit import Audit, Span, Summed, amount_of
from syditval.checks.defects import Defect, area_written
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.messages.brevity import excerpt
from syditval.model.cells import CellRef
from syditval.model.finding import Field
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H302",
    name="sum-includes-subtotal",
    severity=Severity.ERROR,
    bad="""
Nämnd            | Utfall
Kultur           | 10
Fritid           | 20
Summa fritid     | =SUM(B2:B3) -> 30
Teknik           | 40
Totalt           | =SUM(B2:B5) -> 100
""",
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The sums that hold a total of their own range, which they do not take away again."""
    search = _Search(audit)
    for each in audit.sums:
        twice = search.twice(each) if each.form.added else None
        if twice is not None:
            fields: dict[str, Field] = {
                "range": area_written(each.spot.area),
                "subtotal": twice.a1,
                "line": excerpt(audit.labels.of(twice)),
                "amount": amount_of(audit.book.cell(twice)),
            }
            way = (twice.row - each.home.row, twice.column - each.home.column)
            yield Defect((each.home,), (each.form.key, way), fields, (twice,))


class _Search:
    """Finds in a sum's range a total of cells that lie in the range too."""

    def __init__(self, audit: Audit) -> None:
        self._audit = audit
        self._down = _by_line(audit.totals.down)
        self._across = _by_line(audit.totals.across)

    def twice(self, summed: Summed) -> CellRef | None:
        """The first cell that is added beside its own parts, or None."""
        area, sheet = summed.spot.area, summed.spot.formulas.sheet
        rows, columns = (area.top, area.bottom), (area.left, area.right)
        down = _whole(self._down.get(sheet.name), columns, rows)
        across = _whole(self._across.get(sheet.name), rows, columns)
        found = chain(
            (sheet.ref(row, column) for column, row in down),
            (sheet.ref(row, column) for row, column in across),
        )
        others = (cell for cell in found if cell != summed.home)
        return next((cell for cell in others if self._is_counted(summed, cell)), None)

    def _is_counted(self, summed: Summed, cell: CellRef) -> bool:
        """Whether a sum adds a cell, and neither takes it away again nor passes over it as a SUBTOTAL."""
        if summed.function == "SUBTOTAL" and any(
            function == "SUBTOTAL" for function, _ in self._audit.book.form(cell).sums
        ):
            return False
        spots = self._audit.book.spots(summed.form.references, summed.home)
        reads = sum(
            spot.formulas is summed.spot.formulas and spot.area.holds(cell.row, cell.column) for spot in spots
        )
        return reads == 1


# The totals on each row or in each column of a sheet, in order, with what they add up.
_Lines = dict[int, list[tuple[int, list[Span]]]]


def _by_line(totals: Mapping[tuple[str, int], Mapping[int, list[Span]]]) -> dict[str, _Lines]:
    found: dict[str, _Lines] = {}
    for (sheet, line), places in sorted(totals.items()):
        found.setdefault(sheet, {})[line] = sorted(places.items())
    return found


def _whole(totals: _Lines | None, lines: Span, places: Span) -> Iterator[tuple[int, int]]:
    """The totals on some lines whose own place and parts lie between two places, by line and place."""
    if totals is None or places[0] == places[1]:
        return
    numbers = list(totals) if lines[0] != lines[1] else [number for number in lines[:1] if number in totals]
    for number in numbers[bisect_left(numbers, lines[0]) : bisect_right(numbers, lines[1])]:
        found = totals[number]
        first = bisect_left(found, places[0], key=itemgetter(0))
        for place, spans in found[first : bisect_right(found, places[1], key=itemgetter(0))]:
            if all(places[0] <= start and end <= places[1] for start, end in spans):
                yield number, place
