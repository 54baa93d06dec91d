"""A table beside the same table of an earlier month, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from syditval.checks.conversion import Conversion
from syditval.checks.month_lines import Lines
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.kind import LABEL_ROLE, OUTCOMES
from syditval.model.relation import Form, Relation, Term
from syditval.model.table import FIGURE_ROWS, Row, RowRole, Table

LINES = (RowRole.DETAIL, RowRole.OF_WHICH)
_TOTALS = (RowRole.TOTAL, RowRole.SUBTOTAL)

# A figure of now with one of then.
Two = tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class MonthPair:
    """``table`` of now and ``before`` of an earlier month, with the lines that they have in common.

    ``decision`` is what was decided that changes the year's budget, empty for nothing.
    """

    table: Table
    before: Table
    conversion: Conversion
    lines: Lines
    decision: str = ""

    def has(self, role: str) -> bool:
        """Whether both tables have a column."""
        return all(table.column(role) is not None for table in (self.table, self.before))

    def figures(self, role: str, then: str = "", rows: tuple[RowRole, ...] = FIGURE_ROWS) -> Iterator[Two]:
        """The figures of a column on each common line of some roles, with those of then.

        ``then`` is the earlier column's role where that is another. Lines on which both are blank are left
        out: there is nothing to be compared.
        """
        for row, old in self.lines.common:
            if row.role in rows:
                now = self.table.figure(row, role)
                before = self.conversion.of(self.before.figure(old, then or role))
                if any(figure.state is not FigureState.BLANK for figure in (now, before)):
                    yield now, before

    def change(self, two: Two) -> Decimal | None:
        """By how much a figure of now differs from the one of then; None where either cannot be read."""
        now, then = two
        return now.amount - self.conversion.turn * then.amount if now.readable and then.readable else None

    def relation(self, rule: str, form: Form, two: Two) -> Relation:
        """A figure of now held against the one of then.

        A total that is added up from rounded lines in one month, and was rounded itself in the other, is
        as far from that as its lines may bring about.
        """
        now, then = two
        row = self.table.row_at(now.cell)
        on_total = row is not None and row.role in _TOTALS
        if on_total and (now.formula is None) is not (then.formula is None):
            now, then = (self._added_up(figure) for figure in two)
        term = Term(self.conversion.turn, then)
        return Relation(rule, form, self.table.id, now, (term,), on_total=on_total)

    def _added_up(self, figure: Figure) -> Figure:
        """A total with as many roundings behind it as it has lines, where it is a live formula."""
        if figure.formula is None:
            return figure
        return replace(figure, roundings=max(1, sum(row.role in LINES for row, _ in self.lines.common)))

    def label_of(self, row: Row) -> CellRef:
        """The cell of then in which an earlier line's name stands."""
        return replace(label_cell(self.before, row.number), source=self.conversion.source)


def outcome(table: Table) -> str:
    """The role of the column with what has happened up to now, empty where a table has none."""
    return next((role for role in OUTCOMES if table.column(role) is not None), "")


def heading(table: Table, role: str) -> CellRef:
    """The cell of a column's heading; that of the table's corner for a column that it lacks."""
    column = table.column(role)
    return CellRef(table.sheet, table.area.top, column.column if column else table.area.left)


def label_cell(table: Table, row: int) -> CellRef:
    """The cell in which the name of a row stands."""
    return replace(heading(table, LABEL_ROLE), row=row)
