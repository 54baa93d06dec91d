"""A sheet's cells by what they hold, gathered in one pass, for the rules that look at sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from syditval.model.amounts import FigureState
from syditval.model.cells import Cell, CellKind, Sheet
from syditval.model.table import Table

# Row and column.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Census:
    """One sheet, the places of each kind of cell in the order of the file, and those of tables' figures.

    ``figures`` leaves out plain numbers and blanks: a sheet may hold a million of them, and no rule asks.
    """

    sheet: Sheet
    places: Mapping[CellKind, Sequence[Place]]
    figures: frozenset[Place]

    def outside(self, kind: CellKind) -> Iterable[Place]:
        """The cells of a kind that are no table's figures."""
        return (place for place in self.places[kind] if place not in self.figures)

    @property
    def amounts(self) -> Iterable[Place]:
        """Every number, and every text that stands for a figure of a table."""
        texts = (place for place in self.places[CellKind.TEXT] if place in self.figures)
        return chain(self.places[CellKind.NUMBER], texts)


def take_census(sheet: Sheet, tables: Iterable[Table]) -> Census:
    """The census of a sheet, on which some of the tables may stand."""
    places: defaultdict[CellKind, list[Place]] = defaultdict(list)
    for place, cell in sheet.cells.items():
        places[cell.kind].append(place)
    figures = (
        (figure.cell.row, figure.cell.column)
        for table in tables
        if table.sheet == sheet.name
        for figure in table.figures.values()
        if figure.state is not FigureState.BLANK
    )
    odd = (place for place in figures if place in sheet.cells and not _is_number(sheet.cells[place]))
    return Census(sheet, {kind: places[kind] for kind in CellKind}, frozenset(odd))


def _is_number(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER
