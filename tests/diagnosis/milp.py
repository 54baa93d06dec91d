"""Which cells of a table are wrong, by a formulation that shares nothing with the one under test.

The fewest cells to change so that every relation holds, as a mixed-integer program (specification B.6):
for each cell a number says by how much it is changed, and a binary whether it is. The program asks for
less than the relations do where these are no straight lines, and where a binary of almost 0 lets a cell
change a little. So it only proposes cells; whole steps of these alone then must make everything hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from math import copysign, inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from syditval.model.amounts import Figure
from syditval.model.cells import CellRef
from syditval.model.relation import FAILS, Form, Judgement, Reason, Verdict

Support = frozenset[CellRef]
Numbers = NDArray[np.float64]

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
    def steps(self) -> dict[CellRef, float]:
        return {figure.cell: float(figure.step) for _, figure in self.figures}

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
    def steps(self) -> dict[CellRef, float]:
        return {each.cell: float(each.step) for each in (self.percent, self.part, self.whole)}

    @property
    def says_nothing(self) -> bool:
        return abs(_value(self.whole)) <= _half(self.whole)

    def proposing(self, largest: float) -> Iterator[Row]:
        """100 part - percent * whole is next to nothing, with room for whatever the whole becomes."""
        value, half = _value(self.percent), _half(self.percent)
        residual = 100 * _value(self.part) - value * _value(self.whole)
        limit = (
            100 * _half(self.part) + (abs(value) + half) * _half(self.whole) + half * abs(_value(self.whole))
        )
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

    def __init__(self, relations: Sequence[Relation]) -> None:
        self._relations = relations
        self._steps = {cell: step for relation in relations for cell, step in relation.steps.items()}
        self._cells = sorted(self._steps)

    @property
    def supports(self) -> set[Support]:
        """All sets of wrong cells of the smallest size that there is."""
        program = self._program()
        found: set[Support] = set()
        counts = [Row({}, high=len(self._cells), binaries=dict.fromkeys(self._cells, 1))]
        while (proposed := self._proposed([*program, self._constraint(counts)])) is not None:
            likeness = {cell: 1 if cell in proposed else -1 for cell in self._cells}
            counts.append(Row({}, high=len(proposed) - 1, binaries=likeness))
            if self.is_confirmed(proposed):
                found.add(proposed)
                counts[0] = replace(counts[0], high=len(proposed))
        return found

    def is_confirmed(self, support: Support) -> bool:
        """Whether everything holds with some whole steps added to these cells and to no others."""
        wholes = {each.whole.cell for each in self._relations if isinstance(each, Percentage)} & support
        return any(
            self._holds(support, dict(zip(wholes, signs, strict=True)))
            for signs in product((1, -1), repeat=len(wholes))
        )

    def _program(self) -> list[LinearConstraint]:
        """The relations, as far as they are straight lines, and that only wrong cells are changed."""
        failing = [abs(each.residual) + each.limit for each in self._relations if isinstance(each, Sum)]
        # Three wrong cells, none of which is out by more than what some sum shows.
        largest = 3 * max(failing, default=1.0)
        relations = [row for relation in self._relations for row in relation.proposing(largest)]
        upwards = [Row({cell: 1}, high=0, binaries={cell: -LARGEST}) for cell in self._cells]
        downwards = [Row({cell: 1}, low=0, binaries={cell: LARGEST}) for cell in self._cells]
        return [self._constraint(relations, largest / LARGEST), self._constraint([*upwards, *downwards])]

    def _proposed(self, program: Sequence[LinearConstraint]) -> Support | None:
        """The fewest cells with which a program is fulfilled; None where it never is."""
        number = len(self._cells)
        solution = milp(
            np.repeat([0, 1], number),
            integrality=np.repeat([0, 1], number),
            bounds=Bounds(np.repeat([-LARGEST, 0], number), np.repeat([LARGEST, 1], number)),
            constraints=program,
        )
        if solution.x is None:
            return None
        return frozenset(
            cell for cell, wrong in zip(self._cells, solution.x[number:], strict=True) if wrong > 0.5
        )

    def _holds(self, support: Support, signs: Mapping[CellRef, int]) -> bool:
        cells = sorted(support)
        rows = [row for relation in self._relations for row in relation.confirming(support, signs)]
        steps = np.array([self._steps[cell] for cell in cells])
        changes = _matrix((row.changes for row in rows), cells) * steps
        nothing = np.zeros(len(cells))
        limits = LinearConstraint(changes, *_limits(rows))
        return bool(milp(nothing, integrality=nothing + 1, bounds=Bounds(), constraints=limits).success)

    def _constraint(self, rows: Sequence[Row], scale: float = 1.0) -> LinearConstraint:
        """Rows as the solver has them: changes in so many units, then the binaries."""
        changes = _matrix((row.changes for row in rows), self._cells)
        binaries = _matrix((row.binaries for row in rows), self._cells) / scale
        low, high = _limits(rows)
        return LinearConstraint(np.hstack([changes, binaries]), low / scale, high / scale)


def _matrix(weights: Iterable[Mapping[CellRef, float]], cells: Sequence[CellRef]) -> Numbers:
    return np.array([[each.get(cell, 0.0) for cell in cells] for each in weights])


def _limits(rows: Sequence[Row]) -> tuple[Numbers, Numbers]:
    return np.array([row.low for row in rows]), np.array([row.high for row in rows])


def formulations(judgements: Iterable[Judgement]) -> list[Formulation]:
    """The relations of a table that hang together with one that fails, each group by itself."""
    groups: list[tuple[set[CellRef], list[Relation], bool]] = []
    for judgement in judgements:
        relation = _relation(judgement)
        if relation is None:
            continue
        cells, relations, fails = {*relation.steps}, [relation], judgement.verdict in FAILS
        apart = []
        for group in groups:
            if cells.isdisjoint(group[0]):
                apart.append(group)
            else:
                cells, relations, fails = cells | group[0], group[1] + relations, fails or group[2]
        groups = [*apart, (cells, relations, fails)]
    return [Formulation(relations) for _, relations, fails in groups if fails]


def _relation(judgement: Judgement) -> Relation | None:
    """The relation as it is read here; None where no amounts will ever make it say anything."""
    relation = judgement.relation
    is_checked = judgement.verdict is not Verdict.NOT_CHECKED or judgement.reason is Reason.ZERO_DENOMINATOR
    if not is_checked:
        return None
    if relation.form is Form.RATIO:
        return Percentage(*relation.figures)
    assert relation.form in (Form.SUM, Form.DIFFERENCE)
    return Sum(((-1, relation.target), *((term.weight, term.figure) for term in relation.terms)))
