"""What stands beside a cell or above it: lines that a total left out, figures that were copied."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import log

from syditval.diagnosis.net import Net
from syditval.model.amounts import FigureState
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef
from syditval.model.relation import Form

# Shorter numbers are equal to their neighbours too often.
_LEAST_COPY = 10
# What a total left out is added to it. By how much that may be out in the last place, and how often.
_MISCOUNTS = ((Mechanism.LINE_OMITTED, 1), (Mechanism.LINE_DOUBLED, -1))
_OFF_BY = {-1: log(0.2), 0: log(0.6), 1: log(0.2)}


def lines_between(
    net: Net, total: CellRef, grain: Decimal
) -> Iterator[tuple[Mechanism, int, float, CellRef]]:
    """What a total would be with one of its lines added that it left out, or taken away that it has twice.

    Each with its mechanism, the number of grains, the logarithm of its chance, and the line.
    """
    units = net.value(total) / grain
    for number in net.numbers_of(total):
        relation = net.judgements[number].relation
        if relation.form is not Form.SUM or relation.is_across or relation.target.cell != total:
            continue
        chance_of_line = -log(len(relation.terms))
        for term in relation.terms:
            amount = term.weight * net.value(term.figure.cell) / grain
            for mechanism, sign in _MISCOUNTS if amount else ():
                for off, chance in _OFF_BY.items():
                    meant = int(units + sign * amount) + off
                    yield mechanism, meant, chance_of_line + chance, term.figure.cell


def equal_neighbours(net: Net, cell: CellRef) -> Iterator[tuple[CellRef, float]]:
    """The cells beside it and in the lines next to it that hold the same, and how telling that is."""
    value = net.value(cell)
    if abs(value) < _LEAST_COPY:
        return
    for rows, columns, chance in ((-1, 0, 1.0), (1, 0, 1.0), (0, -1, 0.5), (0, 1, 0.5)):
        neighbour = CellRef(cell.sheet, cell.row + rows, cell.column + columns)
        figure = net.figures.get(neighbour)
        if figure is None or figure.state is not FigureState.AMOUNT or figure.amount != value:
            continue
        if not columns or not net.are_alike(cell.column, neighbour.column):
            yield neighbour, log(chance)
