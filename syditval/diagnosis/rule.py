"""A relation as error localisation uses it: any of its figures solved from the others.

Values are Decimals in the table's unit; spans are pairs of them, both ends included. How
plausible something is, is weighed in floats; whether a relation holds is decided in Decimals alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from math import exp, inf, log, pi, sqrt
from typing import Protocol

from syditval.arithmetic import Policy, evaluate
from syditval.arithmetic.balance import Balance, around
from syditval.arithmetic.interval import Interval
from syditval.arithmetic.quotient import Quotient
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import Relation, Verdict

Span = tuple[Decimal, Decimal]
Spans = Mapping[CellRef, Span]
Values = Mapping[CellRef, Decimal]

# A quotient that can no longer be checked speaks neither for a change nor much against it.
_UNCHECKABLE = log(0.5)
# What is next to impossible, for its logarithm to be a number.
_LEAST = 1e-300
_HOLDING = (Verdict.EXACT, Verdict.ROUNDING, Verdict.NOT_CHECKED)


class Rule(Protocol):
    """What the search asks of a relation."""

    @property
    def index(self) -> int:
        """Its place among the judgements."""

    @property
    def cells(self) -> Collection[CellRef]:
        """The cells that it takes part in deciding."""

    @property
    def grain(self) -> Decimal:
        """The finest place that its figures are written to."""

    def room(self, cell: CellRef, others: Spans) -> Span | None:
        """The values of a cell with which it holds, others being changed so; None where any does."""

    def holds(self, values: Values) -> bool:
        """Whether it holds with some cells changed. One with an open cell holds."""

    def log_mass(self, values: Values) -> float:
        """The logarithm of how likely rounding leaves over what it then does; 0 for an open rule."""


@dataclass(frozen=True, slots=True)
class LinearRule:
    """A sum, a difference or an average: the weighted values of its cells come near 0.

    ``open_cells`` hold no amount that could be read: the rule says nothing until they are given one.
    ``exactness`` says how likely it is that its figures were never rounded, and leave nothing over.
    """

    index: int
    target: CellRef
    weights: Mapping[CellRef, Decimal]
    values: Values
    balance: Balance
    grain: Decimal
    open_cells: frozenset[CellRef] = frozenset()
    exactness: float = 0.0

    @property
    def cells(self) -> Collection[CellRef]:
        """The cells with a weight."""
        return self.weights.keys()

    def room(self, cell: CellRef, others: Spans) -> Span | None:
        """See Rule."""
        low = high = self.balance.residual
        for other, (least, most) in others.items():
            weight = self.weights.get(other)
            if weight is not None and other != cell:
                ends = weight * (least - self.values[other]), weight * (most - self.values[other])
                low, high = low + min(ends), high + max(ends)
        if not self.open_cells <= {cell, *others}:
            return None
        weight, value = self.weights[cell], self.values[cell]
        ends = value + (self.balance.low - high) / weight, value + (self.balance.high - low) / weight
        return (ends[0], ends[1]) if weight > 0 else (ends[1], ends[0])

    def residual(self, values: Values) -> Decimal:
        """What is left over with some cells changed."""
        residual = self.balance.residual
        for cell, value in values.items():
            if (weight := self.weights.get(cell)) is not None:
                residual += weight * (value - self.values[cell])
        return residual

    def holds(self, values: Values) -> bool:
        """See Rule."""
        return not self.open_cells <= values.keys() or self.balance.allows(self.residual(values))

    def log_mass(self, values: Values) -> float:
        """See Rule."""
        if not self.open_cells <= values.keys():
            return 0.0
        residual = self.residual(values)
        rounded = log_mass(
            float(residual - self.balance.middle), float(self.balance.spread), float(self.grain)
        )
        if not self.exactness:
            return rounded
        return log((1 - self.exactness) * exp(rounded) + (0.0 if residual else self.exactness) or _LEAST)


@dataclass(frozen=True, slots=True)
class QuotientRule:
    """A ratio or a change: target, part and whole, of which any one follows from the other two.

    ``cells`` are those of the three that can be wrong by themselves.
    """

    index: int
    relation: Relation
    policy: Policy
    cells: Collection[CellRef]
    open_cells: frozenset[CellRef] = frozenset()

    @property
    def grain(self) -> Decimal:
        """See Rule."""
        return min(figure.step or Decimal(1) for figure in self.relation.figures)

    def room(self, cell: CellRef, others: Spans) -> Span | None:
        """See Rule."""
        if not self.open_cells <= {cell, *others}:
            return None
        figures = self.relation.figures
        target, part, whole = (_within(figure, others, self.policy) for figure in figures)
        quotient = Quotient.of(self.relation)
        below = quotient.below(part, whole)
        if cell != figures[2].cell and below.low <= 0 <= below.high:
            # What may be over nought is not checked, whatever it is.
            return None
        if cell == figures[0].cell:
            found: Interval | None = quotient.targets(part, whole)
        elif cell == figures[1].cell:
            found = quotient.parts(target, whole)
        else:
            found = quotient.wholes(target, part)
        if found is None:
            return None
        half = next(figure.step for figure in figures if figure.cell == cell) / 2
        return found.low - half, found.high + half

    def holds(self, values: Values) -> bool:
        """See Rule."""
        if not self.open_cells <= values.keys():
            return True
        return evaluate(with_values(self.relation, values), self.policy).verdict in _HOLDING

    def log_mass(self, values: Values) -> float:
        """See Rule."""
        if not self.open_cells <= values.keys():
            return 0.0
        evidence = evaluate(with_values(self.relation, values), self.policy).evidence
        if evidence is None:
            return _UNCHECKABLE
        spread = float(evidence.bound) / sqrt(3)
        return log_mass(float(evidence.difference), spread, float(self.relation.target.step))


def log_mass(residual: float, spread: float, grain: float) -> float:
    """The logarithm of the share of rounding errors that leave over what comes to the same figure."""
    if spread == 0:
        return 0.0 if residual == 0 else -inf
    density = -0.5 * (residual / spread) ** 2 - log(spread * sqrt(2 * pi))
    return min(0.0, density + (log(grain) if grain else 0.0))


def _within(figure: Figure, others: Spans, policy: Policy) -> Interval:
    """The true values behind a figure, or behind all that it may be changed to."""
    if figure.cell not in others:
        return around(figure, policy.mode)
    low, high = (around(_with_value(figure, end), policy.mode) for end in others[figure.cell])
    return Interval(low.low, high.high)


def with_values(relation: Relation, values: Values) -> Relation:
    """The relation with other amounts in some of its cells."""

    def changed(figure: Figure) -> Figure:
        return _with_value(figure, values[figure.cell]) if figure.cell in values else figure

    return relation.mapped(changed)


def _with_value(figure: Figure, value: Decimal) -> Figure:
    return replace(figure, state=FigureState.AMOUNT, value=value, shown=None, shown_step=None)
