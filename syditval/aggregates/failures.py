"""Where a sum that is believed does not hold, although it ought to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from syditval.aggregates.candidate import Candidate
from syditval.aggregates.face import Face, Mask
from syditval.aggregates.runs import is_block
from syditval.arithmetic.screening import Array

# A sum is believed against a crossing only where so many crossings hold for each that fails.
_OUTWEIGHING = 2.0
# A gap larger than this share of the total is not a slip in a figure: the crossing is no sum.
_LARGEST_GAP = 0.5


def failing(face: Face, found: Candidate, known: Sequence[Candidate]) -> Mask:
    """The crossings where a sum ought to hold and does not.

    Percentages and averages beside amounts do not add up, and need not: a column counts only where
    another sum holds, or where the gap is small beside the total, a row if its neighbours are such
    sums; and both only if the crossings that hold outweigh those that fail, or the target is called
    the total of the lines beside it.
    """
    lines = [found.target, *found.parts]
    failed = found.match.tried & ~found.match.holds
    withheld = face.withheld[lines].any(0)
    weights = np.array([weight for _, weight in found.weighted], np.float64)
    total = weights @ face.values[list(found.parts)]
    near = is_near(face, found.target, total)
    adds_up = np.zeros(len(face.crossings), bool)
    for other in known:
        if other is not found:
            adds_up |= other.match.holds & (other.match.says > 0)
    is_total = bool(face.called[found.target]) and is_block(face, found.target, found.parts)
    counts = near | adds_up | is_total | (face.bands is not None)
    fails: Mask = failed & ~withheld & ~face.shares[found.target] & counts
    if not is_total and fails.sum() * _OUTWEIGHING > found.match.holds.sum():
        return np.zeros_like(fails)
    return fails


def is_near(face: Face, target: int, total: Array) -> Mask:
    """Where sums come so near a target that the gap may be a slip."""
    size = np.maximum(face.size[target], np.abs(total))
    near: Mask = np.abs(total - face.values[target]) <= _LARGEST_GAP * size
    return near


def with_blanks(face: Face, found: Candidate) -> Mask:
    """The crossings where a part is blank that is blank nowhere else: the table may be cut short."""
    present = face.present[list(found.parts)]
    blank = ~present & face.present[found.target]
    mask: Mask = (blank & (blank.sum(1) == 1)[:, None]).any(0)
    return mask
