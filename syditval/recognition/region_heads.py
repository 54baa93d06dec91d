"""What stands above a region of figures: its title, the headings of its columns, its unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from syditval.model.amounts import Unit
from syditval.model.cells import quoted_sheet
from syditval.recognition.grid import Grid
from syditval.recognition.numbers import Place
from syditval.recognition.regions import NumberSheet
from syditval.recognition.surroundings import MOST_PREAMBLE_ROWS, is_unit_line
from syditval.recognition.units import unit_in

# A row begins the lines of a region when it holds so many figures.
_FIGURES_OF_A_LINE = 2
# So many rows without anything part a region from what stands above it.
_PARTING_ROWS = 2


class RegionHead:
    """The rows above the first line of a region, as far as they belong to it."""

    def __init__(self, sheet: NumberSheet, places: Sequence[Place]) -> None:
        self.sheet = sheet
        self.columns = sorted({column for _, column in places})
        self.first = _first_line(places)
        self.rows = list(self._upwards())[::-1]
        self.heading_rows = [row for row in self.rows if not self._is_lone(row)]

    def _upwards(self) -> Iterator[int]:
        """The rows above, from the nearest up, to the first that holds figures or stands apart."""
        grid, below = self.sheet.grid, self.first
        for row in reversed(grid.rows_between(self.first - MOST_PREAMBLE_ROWS, self.first - 1)):
            if below - row > _PARTING_ROWS or self._holds_figures(row):
                return
            below = row
            yield row

    def _holds_figures(self, row: int) -> bool:
        return any((row, column) in self.sheet.lattice.figures for column in self.columns)

    def headings(self) -> dict[int, str]:
        """The heading of each column; those of the sheet where the region has none of its own."""
        own = {column: self._heading(column) for column in self.columns}
        return own if any(own.values()) else {c: self.sheet.lattice.column_names[c] for c in self.columns}

    def _heading(self, column: int) -> str:
        # A merged heading stands in each of its rows.
        parts = dict.fromkeys(self.sheet.grid.heading(row, column) for row in self.heading_rows)
        return " ".join(" ".join(parts).split())

    def _is_lone(self, row: int) -> bool:
        """Whether a row holds a single text, as titles do, where there are several columns to head."""
        return len(self.sheet.grid.by_row[row]) == 1 and len(self.columns) > 1

    def title(self) -> str:
        """The nearest line above the headings that says more than a unit, else the sheet's name."""
        grid = self.sheet.grid
        heads = self.heading_rows
        above = [row for row in self.rows if row not in heads and (not heads or row < heads[-1])]
        lines = (
            text for row in reversed(above) for text in grid.texts([row], range(1, self.columns[-1] + 1))
        )
        return next((line for line in lines if not is_unit_line(line)), grid.sheet.name)


def _first_line(places: Sequence[Place]) -> int:
    counts = Counter(row for row, _ in places)
    return min((row for row, count in counts.items() if count >= _FIGURES_OF_A_LINE), default=min(counts))


def unit_of(grid: Grid) -> tuple[Unit, str]:
    """The unit of a sheet's amounts with where it was read: the only one that is stated, or none."""
    if len({unit for _, unit in grid.units}) == 1:
        place, unit = grid.units[0]
        return unit, grid.sheet.ref(*place).address
    named = unit_in(grid.sheet.name)
    return (named, quoted_sheet(grid.sheet.name)) if named and not grid.units else (Unit.UNSTATED, "")
