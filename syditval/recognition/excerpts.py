"""What stands around the figures of tables that something is said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from syditval.messages.amounts import written
from syditval.model.cells import Cell, CellKind, CellRef, Sheet, Workbook
from syditval.model.excerpt import Excerpt
from syditval.model.table import RowRole, Table

# A table of so many rows is given whole.
MOST_ROWS = 60
# So many rows are given above and below one that something is said of.
AROUND = 3


def excerpts(workbook: Workbook, tables: Sequence[Table], cells: Iterable[CellRef]) -> Iterator[Excerpt]:
    """For each table that one of the cells lies in, the rows around these and what stands in them."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    told: dict[str, set[tuple[int, int]]] = {}
    for cell in cells:
        told.setdefault(cell.sheet, set()).add((cell.row, cell.column))
    for table in tables:
        rows = {row for row, column in told.get(table.sheet, ()) if table.area.holds(row, column)}
        if rows:
            yield _excerpt(table, sheets[table.sheet], rows)


def _excerpt(table: Table, sheet: Sheet, told: set[int]) -> Excerpt:
    area = table.area
    rows = list(range(area.top, area.bottom + 1))
    if len(rows) > MOST_ROWS:
        rows = sorted(_kept(table, told))
    figures = {(figure.cell.row, figure.cell.column) for figure in table.figures.values()}
    texts = {
        (row, column): shown(sheet.cells[row, column])
        for row in rows
        for column in range(area.left, area.right + 1)
        if (row, column) in sheet.cells and (row, column) not in figures
    }
    return Excerpt(table.id, tuple(rows), texts)


def _kept(table: Table, told: set[int]) -> set[int]:
    """The headings, the totals, and what lies around the rows that something is said of."""
    area = table.area
    first = min((row.number for row in table.rows), default=area.top)
    kept = {*range(area.top, first), *(row.number for row in table.rows_with(RowRole.TOTAL))}
    for row in told:
        kept |= set(range(max(area.top, row - AROUND), min(area.bottom, row + AROUND) + 1))
    return kept


def shown(cell: Cell) -> str:
    """What a cell holds, as a text to show: a number as it is written, a formula by its result."""
    if cell.kind is CellKind.NOT_CALCULATED:
        return cell.formula or ""
    return written(cell.value) if isinstance(cell.value, Decimal) else cell.text or str(cell.value)
