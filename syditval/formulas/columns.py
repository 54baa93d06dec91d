"""A sheet's cells by column, with running sums, so that a long range costs no more than a short one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Context, Decimal

from syditval.model.cells import Area, Cell, CellKind, Sheet

# Digits enough to add the largest double and the smallest without loss.
EXACT = Context(prec=700)
_NESTED = "SUBTOTAL("


@dataclass(slots=True)
class Column:
    """One column's cells in the order of the rows.

    ``sums[i]`` is the sum of the first ``i`` numbers, ``sizes[i]`` that of their absolute amounts.
    ``obstacles`` are the rows of what is neither a number nor passed over by a sum: errors, dates
    and formulas without a result. ``subtotals`` are the rows with a SUBTOTAL, ``texts`` those with text.
    """

    rows: list[int] = field(default_factory=list)
    sums: list[Decimal] = field(default_factory=lambda: [Decimal(0)])
    sizes: list[Decimal] = field(default_factory=lambda: [Decimal(0)])
    obstacles: list[int] = field(default_factory=list)
    subtotals: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)

    def add(self, row: int, cell: Cell) -> None:
        """The next cell below."""
        if cell.formula and _NESTED in cell.formula.upper():
            self.subtotals.append(row)
        if isinstance(cell.value, Decimal):
            self.rows.append(row)
            self.sums.append(EXACT.add(self.sums[-1], cell.value))
            self.sizes.append(EXACT.add(self.sizes[-1], abs(cell.value)))
        elif cell.kind is CellKind.TEXT:
            self.texts.append(row)
        elif cell.kind is not CellKind.BOOLEAN:
            self.obstacles.append(row)


def within(rows: list[int], area: Area) -> list[int]:
    """Those of some ascending rows that an area holds."""
    return rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]


class Columns:
    """The columns of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        # How many cells were gone through one by one.
        self.looks = 0
        self._columns: dict[int, Column] = {}
        for (row, column), cell in sorted(sheet.cells.items()):
            self._columns.setdefault(column, Column()).add(row, cell)
        self._numbers = sorted(self._columns)

    def of(self, area: Area) -> Iterator[tuple[int, Column]]:
        """The columns of an area that hold something, with their numbers."""
        first = bisect_left(self._numbers, area.left)
        for number in self._numbers[first : bisect_right(self._numbers, area.right)]:
            yield number, self._columns[number]

    def sum(self, area: Area) -> tuple[Decimal, Decimal, int]:
        """The exact sum of an area's numbers, that of their absolute amounts, and how many there are."""
        total = size = Decimal(0)
        count = 0
        for _, column in self.of(area):
            first, last = bisect_left(column.rows, area.top), bisect_right(column.rows, area.bottom)
            total = EXACT.add(total, EXACT.subtract(column.sums[last], column.sums[first]))
            size = EXACT.add(size, EXACT.subtract(column.sizes[last], column.sizes[first]))
            count += last - first
        return total, size, count

    def obstacle(self, area: Area) -> Cell | None:
        """The first cell of an area that stands in the way of a sum, or None."""
        for number, column in self.of(area):
            for row in within(column.obstacles, area)[:1]:
                return self.sheet.cells[row, number]
        return None
