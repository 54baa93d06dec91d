"""Regions of numbers on sheets that nobody knows: where they stand, what their lines are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from syditval.aggregates import Lattice
from syditval.model.amounts import Figure
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from syditval.recognition.amount_text import is_nil
from syditval.recognition.grid import Grid
from syditval.recognition.numbers import Place, figures_of, numbers_on

# A name is cut to this many characters where lines are compared by name.
_LONGEST_NAME = 80
# What stands in for a figure that is not given ("x", "..", "n/a") is no longer than this.
_LONGEST_MARK = 8
# A row begins the figures of a sheet when it holds so many of them.
_FIGURES_OF_A_LINE = 2


@dataclass(frozen=True, slots=True)
class NumberSheet:
    """A sheet that holds numbers: the grid, and its figures as the search for aggregates sees them.

    ``percentages`` are the places whose figures are in per cent.
    """

    grid: Grid
    lattice: Lattice
    percentages: frozenset[Place]


def number_sheets(workbook: Workbook) -> Iterator[NumberSheet]:
    """The sheets of a workbook that hold numbers, each with its figures."""
    for sheet in workbook.sheets:
        if sheet.cells:
            grid = Grid(sheet)
            numbers = numbers_on(grid)
            if numbers:
                percentages = frozenset(place for place, number in numbers.items() if number.percent)
                yield NumberSheet(grid, _lattice(grid, figures_of(grid, numbers)), percentages)


def _lattice(grid: Grid, figures: Mapping[Place, Figure]) -> Lattice:
    rows = sorted({row for row, _ in figures})
    columns = sorted({column for _, column in figures})
    return Lattice(
        rows=rows,
        columns=columns,
        figures=figures,
        row_names={row: _row_name(grid, row, figures) for row in rows},
        column_names=_column_names(grid, figures, columns),
        stressed=_stressed(grid.sheet, rows),
        withheld=_withheld(grid, figures, rows, columns),
    )


def _row_name(grid: Grid, row: int, figures: Mapping[Place, Figure]) -> str:
    cells = sorted(grid.by_row.get(row, {}).items())
    texts = (cell.text.strip() for column, cell in cells if (row, column) not in figures and cell.text)
    return " ".join(" ".join(texts).split())[:_LONGEST_NAME]


def _column_names(grid: Grid, figures: Mapping[Place, Figure], columns: list[int]) -> dict[int, str]:
    """What stands above the first row of figures, in each column."""
    counts: dict[int, int] = {}
    for row, _ in figures:
        counts[row] = counts.get(row, 0) + 1
    many = [row for row, count in counts.items() if count >= _FIGURES_OF_A_LINE]
    first = min(many or counts)
    above = [row for row in grid.rows if row < first]
    names: dict[int, str] = {}
    for column in columns:
        parts = (grid.heading(row, column) for row in above if (row, column) not in figures)
        names[column] = " ".join(" ".join(part for part in parts if part).split())[-_LONGEST_NAME:]
    return names


def _stressed(sheet: Sheet, rows: list[int]) -> frozenset[int]:
    """Rows whose first cell is bold where most rows are not."""
    bold = {row for (row, _), emphasis in sheet.emphasis.items() if emphasis.bold}
    marked = bold & set(rows)
    return frozenset(marked) if 2 * len(marked) < len(rows) else frozenset()


def _is_mark(cell: Cell) -> bool:
    return (
        cell.kind is CellKind.TEXT and 0 < len(cell.text.strip()) <= _LONGEST_MARK and not is_nil(cell.text)
    )


def _withheld(
    grid: Grid, figures: Mapping[Place, Figure], rows: list[int], columns: list[int]
) -> frozenset[Place]:
    """Places among the figures that hold a mark, an error value or a formula without a result."""
    inside = set(columns)
    filled = {column: sum((row, column) in figures for row in rows) for column in columns}
    marks: set[Place] = set()
    for row in rows:
        for column, cell in grid.by_row[row].items():
            if column not in inside or (row, column) in figures:
                continue
            if cell.kind in (CellKind.ERROR, CellKind.NOT_CALCULATED):
                marks.add((row, column))
            elif 2 * filled[column] > len(rows) and _is_mark(cell):
                marks.add((row, column))
    return frozenset(marks)
