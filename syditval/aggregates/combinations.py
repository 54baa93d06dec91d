"""Sums and differences of three columns or more in any order, where there are few columns.

The result of a year is subsidy, revenue and costs less what was set aside; what goes out is what came
in and what was added. Such columns stand in no order, and some count against others. With few lines
every combination can be tried, and many crossings leave little to chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face, Lines
from syditval.aggregates.lattice import Axis
from syditval.aggregates.words import names_difference, names_total
from syditval.arithmetic.screening import Array, credible_gaps

# The combinations of more lines than this are too many; with fewer crossings, chance finds some.
MOST_LINES = 9
FEWEST_CROSSINGS = 5
# Fewer lines are a pair, which has a search of its own; nobody reckons with more.
FEWEST_OF_A_SUM, MOST_OF_A_SUM = 4, 6
_MOSTLY = 0.8
_ENOUGH = 20.0
# Of what is added, so much is taken away at most; more is another line called by its opposite.
MOST_TAKEN_AWAY = 1
# A line that is hardly ever anything but zero could be put into any sum.
_FEWEST_NON_ZERO = 3
_MOST_CROSSINGS = 200


def combinations(face: Face) -> Iterator[Candidate]:
    """Every credible combination, those of fewest lines first."""
    lines = [line for line in face.lines if (face.values[line] != 0).sum() >= _FEWEST_NON_ZERO]
    if face.axis is Axis.COLUMN or not FEWEST_OF_A_SUM <= len(lines) <= MOST_LINES:
        return
    signs = _signs(len(lines))
    for place in _fitting(face, lines, signs):
        chosen = [(line, int(sign)) for line, sign in zip(lines, signs[place], strict=True) if sign]
        found = _candidate(face, dict(chosen), len(signs))
        failures = int((found.match.tried & ~found.match.holds).sum())
        if found.weights.count(-1) > MOST_TAKEN_AWAY:
            continue
        if found.score >= _ENOUGH and found.witnesses >= FEWEST_OF_A_SUM and failures <= found.witnesses // 4:
            yield found


@cache
def _signs(count: int) -> Array:
    """Every way to set lines against one another, each once, fewest lines first."""
    ways = [way for way in product((0, 1, -1), repeat=count) if next(filter(None, way), 0) == 1]
    fit = [way for way in ways if FEWEST_OF_A_SUM <= sum(map(abs, way)) <= MOST_OF_A_SUM]
    return np.array(sorted(fit, key=lambda way: sum(map(abs, way))), np.float64)


def _fitting(face: Face, lines: Lines, signs: Array) -> Iterator[int]:
    """The combinations that come to nothing, within rounding, at most crossings."""
    where = np.flatnonzero(face.present[lines].sum(0) >= FEWEST_OF_A_SUM)[:_MOST_CROSSINGS]
    if len(where) < FEWEST_CROSSINGS:
        return
    taken = np.abs(signs)
    gap = np.abs(signs @ face.values[lines][:, where])
    half, variance = taken @ face.half[lines][:, where], taken @ face.variance[lines][:, where]
    holds = gap <= credible_gaps(half, variance, taken @ face.size[lines][:, where])
    yield from np.flatnonzero(holds.mean(1) >= _MOSTLY).tolist()


def _candidate(face: Face, signs: dict[int, int], tries: int) -> Candidate:
    target = _target(face, signs)
    turn = -signs.pop(target)
    weights = [sign * turn for sign in signs.values()]
    return candidate(face, target, list(signs), Search("combinations", tries), weights)


def _target(face: Face, signs: dict[int, int]) -> int:
    """The line that the others make: alone on its side, else called a result, else the last."""
    alone = [line for line, sign in signs.items() if list(signs.values()).count(sign) == 1]
    if alone and len(signs) > 2:
        return alone[-1]
    named = [line for line in signs if names_difference(face.names[line]) or names_total(face.names[line])]
    return max(named or signs)
