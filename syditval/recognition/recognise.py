"""A workbook to its tables, and to what belongs to none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syditval.model.cells import CellRef, Workbook
from syditval.model.kind import TableKind
from syditval.model.table import Table
from syditval.recognition.figures import is_number
from syditval.recognition.grid import Grid
from syditval.recognition.tables import tables_on


@dataclass(frozen=True, slots=True)
class Recognition:
    """The tables of a workbook, and every number that stands in none of them."""

    tables: tuple[Table, ...]
    outside: tuple[CellRef, ...]


def recognise(workbook: Workbook, kinds: Sequence[TableKind]) -> Recognition:
    """Every table of every kind on every sheet. Ids are the kind's name, numbered from the second on."""
    tables: list[Table] = []
    outside: list[CellRef] = []
    for sheet in workbook.sheets:
        grid = Grid(sheet)
        found = list(tables_on(grid, kinds)) if sheet.cells else []
        outside += _outside(grid, found)
        tables += found
    return Recognition(tuple(_with_ids(tables)), tuple(outside))


def _with_ids(tables: Sequence[Table]) -> Iterator[Table]:
    seen: Counter[str] = Counter()
    for table in tables:
        seen[table.kind] += 1
        number = seen[table.kind]
        yield replace(table, id=table.kind if number == 1 else f"{table.kind}-{number}")


def _outside(grid: Grid, tables: Sequence[Table]) -> Iterator[CellRef]:
    for (row, column), cell in sorted(grid.sheet.cells.items()):
        if not any(table.area.holds(row, column) for table in tables) and is_number(cell):
            yield grid.sheet.ref(row, column)
