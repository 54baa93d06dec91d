"""Regions of numbers on sheets that nobody knows: where they stand, what their lines are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from syditval.aggregates import Lattice, does_not_add_up
from syditval.model.amounts import Figure
from syditval.model.cells import Cell, CellKind, Workbook
from syditval.recognition.amount_text import is_nil
from syditval.recognition.grid import Grid
from syditval.recognition.numbers import Place, figures_of, numbers_on

# A name is cut to this many characters where lines are compared by name.
_LONGEST_NAME = 80
# What stands in for a figure that is not given ("x", "..", "n/a") is no longer than this.
_LONGEST_MARK = 8
# A row of texts heads columns when it holds so many.
_TEXTS_OF_A_HEADING = 2


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
                yield NumberSheet(grid, _lattice(grid, figures_of(grid, numbers), percentages), percentages)


def _lattice(grid: Grid, figures: Mapping[Place, Figure], percentages: frozenset[Place]) -> Lattice:
    rows = sorted({row for row, _ in figures})
    columns = sorted({column for _, column in figures})
    heads = _headings(grid, figures, columns)
    names = {row: _row_name(grid, row, figures) for row in rows}
    return Lattice(
        rows=rows,
        columns=columns,
        figures=figures,
        row_names=names,
        column_names=_column_names(heads, columns),
        stressed=_stressed(grid, rows, names),
        indents=_indents(grid, rows),
        withheld=_withheld(grid, figures, rows, columns),
        shares=percentages | set(_shares(grid, figures, heads)),
        blocks=_blocks(rows, heads),
    )


def _row_name(grid: Grid, row: int, figures: Mapping[Place, Figure]) -> str:
    cells = sorted(grid.by_row.get(row, {}).items())
    texts = (cell.text.strip() for column, cell in cells if (row, column) not in figures and cell.text)
    return " ".join(" ".join(texts).split())[:_LONGEST_NAME]


def _headings(grid: Grid, figures: Mapping[Place, Figure], columns: list[int]) -> dict[int, dict[int, str]]:
    """The rows that head columns of figures, each with its texts by column.

    Such a row holds no figure and at least two texts above figures, or stands above all of them.
    """
    filled = {row for row, _ in figures}
    first = min(filled)
    heads: dict[int, dict[int, str]] = {}
    for row in grid.rows:
        texts = {column: text for column in columns if (text := grid.heading(row, column))}
        if row not in filled and (row < first or len(texts) >= _TEXTS_OF_A_HEADING):
            heads[row] = texts
    return heads


def _column_names(heads: Mapping[int, Mapping[int, str]], columns: list[int]) -> dict[int, str]:
    """What stands over each column, in all its headings; what is said twice is said once."""
    names: dict[int, str] = {}
    for column in columns:
        parts = dict.fromkeys(text for texts in heads.values() if (text := texts.get(column)))
        names[column] = " ".join(" ".join(parts).split())[-_LONGEST_NAME:]
    return names


def _blocks(rows: list[int], heads: Mapping[int, Mapping[int, str]]) -> list[list[int]]:
    """The rows of figures in groups, a new one behind every row of headings."""
    blocks: list[list[int]] = []
    for row in sorted({*rows, *heads}):
        if row in heads:
            blocks.append([])
        elif blocks:
            blocks[-1].append(row)
        else:
            blocks = [[row]]
    return [block for block in blocks if block]


def _shares(
    grid: Grid, figures: Mapping[Place, Figure], heads: Mapping[int, Mapping[int, str]]
) -> Iterator[Place]:
    """The figures that a row's name, or the heading nearest above, calls a percentage or an average."""
    current: dict[int, str] = {}
    above = 0
    for row in sorted({*heads, *(row for row, _ in figures)}):
        if row in heads:
            current = {**(current if row == above + 1 else {}), **heads[row]}
            above = row
            continue
        named = does_not_add_up(_row_name(grid, row, figures))
        for column in grid.by_row[row]:
            if (row, column) in figures and (named or does_not_add_up(current.get(column, ""))):
                yield row, column


def _stressed(grid: Grid, rows: list[int], names: Mapping[int, str]) -> frozenset[int]:
    """Rows in bold, under a line or in capitals, each where most rows are not."""
    emphasis = grid.sheet.emphasis
    bold = {row for (row, _), each in emphasis.items() if each.bold}
    overlined = {row for (row, _), each in emphasis.items() if each.top_border}
    overlined |= {row + 1 for (row, _), each in emphasis.items() if each.bottom_border}
    capitals = {row for row, name in names.items() if name.isupper()}
    marked = (set(rows) & each for each in (bold, overlined, capitals))
    return frozenset(row for each in marked if 2 * len(each) < len(rows) for row in each)


def _indents(grid: Grid, rows: list[int]) -> dict[int, int]:
    """How far the first text of each row is set in: by its style, or by blanks in front."""
    indents: dict[int, int] = {}
    for row in rows:
        texts = (place for place, cell in sorted(grid.by_row[row].items()) if cell.text.strip())
        if (column := next(texts, None)) is not None:
            text, style = grid.by_row[row][column].text, grid.sheet.emphasis.get((row, column))
            indents[row] = len(text) - len(text.lstrip()) + (style.indent if style else 0)
    return indents


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
            is_failed = cell.kind in (CellKind.ERROR, CellKind.NOT_CALCULATED)
            if is_failed or (2 * filled[column] > len(rows) and _is_mark(cell)):
                marks.add((row, column))
    return frozenset(marks)
