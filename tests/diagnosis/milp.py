"""Which cells of a table are wrong, by a formulation that shares nothing with the one under test.

The fewest cells to change so that every relation holds, as a mixed-integer program (specification B.6):
for each cell a number says by how much it is changed, and a binary whether it is. The program asks for
less than the relations do where these are no straight lines, and where a binary of almost 0 lets a cell
change a little. So it only proposes cells; whole steps of these alone then must make everything hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import copysign, inf, sqrt

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from syditval.model.amounts import Figure
from syditval.model.cells import CellRef
from syditval.model.relation import FAILS, OF_TWO, Form, Judgement, Reason, Verdict

Support = frozenset[CellRef]

# The largest change that is allowed, as the program sees it: far from the tolerances of the solver.
LARGEST = 1e4
CREDIBLE = 4.5


@dataclass(frozen=True, slots=True)
class Row:
    """Weighted changes of cells, and weighted binaries of being changed, that lie within limits."""

    changes: Mapping[CellRef, float]
    low: float = -inf
    high: float = inf
    binaries: Mapping[CellRef, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Sum:
    """A sum or a difference: weighted figures that leave over no more than rounding credibly explains."""

    figures: tuple[tuple[int, Figure], ...]

    @property
    def cells(self) -> set[CellRef]:
        return {figure.cell for _, figure in self.figures}

    @property
    def residual(self) -> float:
        return sum(weight * _value(figure) for weight, figure in self.figures)

    @property
    def limit(self) -> float:
        halves = [_half(figure) for _, figure in self.figures]
        return min(sum(halves), CREDIBLE * sqrt(sum(half * half for half in halves) / 3))

    def proposing(self, largest: float) -> Iterator[Row]:
        yield from self.confirming(frozenset(), {})

    def confirming(self, support: Support, signs: Mapping[CellRef, int]) -> Iterator[Row]:
        weights = {figure.cell: float(weight) for weight, figure in self.figures}
        yield Row(weights, -self.limit - self.residual, self.limit - self.residual)


@dataclass(frozen=True)
class Percentage:
    """What a part is of a whole, in per cent. Of a whole of nothing it says nothing.

    A percentage takes part in no other relation: one that is changed fits whatever the others become.
    """

    percent: Figure
    part: Figure
    whole: Figure

    @property
    def cells(self) -> set[CellRef]:
        return {self.percent.cell, self.part.cell, self.whole.cell}

    @property
    def says_nothing(self) -> bool:
        return abs(_value(self.whole)) <= _half(self.whole)

    def proposing(self, largest: float) -> Iterator[Row]:
        """100 part - percent * whole is next to nothing, with room for whatever the whole becomes."""
        value, half = _value(self.percent), _half(self.percent)
        residual = 100 * _value(self.part) - value * _value(self.whole)
        limit = 100 * _half(self.part) + (abs(value) + half) * _half(self.whole) + half * abs(_value(self.whole))
        anything = abs(residual) + largest * (100 + abs(value))
        changes = {self.part.cell: 100.0, self.whole.cell: -value}
        room = {self.percent.cell: anything, self.whole.cell: half * largest}
        if self.says_nothing:
            limit += anything
            room[self.whole.cell] -= anything
        yield Row(changes, high=limit - residual, binaries={cell: -each for cell, each in room.items()})
        yield Row(changes, low=-limit - residual, binaries=room)

    def confirming(self, support: Support, signs: Mapping[CellRef, int]) -> Iterator[Row]:
        """The quotients of all that part and whole may be in truth reach what the percentage may be."""
        if self.percent.cell in support or (self.says_nothing and self.whole.cell not in support):
            return
        part, above, under = _value(self.part), _half(self.part), _half(self.whole)
        sign = signs.get(self.whole.cell) or copysign(1, _value(self.whole))
        whole = sign * _value(self.whole)
        least, most = (sign * _value(self.percent) + end * _half(self.percent) for end in (-1, 1))
        yield Row(
            {self.part.cell: 100, self.whole.cell: -least * sign},
            low=least * whole - abs(least) * under - 100 * (part + above),
        )
        yield Row(
            {self.part.cell: 100, self.whole.cell: -most * sign},
            high=most * whole + abs(most) * under - 100 * (part - above),
        )
        yield Row({self.whole.cell: sign}, low=under - whole)


Relation = Sum | Percentage


def _value(figure: Figure) -> float:
    return float(figure.amount)


def _half(figure: Figure) -> float:
    return float(figure.step) / 2


class Formulation:
    """Relations that hang together, and the cells in them, any of which can be wrong."""

    def __init__(self, relations: Sequence[Relation], steps: Mapping[CellRef, float]) -> None:
        self._relations = relations
        self._steps = steps
        self.cells = sorted({cell for relation in relations for cell in relation.cells})

    def supports(self, most: int) -> tuple[set[Support], bool]:
        """The smallest sets of wrong cells, and whether these are all; else as many as are asked for."""
        found: set[Support] = set()
        seen: list[Support] = []
        size = len(self.cells)
        while len(found) < most:
            proposed = self._proposed(size, seen)
            if proposed is None:
                return found, True
            seen.append(proposed)
            if self.is_confirmed(proposed):
                found.add(proposed)
                size = len(proposed)
        return found, False

    def _proposed(self, size: int, seen: Iterable[Support]) -> Support | None:
        """The fewest cells, at most so many, that the program can do with; none of the sets that were seen."""
        number, largest = len(self.cells), self._largest_change()
        scale = largest / LARGEST
        rows = [row for relation in self._relations for row in relation.proposing(largest)]
        rows += [Row({}, high=len(each) - 1, binaries=self._likeness(each)) for each in seen]
        rows.append(Row({}, high=size, binaries=dict.fromkeys(self.cells, 1.0)))
        matrix = np.hstack(
            [self._matrix(row.changes for row in rows), self._matrix(row.binaries for row in rows)]
        )
        limits = np.array([(row.low, row.high) for row in rows])
        # All rows but those of binaries alone are in the units of the table; the solver sees scaled ones.
        ...
