"""Which amounts no relation guards, or none that tells them from others: where an error stays unplaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import LinearRule
from syditval.model.amounts import FigureState
from syditval.model.cause import Shelter, Unguarded
from syditval.model.cells import CellRef
from syditval.model.table import Table


def unguarded_of(table: Table, net: Net) -> Iterator[Unguarded]:
    """The amounts of a table that are guarded too little, by the reason why.

    Two cells that take part in the same relations in the same proportions cannot be told apart by one
    error. Live formulas follow their cells and are left out. Of a table without any relation nothing is
    said: that none was found is said elsewhere.
    """
    amounts = [figure for figure in table.figures.values() if figure.state is FigureState.AMOUNT]
    classes: defaultdict[Hashable, list[CellRef]] = defaultdict(list)
    for figure in amounts:
        if figure.cell not in net.live and not net.has_own(figure.cell):
            classes[_signature(figure.cell, net)].append(figure.cell)
    sorts: defaultdict[Shelter, list[CellRef]] = defaultdict(list)
    for signature, cells in classes.items():
        if shelter := _shelter(signature, cells):
            sorts[shelter] += cells
    if len(sorts.get(Shelter.NO_RELATION, ())) < len(amounts):
        for shelter in Shelter:
            if found := sorts.get(shelter):
                yield Unguarded(table.id, shelter, tuple(sorted(found)), len(amounts))


def _signature(cell: CellRef, net: Net) -> Hashable:
    """What is the same for cells that no single error tells apart."""
    numbers = net.numbers_of(cell)
    linear = [(number, rule) for number in numbers if isinstance(rule := net.rule(number), LinearRule)]
    if linear and len(linear) < len(numbers):
        # A quotient beside a sum or a difference tells each of its cells from the others.
        return cell
    first = linear[0][1].weights[cell] if linear else 1
    return tuple(numbers), tuple((number, rule.weights[cell] / first) for number, rule in linear)


def _shelter(signature: Hashable, cells: list[CellRef]) -> Shelter | None:
    if isinstance(signature, tuple) and signature[0] == ():
        return Shelter.NO_RELATION
    if len(cells) == 1:
        return None
    if len({cell.column for cell in cells}) == 1:
        return Shelter.ONE_COLUMN_SUM
    return Shelter.ONE_ROW if len({cell.row for cell in cells}) == 1 else Shelter.SHARED
