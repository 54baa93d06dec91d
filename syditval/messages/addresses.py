"""Addresses of many cells in few words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from syditval.messages.brevity import first_few, runs
from syditval.model.cells import CellRef, column_letters, quoted_sheet


def folded(cells: Iterable[CellRef]) -> list[str]:
    """Addresses without their sheet, neighbours of one column or of one row as a range: ``B5:B9``, ``B12``.

    Columns come before rows: cells that have no neighbour above or below are joined along their row.
    """
    places = sorted({(cell.column, cell.row) for cell in cells})
    found: list[tuple[int, int, str]] = []
    alone: list[tuple[int, int]] = []
    for column, group in groupby(places, key=lambda place: place[0]):
        for first, last in runs(row for _, row in group):
            if first == last:
                alone.append((first, column))
            else:
                found.append((column, first, f"{_a1(first, column)}:{_a1(last, column)}"))
    for row, group in groupby(sorted(alone), key=lambda place: place[0]):
        for first, last in runs(column for _, column in group):
            ends = dict.fromkeys((_a1(row, first), _a1(row, last)))
            found.append((first, row, ":".join(ends)))
    return [address for *_, address in sorted(found)]


def on_sheet(cells: Iterable[CellRef]) -> str:
    """The first few folded addresses of cells of one sheet, with that sheet: ``Drift!B5:B9, B12``."""
    cells = list(cells)
    return f"{quoted_sheet(cells[0].sheet)}!{first_few(folded(cells))}"


def _a1(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"
