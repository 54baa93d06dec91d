"""Tables as in the sheet around the cells that something is said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from syditval.messages import Texts
from syditval.model.cause import Cause, NotLocalised
from syditval.model.cells import CellRef, column_letters
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reports.html_layout import Layout, laid_out
from syditval.reports.html_marks import Mark, Marked, marks_of_cause, marks_of_findings

# So many columns have room on a sheet of paper that stands upright.
MOST_UPRIGHT = 9


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a cell, whether it is a figure, how it is marked and what it should hold instead."""

    text: str
    is_figure: bool
    marked: Marked | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with its number; one without a number stands for rows that are left out, a None for columns."""

    number: int | None
    cells: tuple[GridCell | None, ...] = ()
    is_head: bool = False
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A part of a table, its column letters on top; ``marks`` are those that occur, strongest first."""

    table: Table
    letters: tuple[str | None, ...]
    rows: tuple[GridRow, ...]
    marks: tuple[Mark, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it needs a sheet of paper turned on its side."""
        return len(self.letters) > MOST_UPRIGHT


class Grids:
    """The grids of one report. Each table is laid out once, however much is said of it."""

    def __init__(self, report: Report, words: Texts) -> None:
        self._report = report
        self._words = words
        self._tables = {table.id: table for table in report.tables}
        self._excerpts = {excerpt.table: excerpt for excerpt in report.excerpts}
        self._layouts: dict[str, Layout] = {}

    def of_cause(self, cause: Cause) -> Grid | None:
        """The table around a cause, or None where that is not known."""
        findings = self._report.findings_of(cause.explains)
        return self._grid(self._tables.get(cause.table), marks_of_cause(cause, findings, self._words))

    def of_group(self, group: NotLocalised) -> Grid | None:
        """The table around findings that no cause was found for."""
        findings = self._report.findings_of(group.explains)
        return self._grid(self._tables.get(group.table), marks_of_findings(findings))

    def of_finding(self, finding: Finding) -> Grid | None:
        """The table around a finding, or None where it stands outside every table."""
        table = self._tables.get(finding.table) or self._table_at(finding.cell)
        return self._grid(table, marks_of_findings([finding]))

    def _table_at(self, cell: CellRef | None) -> Table | None:
        if cell is None:
            return None
        tables = (table for table in self._tables.values() if table.sheet == cell.sheet)
        return next((table for table in tables if table.area.holds(cell.row, cell.column)), None)

    def _grid(self, table: Table | None, marks: Mapping[CellRef, Marked]) -> Grid | None:
        if table is None:
            return None
        inside = {
            (cell.row, cell.column): marked
            for cell, marked in marks.items()
            if not cell.source and cell.sheet == table.sheet and table.area.holds(cell.row, cell.column)
        }
        if all(marked.mark is Mark.RELATED for marked in inside.values()):
            return None
        return _drawn(self._layout(table), inside)

    def _layout(self, table: Table) -> Layout:
        if table.id not in self._layouts:
            self._layouts[table.id] = laid_out(table, self._excerpts.get(table.id))
        return self._layouts[table.id]


def _drawn(layout: Layout, marks: Mapping[tuple[int, int], Marked]) -> Grid:
    strong = [place for place, marked in marks.items() if marked.mark is not Mark.RELATED]
    rows = layout.rows.shown({row for row, _ in strong}, {row for row, _ in marks})
    columns = layout.columns.shown({column for _, column in strong}, {column for _, column in marks})
    used = {marked.mark for marked in marks.values()}
    return Grid(
        layout.table,
        tuple(None if column is None else column_letters(column) for column in columns),
        tuple(_row(layout, row, columns, marks) for row in rows),
        tuple(mark for mark in Mark if mark in used),
    )


def _row(
    layout: Layout,
    row: int | None,
    columns: Sequence[int | None],
    marks: Mapping[tuple[int, int], Marked],
) -> GridRow:
    if row is None:
        return GridRow(None)
    cells = (
        GridCell(layout.text(row, column), (row, column) in layout.figures, marks.get((row, column)))
        if column is not None
        else None
        for column in columns
    )
    return GridRow(row, tuple(cells), row in layout.heads, row in layout.totals)
