"""What crossings say for a pattern, weighed the same way for sums, averages and quotients.

Weights are natural logarithms of odds against chance.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np

from syditval.aggregates.face import Mask
from syditval.arithmetic.screening import Array

# How much agreement a crossing that fails takes away, and for how many a witness is made to pay.
FAILURE = 1.5
MOST_FAILURES = 3
# A crossing that says less than this is no witness.
WITNESS = 0.8
_SMALLEST_CHANCE = 1e-12


def surprise(chance: Array, most: float) -> Array:
    """What a crossing says that holds with a chance (0 to 1), at most ``most``."""
    weight: Array = np.minimum(-np.log(np.maximum(chance, _SMALLEST_CHANCE)), most)
    return weight


def together(said: Iterable[tuple[Hashable, float]]) -> tuple[float, int]:
    """What all crossings say, and how many are witnesses; those of one key are heard once, at their best."""
    best: dict[Hashable, float] = {}
    for key, weight in said:
        if weight > best.get(key, 0.0):
            best[key] = weight
    return sum(best.values()), sum(weight > WITNESS for weight in best.values())


def once_each(values: Array, weights: Array) -> tuple[float, int]:
    """The same where crossings with equal figures are one."""
    return together(zip(np.round(values, 6).tolist(), weights.tolist(), strict=True))


def price_of(failures: int, witnesses: int) -> float:
    """What crossings that fail take away from those that bear witness."""
    return FAILURE * min(failures, MOST_FAILURES * max(witnesses, 1))


def is_outweighed(tried: Mask, holds: Mask) -> bool:
    """Whether a pattern fails at one crossing or more for every three at which it holds."""
    return 3 * int((tried & ~holds).sum()) > int(holds.sum())
