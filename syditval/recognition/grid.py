"""A sheet as its reader sees it: merged areas filled, texts side by side with figures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from syditval.model.cells import Cell, CellKind, Sheet

# Whole numbers in a heading that are a year or a date, not an amount.
_YEARS = range(1990, 2101)
_SHORT_DATES = range(100101, 991232)
_LONG_DATES = range(19900101, 21001232)


class Grid:
    """Look-ups in one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @cached_property
    def anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each place that a merged area covers, with the area's top left cell."""
        return {
            (row, column): (area.top, area.left)
            for area in self.sheet.merged
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        }

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows that hold anything, top to bottom."""
        return tuple(sorted({row for row, _ in self.sheet.cells}))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold anything, left to right."""
        return tuple(sorted({column for _, column in self.sheet.cells}))

    @cached_property
    def by_row(self) -> dict[int, dict[int, Cell]]:
        """The cells of each row by column."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.sheet.cells.items():
            rows.setdefault(row, {})[column] = cell
        return rows

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place, or None."""
        return self.sheet.cells.get((row, column))

    def heading(self, row: int, column: int) -> str:
        """The text at a place as part of a heading: merged areas filled, years and dates as digits."""
        cell = self.sheet.cells.get(self.anchors.get((row, column), (row, column)))
        if cell is None:
            return ""
        return _date_digits(cell) or cell.text.strip()

    def text(self, row: int, column: int) -> str:
        """The text of the cell itself, without blanks around it."""
        cell = self.cell(row, column)
        return cell.text.strip() if cell else ""

    def texts(self, rows: Iterable[int], columns: Iterable[int] | None = None) -> list[str]:
        """Every text in some rows, in reading order."""
        wanted = None if columns is None else set(columns)
        return [
            cell.text.strip()
            for row in rows
            for column, cell in sorted(self.by_row.get(row, {}).items())
            if cell.text.strip() and (wanted is None or column in wanted)
        ]


def _date_digits(cell: Cell) -> str:
    if cell.kind is not CellKind.NUMBER or cell.value != int(cell.value or 0):  # type: ignore[arg-type]
        return ""
    number = int(cell.value)  # type: ignore[arg-type]
    return str(number) if any(number in span for span in (_YEARS, _SHORT_DATES, _LONG_DATES)) else ""
