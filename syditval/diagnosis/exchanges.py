"""Two cells that changed places: within a row, or within a column from one line to the next."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.joint import Joint, settled, step_of
from syditval.diagnosis.net import Net
from syditval.diagnosis.slips import Slips
from syditval.model.amounts import FigureState
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef

Pair = tuple[CellRef, CellRef]

_PRIORS = {Mechanism.CELLS_SWAPPED: 0.06, Mechanism.LINES_SHIFTED: 0.03}
# Of the pairs of cells in a row, and of the ways to shift lines, any is as likely.
_PAIRS = 10
_SHIFTS = 4


def exchanges(net: Net, slips: Slips) -> Iterator[Joint]:
    """Every exchange of two typed amounts that makes failing rules hold and breaks none."""
    seen: set[Pair] = set()
    for rule in sorted(net.failing, key=lambda rule: len(rule.cells)):
        for cell in sorted(rule.cells):
            room = rule.room(cell, {})
            for mechanism, other in _partners(net, cell):
                # One that takes no part in the rule must hold what mends it.
                if other in rule.cells:
                    is_possible = len(rule.cells) <= _PAIRS
                else:
                    is_possible = room is None or room[0] <= net.value(other) <= room[1]
                pair = min(cell, other), max(cell, other)
                if is_possible and pair not in seen:
                    seen.add(pair)
                    if found := _exchange(net, slips, mechanism, pair):
                        yield found


def _partners(net: Net, cell: CellRef) -> Iterator[tuple[Mechanism, CellRef]]:
    """The typed amounts that a cell may have changed places with."""
    if not _is_typed(net, cell):
        return
    for column in net.columns:
        other = CellRef(cell.sheet, cell.row, column)
        are_like = (column in net.percentages) == (cell.column in net.percentages)
        if column != cell.column and are_like and _is_typed(net, other):
            yield Mechanism.CELLS_SWAPPED, other
    for row in (cell.row - 1, cell.row + 1):
        other = CellRef(cell.sheet, row, cell.column)
        if _is_typed(net, other):
            yield Mechanism.LINES_SHIFTED, other


def _is_typed(net: Net, cell: CellRef) -> bool:
    figure = net.figures.get(cell)
    return figure is not None and figure.state is FigureState.AMOUNT and figure.formula is None


def _exchange(net: Net, slips: Slips, mechanism: Mechanism, pair: Pair) -> Joint | None:
    one, other = pair
    values = {one: net.value(other), other: net.value(one)}
    if values[one] == values[other] or not (settles := settled(net, values)):
        return None
    lines = -log(slips.habits.of(one).lines)
    chance = -log(_PAIRS if mechanism is Mechanism.CELLS_SWAPPED else _SHIFTS)
    weight = log(_PRIORS[mechanism]) + lines + chance + slips.fit(values)
    return Joint(Explanation((step_of(mechanism, values, weight),)), settles)
