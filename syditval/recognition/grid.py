"""A sheet as its reader sees it: merged areas filled, texts side by side with figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from syditval.model.amounts import Unit
from syditval.model.cells import Cell, Sheet
from syditval.recognition.amount_text import Mark, is_nil, read_amount
from syditval.recognition.units import unit_in

# Years, dates written YYMMDD and dates written YYYYMMDD.
_DATES = (range(1990, 2101), range(100101, 991232), range(19900101, 21001232))


class Grid:
    """Look-ups in one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @cached_property
    def anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each place that a merged area covers, in used rows and columns, with the area's top left cell."""
        return {
            (row, column): (area.top, area.left)
            for area in self.sheet.merged
            for row in self.rows_between(area.top, area.bottom)
            for column in _between(self.columns, area.left, area.right)
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

    @cached_property
    def units(self) -> tuple[tuple[tuple[int, int], Unit], ...]:
        """Every place whose text names a unit, in reading order, with that unit."""
        named = ((place, unit_in(cell.text)) for place, cell in sorted(self.sheet.cells.items()) if cell.text)
        return tuple((place, unit) for place, unit in named if unit is not None)

    def rows_between(self, first: int, last: int) -> Sequence[int]:
        """The rows from ``first`` to ``last`` that hold anything."""
        return _between(self.rows, first, last)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place, or None."""
        return self.sheet.cells.get((row, column))

    def heading(self, row: int, column: int) -> str:
        """The text at a place as part of a heading: merged areas filled, years and dates as digits."""
        cell = self.sheet.cells.get(self.anchors.get((row, column), (row, column)))
        if cell is None:
            return ""
        digits = _digits(cell)
        return digits if is_date(digits) else cell.text.strip()

    def is_wording(self, row: int, column: int) -> bool:
        """Whether a place holds words, a year or a date, as headings do, and neither nothing nor a figure."""
        text = self.heading(row, column)
        return bool(text) and (is_date(text) or not (is_nil(text) or read_amount(text, Mark.COMMA)))

    def text(self, row: int, column: int) -> str:
        """The text of the cell itself, without blanks around it."""
        cell = self.cell(row, column)
        return cell.text.strip() if cell else ""

    def name(self, row: int, column: int) -> str:
        """What a cell names a line with: its text, or a whole number such as that of an account."""
        cell = self.cell(row, column)
        return (cell.text.strip() or _digits(cell)) if cell else ""

    def texts(self, rows: Iterable[int], columns: range) -> list[str]:
        """Every text in some rows, in reading order."""
        cells = ((column, cell) for row in rows for column, cell in sorted(self.by_row.get(row, {}).items()))
        return [cell.text.strip() for column, cell in cells if column in columns and cell.text.strip()]


def _between(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    """The numbers of a sorted sequence from ``first`` to ``last``."""
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def is_date(digits: str) -> bool:
    """Whether digits in a heading are a year or a date, not an amount."""
    return digits.isascii() and digits.isdigit() and any(int(digits) in span for span in _DATES)


def _digits(cell: Cell) -> str:
    """A whole number as its digits, anything else as nothing."""
    value = cell.value
    return format(value, "f") if isinstance(value, Decimal) and value == value.to_integral_value() else ""
