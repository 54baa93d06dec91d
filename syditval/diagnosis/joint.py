"""One thing that makes several cells wrong at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from syditval.diagnosis.explanation import Explanation, Mend, Step
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import Values
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef


@dataclass(frozen=True, slots=True)
class Joint:
    """An explanation, and the failing rules that it settles by their numbers."""

    explanation: Explanation
    settles: frozenset[int]


def settled(net: Net, values: Values) -> frozenset[int]:
    """The failing rules that hold with some cells changed; none at all where any rule then fails."""
    failing = [rule for rule in net.failing if not values.keys().isdisjoint(rule.cells)]
    if not failing or not all(rule.holds(values) for rule in failing):
        return frozenset()
    numbers = {number for cell in values for number in net.numbers_of(cell)}
    if not all(net.rule(number).holds(values) for number in sorted(numbers)):
        return frozenset()
    return frozenset(rule.index for rule in failing)


def is_failing_elsewhere(net: Net, settles: Collection[int], cells: Collection[CellRef]) -> bool:
    """Whether any of some cells takes part in a failing rule that is not among those to be settled."""
    others = (rule for rule in net.failing if rule.index not in settles)
    return any(cell in rule.cells for rule in others for cell in cells)


def step_of(
    mechanism: Mechanism, values: Values, weight: float = 0.0, witnesses: Sequence[CellRef] = ()
) -> Step:
    """A step that gives each of some cells one value."""
    mends = tuple(Mend(cell, (value, value), value) for cell, value in sorted(values.items()))
    return Step(mechanism, mends, weight, weight, tuple(witnesses))
