"""Blocks of figures on a sheet: what stands together, and what sums hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from syditval.aggregates import Aggregate
from syditval.recognition.numbers import Place
from syditval.recognition.regions import NumberSheet

# So many rows without anything part two blocks; a single one may stand inside a table.
_PARTING_ROWS = 2


def blocks_of(sheet: NumberSheet, aggregates: Iterable[Aggregate]) -> list[list[Place]]:
    """The places of a sheet's figures, block by block in reading order.

    Rows without anything part blocks, and so does a column without anything where what stands right of
    it has labels of its own. Blocks that a relation reaches across are one.
    """
    home = _homes(sheet)
    joined = {block: block for block in home.values()}

    def root(block: Place) -> Place:
        while joined[block] != block:
            joined[block] = block = joined[joined[block]]
        return block

    if len(joined) > 1:
        for cells in _relations(aggregates):
            first, *others = {root(home[cell]) for cell in cells if cell in home} or {(0, 0)}
            joined |= dict.fromkeys(others, first)
    blocks: dict[Place, list[Place]] = {}
    for place in sorted(home):
        blocks.setdefault(root(home[place]), []).append(place)
    return list(blocks.values())


def _relations(aggregates: Iterable[Aggregate]) -> Iterator[Iterator[Place]]:
    """The places of each relation that the aggregates are patterns of."""
    for found in aggregates:
        for crossing in (*found.holds, *found.fails):
            yield (found.place(line, crossing) for line in (found.target, *found.parts))


def _homes(sheet: NumberSheet) -> dict[Place, Place]:
    """The first cell of the block that each figure stands in."""
    grid, home = sheet.grid, dict[Place, Place]()
    figures: dict[int, list[int]] = {}
    for row, column in sheet.lattice.figures:
        figures.setdefault(row, []).append(column)
    for band in _runs(grid.rows, _PARTING_ROWS):
        corner: Place | None = None
        lines = [row for row in band if row in figures]
        for columns in _runs(sorted({column for row in band for column in grid.by_row[row]}), 1):
            if corner is None or any(grid.is_wording(row, column) for row in lines for column in columns):
                corner = (band[0], columns[0])
            inside = set(columns)
            for row in lines:
                home |= {(row, column): corner for column in figures[row] if column in inside}
    return home


def _runs(numbers: Sequence[int], gap: int) -> Iterator[Sequence[int]]:
    """Ascending numbers in runs, parted where at least so many are missing."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] - numbers[place - 1] > gap:
            yield numbers[start:place]
            start = place
