"""A table as recognised: one logical table of a known kind, somewhere on a sheet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from syditval.model.amounts import Figure, Unit
from syditval.model.cells import Area, CellRef, quoted_sheet


class ColumnType(StrEnum):
    """What a column holds."""

    LABEL = "label"
    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    TEXT = "text"


# The kind of a table that no schema describes: a region of figures on a sheet.
REGION = "region"

FIGURE_TYPES = (ColumnType.AMOUNT, ColumnType.PERCENT, ColumnType.COUNT)


class RowRole(StrEnum):
    """What a row is in the table's arithmetic. A section is a heading among the lines, without figures."""

    DETAIL = "detail"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    OF_WHICH = "of-which"
    SECTION = "section"


FIGURE_ROWS = (RowRole.DETAIL, RowRole.OF_WHICH, RowRole.SUBTOTAL, RowRole.TOTAL)


class SignConvention(StrEnum):
    """How revenue and cost are signed, read from the figures."""

    REVENUE_NEGATIVE = "revenue -, cost +"
    REVENUE_POSITIVE = "revenue +, cost -"
    UNSIGNED = "revenue +, cost +"
    OUTLAY_POSITIVE = "outlay +"
    OUTLAY_NEGATIVE = "outlay -"
    UNDETERMINED = "not determined"


class Basis(StrEnum):
    """Why a difference column is believed to be minuend - subtrahend."""

    FIGURES = "figures"
    HEADER = "header"
    NEAREST = "nearest columns"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Column:
    """One recognised column. ``step`` is the column's habit: the last place its figures are written to."""

    role: str
    type: ColumnType
    header: str
    column: int
    step: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. ``key`` names it symbolically (section and label), the same next month."""

    number: int
    role: RowRole
    label: str
    key: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a difference column is computed here: ``minuend - subtrahend``, by column role.

    ``hits`` of ``rows`` lines agree within rounding; both are 0 where no line could tell. On
    ``reversed_rows``, by number, minuend and subtrahend change places: where neither revenue nor
    cost has a sign, the difference may run the other way on revenue.
    """

    target: str
    minuend: str
    subtrahend: str
    basis: Basis
    hits: int = 0
    rows: int = 0
    reversed_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RowSum:
    """A row that should be the sum of others, all by their numbers: those above it, below it, or both."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One logical table.

    ``figures`` maps (row number, column role) to the figure there, for every figure column and
    every row that is a detail, subtotal, total or of-which row; in a region, where a number stands.
    ``total_weights`` gives the weight
    with which a detail row, by its number, enters the total where that is not +1: -1 for revenue or
    for cost where neither has a sign, 0 for lines that a total of the last section leaves out.
    ``undetermined`` lists difference columns whose formula neither the figures nor the headers
    settle. ``unit_source`` is the address the unit was read from, or "kind". ``extra_columns`` are
    columns inside the table that its kind does not name, with ``extra_figures`` numbers in them.
    ``sums`` say which rows each total and subtotal is of, and which lines are of all their of-which rows.
    """

    id: str
    kind: str
    sheet: str
    area: Area
    title: str
    unit: Unit
    unit_source: str
    period: str
    sign: SignConvention
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    figures: Mapping[tuple[int, str], Figure]
    differences: tuple[Difference, ...] = ()
    undetermined: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra_columns: tuple[Column, ...] = ()
    total_weights: Mapping[int, int] = field(default_factory=dict)
    sums: tuple[RowSum, ...] = ()
    extra_figures: int = 0

    @property
    def range(self) -> str:
        """Where the table stands, with its sheet: ``Drift!A4:E15``."""
        return f"{quoted_sheet(self.sheet)}!{self.area.a1}"

    @property
    def figure_columns(self) -> tuple[Column, ...]:
        """The columns that hold figures, left to right."""
        return tuple(column for column in self.columns if column.type in FIGURE_TYPES)

    @property
    def undetermined_columns(self) -> tuple[Column, ...]:
        """The difference columns whose formula could not be determined, left to right."""
        return tuple(column for column in self.columns if column.role in self.undetermined)

    def column(self, role: str) -> Column | None:
        """The column with a role, or None."""
        return next((column for column in self.columns if column.role == role), None)

    def rows_with(self, *roles: RowRole) -> tuple[Row, ...]:
        """The rows with any of the given roles, top to bottom."""
        return tuple(row for row in self.rows if row.role in roles)

    def figure(self, row: Row, role: str) -> Figure:
        """The figure of a row in the column with a role. Raises KeyError where there is none."""
        return self.figures[(row.number, role)]

    def row_at(self, cell: CellRef) -> Row | None:
        """The row that a cell lies in, or None."""
        if cell.source or cell.sheet != self.sheet:
            return None
        # A region may have thousands of rows, and every finding asks.
        place = bisect_left(self.rows, cell.row, key=attrgetter("number"))
        row = next(iter(self.rows[place : place + 1]), None)
        return row if row is not None and row.number == cell.row else None

    def line_name(self, cell: CellRef, *, is_down: bool) -> str:
        """What the row of a cell is called in a relation down a column, its column in one along a row."""
        row, column = (self.row_at(cell), None) if is_down else (None, self.column_at(cell))
        return row.label if row else column.header if column else ""

    def column_at(self, cell: CellRef) -> Column | None:
        """The recognised column that a cell lies in, or None."""
        if cell.source or cell.sheet != self.sheet:
            return None
        return next((column for column in self.columns if column.column == cell.column), None)
