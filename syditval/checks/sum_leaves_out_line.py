"""H301: a sum whose range ends before the last of the lines, or begins after the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from syditval.checks.audit import Audit, Summed, amount_of
from syditval.checks.defects import Defect, area_written
from syditval.checks.labels import names_total, stands_apart
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.checks.summed_rows import SummedRows
from syditval.messages.brevity import excerpt
from syditval.model.cells import Area, Cell, CellKind
from syditval.model.finding import Field
from syditval.model.rule import RuleInfo, Severity

# A line between the range and its total belongs to the total, and to nothing else that the sheet shows:
# an error. One beyond the other end is a warning, since it may stand apart for a reason.
RULE = RuleInfo(
    code="H301",
    name="sum-leaves-out-line",
    severity=Severity.ERROR,
    bad=FORMULA_TABLE.replace(
        "Summa ", "Räntor            | 0                | 0                | 0                |\nSumma "
    ),
    good=FORMULA_TABLE,
)

_YEARS = range(1900, 2101)
_WHOLE_COLUMN = 1_048_575
# A total farther from its range is the total of something else.
_WIDEST_GAP = 50


def audits(audit: Audit) -> Iterator[Defect]:
    """The sums down a column that leave out a number right beside their range."""
    taken = SummedRows(audit) if audit.sums else None
    for each in audit.sums:
        area = each.spot.area
        if (
            taken
            and each.form.added
            and area.left == area.right
            and 0 < area.bottom - area.top < _WHOLE_COLUMN
        ):
            yield from _Ends(audit, each, taken).defects()


class _Ends:
    """What lies beyond the two ends of one sum's range."""

    def __init__(self, audit: Audit, summed: Summed, taken: SummedRows) -> None:
        self._audit, self._summed, self._taken = audit, summed, taken
        self._area = summed.spot.area
        self._sheet = summed.spot.formulas.sheet
        self._column = self._area.left
        self._read = audit.book.spots(summed.form.references, summed.home)

    def defects(self) -> Iterator[Defect]:
        between = self._between()
        if between:
            yield self._defect(between, None)
        for row, end in ((self._area.bottom + 1, self._area.bottom), (self._area.top - 1, self._area.top)):
            if row not in between and self._is_line(row, end) and self._belongs(row, end):
                yield self._defect([row], Severity.WARNING)

    def _between(self) -> Sequence[int]:
        """The lines between the range and the total, where there is nothing else between them."""
        home = self._summed.home
        if (home.sheet, home.column) != (self._sheet.name, self._column):
            return ()
        is_below = home.row > self._area.bottom
        end, step = (self._area.bottom, 1) if is_below else (self._area.top, -1)
        height = self._area.bottom - self._area.top + 1
        gap = range(end + step, home.row, step)
        if len(gap) > min(2 * height, _WIDEST_GAP):
            return ()
        lines = list(takewhile(lambda row: self._is_line(row, end), gap))
        is_all = all((row, self._column) not in self._sheet.cells for row in gap[len(lines) :])
        is_free = not any(self._taken.borders(self._sheet.name, row, self._column) for row in lines)
        return sorted(lines) if is_all and is_free and len(lines) <= height else ()

    def _is_line(self, row: int, end: int) -> bool:
        """Whether the cell in a row could be one more of the numbers that end at row ``end``."""
        cell, place = self._sheet.cells.get((row, self._column)), (row, self._column)
        ref = self._sheet.ref(*place)
        if cell is None or cell.kind is not CellKind.NUMBER or ref == self._summed.home:
            return False
        label = self._audit.labels.of(ref)
        is_read = any(spot.formulas.sheet is self._sheet and spot.area.holds(*place) for spot in self._read)
        return not (
            is_read
            or names_total(label)
            or stands_apart(label)
            or self._audit.totals.is_down(self._sheet.name, place)
            or _is_share(cell) != _is_share(self._sheet.cells.get((end, self._column)))
        )

    def _belongs(self, row: int, end: int) -> bool:
        """Whether a number beyond the range looks like one of its lines, and no other sum has it."""
        place, last = self._sheet.ref(row, self._column), self._sheet.ref(end, self._column)
        cell, beside = self._sheet.cells[row, self._column], self._sheet.cells.get((end, self._column))
        labels = self._audit.labels
        column = labels.column_of(place)
        is_alike = beside is not None and cell.number_format == beside.number_format
        is_labelled = column > 0 and column == labels.column_of(last)
        # Years, months and account numbers head columns; above a line there is something, a heading at least.
        is_heading = cell.value in _YEARS or (row < end and (row - 1, self._column) not in self._sheet.cells)
        position = (self._sheet.name, row, self._column)
        is_free = not (self._taken.holds(*position) or self._taken.borders(*position))
        return is_alike and is_labelled and is_free and not is_heading

    def _defect(self, rows: Sequence[int], severity: Severity | None) -> Defect:
        first = self._sheet.ref(rows[0], self._column)
        home = self._summed.home
        left_out = Area(rows[0], self._column, rows[-1], self._column)
        fields: dict[str, Field] = {
            "range": area_written(self._area),
            "left_out": area_written(left_out),
            "line": excerpt(self._audit.labels.of(first)),
            "amount": amount_of(self._audit.book.cell(first)),
        }
        related = tuple(self._sheet.ref(row, self._column) for row in rows)
        likeness = (self._summed.form.key, rows[0] - home.row, len(rows))
        return Defect((home,), likeness, fields, related, severity)


def _is_share(cell: Cell | None) -> bool:
    return cell is not None and "%" in cell.number_format
