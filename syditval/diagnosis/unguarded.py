"""Which amounts no relation guards, or none that tells them from others: where an error stays unplaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import LinearRule
from syditval.model.amounts import FigureState
from syditval.model.cause import Shelter, Unguarded
from syditval.model.cells import CellRef
from syditval.model.table import Table


def unguarded_of(table: Table, net: Net) -> Iterator[Unguarded]:
    """The amounts of a table that are guarded too little, by the reason why.

    Two cells that take part in the same relations in the same proportions cannot be told apart by one
    error. Formulas follow their cells and are left out. Of a table without any relation nothing is
    said: that none was found is said elsewhere.
    """
    amounts = [figure for figure in table.figures.values() if figure.state is FigureState.AMOUNT]
    typed = [figure.cell for figure in amounts if figure.formula is None]
    sorts: defaultdict[Shelter, list[CellRef]] = defaultdict(list)
    for numbers, cells in _grouped(typed, net).items():
        for alike in _alike(numbers, cells, net):
            if shelter := _shelter(numbers, alike):
                sorts[shelter] += alike
    if len(sorts.get(Shelter.NO_RELATION, ())) < len(typed):
        for shelter in Shelter:
            if found := sorts.get(shelter):
                yield Unguarded(table.id, shelter, tuple(sorted(found)), len(amounts))


def _grouped(cells: Iterable[CellRef], net: Net) -> Mapping[Sequence[int], list[CellRef]]:
    """Cells by the relations that they take part in."""
    groups: defaultdict[Sequence[int], list[CellRef]] = defaultdict(list)
    for cell in cells:
        groups[tuple(net.numbers_of(cell))].append(cell)
    return groups


def _alike(numbers: Sequence[int], cells: list[CellRef], net: Net) -> Iterable[list[CellRef]]:
    """Cells of the same relations, apart from those that no single error tells from each other."""
    if len(cells) == 1 or not numbers:
        return [cells]
    rules = [net.rule(number) for number in numbers]
    linear = [rule for rule in rules if isinstance(rule, LinearRule)]
    if linear and len(linear) < len(rules):
        # A quotient beside a sum or a difference tells each of its cells from the others.
        return []
    classes: defaultdict[tuple[Decimal, ...], list[CellRef]] = defaultdict(list)
    for cell in cells:
        weights = [rule.weights[cell] for rule in linear]
        classes[tuple(weight / weights[0] for weight in weights)].append(cell)
    return classes.values()


def _shelter(numbers: Sequence[int], cells: Sequence[CellRef]) -> Shelter | None:
    """Why an error in any of some cells alike could not be placed; None where it could."""
    if not numbers:
        return Shelter.NO_RELATION
    if len(cells) == 1:
        return None
    if len({cell.column for cell in cells}) == 1:
        return Shelter.ONE_COLUMN_SUM
    return Shelter.ONE_ROW if len({cell.row for cell in cells}) == 1 else Shelter.SHARED
