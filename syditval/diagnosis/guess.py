"""A guess at what one cell should hold, and how it came to hold something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import exp, inf, log

from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef


@dataclass(frozen=True, slots=True)
class Guess:
    """``value`` is what the cell should hold; ``weight`` a logarithm, to be compared with others alone.

    ``witnesses`` are cells that show it: a line that was left out, a neighbour that was copied. Where
    the value stands for many beside it, ``share`` is the logarithm of the part of the weight that is its own.
    """

    mechanism: Mechanism
    value: Decimal
    weight: float
    witnesses: tuple[CellRef, ...] = ()
    share: float = 0.0


def together(weights: Iterable[float]) -> float:
    """The logarithm of a sum of numbers that are given by their logarithms."""
    weights = [weight for weight in weights if weight > -inf]
    if not weights:
        return -inf
    top = max(weights)
    return top + log(sum(exp(weight - top) for weight in weights))
