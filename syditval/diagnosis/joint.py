"""One thing that makes several cells wrong at once."""

from __future__ import annotations

from collections.abc import Sequence
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
    """The failing rules that hold with some cells changed; none at all where another rule then fails."""
    numbers = {number for cell in values for number in net.numbers_of(cell)}
    failing = {rule.index for rule in net.failing}
    # What failed is asked first: it mostly goes on failing.
    for number in sorted(numbers, key=lambda number: (number not in failing, number)):
        if not net.rule(number).holds(values):
            return frozenset()
    return frozenset(numbers & failing)


def step_of(
    mechanism: Mechanism, values: Values, weight: float = 0.0, witnesses: Sequence[CellRef] = ()
) -> Step:
    """A step that gives each of some cells one value."""
    mends = tuple(Mend(cell, (value, value), value) for cell, value in sorted(values.items()))
    return Step(mechanism, mends, weight, weight, tuple(witnesses))
