"""A region of numbers as the search sees it: figures at crossings of rows and columns, and their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from syditval.model.amounts import Figure


class Axis(StrEnum):
    """Along what a relation runs: down a column, its lines being rows, or along a row."""

    COLUMN = "column"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Lattice:
    """The figures of one region.

    ``figures`` holds those that state a number, by sheet row and column. ``row_names`` and
    ``column_names`` are the texts that stand for a row or a column, empty where there are none.
    ``stressed`` are the rows in bold, under a line or in capitals where most rows are not, ``indents``
    how far the names of rows are set in. ``withheld`` are the places where something other than a number
    stands among the figures ("x", "..", an error value): a sum over such a place cannot be judged.
    ``shares`` are the places of percentages, rates and averages, by how they are written or by the names
    above and beside them.
    ``blocks`` are the rows in groups, each under headings of its own: several tables on one sheet.
    """

    rows: Sequence[int]
    columns: Sequence[int]
    figures: Mapping[tuple[int, int], Figure]
    row_names: Mapping[int, str]
    column_names: Mapping[int, str]
    stressed: frozenset[int] = frozenset()
    indents: Mapping[int, int] = field(default_factory=dict)
    withheld: frozenset[tuple[int, int]] = frozenset()
    shares: frozenset[tuple[int, int]] = frozenset()
    blocks: Sequence[Sequence[int]] = ()

    def part(self, rows: Sequence[int]) -> Lattice:
        """The lattice of some of the rows, and of the columns that hold figures there."""
        inside = set(rows)
        figures = {place: figure for place, figure in self.figures.items() if place[0] in inside}
        filled = {column for _, column in figures}
        columns = [column for column in self.columns if column in filled]

        def kept(places: frozenset[tuple[int, int]]) -> frozenset[tuple[int, int]]:
            return frozenset(place for place in places if place[0] in inside and place[1] in filled)

        return replace(
            self,
            rows=rows,
            columns=columns,
            figures=figures,
            withheld=kept(self.withheld),
            shares=kept(self.shares),
            blocks=(),
        )
