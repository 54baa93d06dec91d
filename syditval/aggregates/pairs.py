"""Sums of two lines that need not be neighbours: revenue is cost and result, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face, Lines
from syditval.aggregates.runs import MANY_LINES, is_marked
from syditval.arithmetic.screening import credible_gaps

# Up to so many lines every pair is tried; beyond, those that stand near.
ALL_PAIRS = 40
NEAR = 10
# Crossings that a pair must explain before it is looked at, and what it must be worth.
FEWEST = 2
_ENOUGH = 8.0
# Where there are more crossings than this, two that agree are a coincidence among them.
FEW_CROSSINGS = 5
_NAMED = 2.0
_APART, _SPREAD, _FARTHEST = 0.05, 0.02, 40
# A total stands behind its parts more often than before them, and seldom between.
_BEHIND, _BEFORE = 0.5, 0.3


def pairs(face: Face) -> list[Candidate]:
    """Every pair of lines that adds up to a third one credibly, the best first."""
    count = len(face.places)
    reach = count if count <= ALL_PAIRS else NEAR
    tries = count * count * min(count, 2 * reach)
    found = (
        _weighed(face, target, parts, tries)
        for target in face.lines
        if count <= MANY_LINES or is_marked(face, target)
        for parts in _fitting(face, target, reach)
    )
    return sorted((each for each in found if each is not None), key=lambda each: -each.score)


def _fitting(face: Face, target: int, reach: int) -> Iterator[tuple[int, int]]:
    """The pairs near a target that hold at some crossings, where no figure is zero."""
    near = [line for line in face.lines[max(0, target - reach) : target + reach + 1] if line != target]
    others = np.array(near)
    for place, first in enumerate(near[:-1]):
        second = others[place + 1 :]
        gap = np.abs(face.values[first] + face.values[second] - face.values[target])
        allowed = credible_gaps(
            face.half[first] + face.half[second] + face.half[target],
            face.variance[first] + face.variance[second] + face.variance[target],
            face.size[first] + face.size[second] + face.size[target],
        )
        filled = (face.size[first] > 0) & (face.size[second] > 0) & (face.size[target] > 0)
        hits = ((gap <= allowed) & filled).sum(1)
        for hit in np.flatnonzero(hits >= FEWEST):
            yield first, int(second[hit])


def _weighed(face: Face, target: int, parts: Lines | tuple[int, int], tries: int) -> Candidate | None:
    found = candidate(face, target, parts, Search("pair", tries))
    distances = [abs(part - target) for part in parts]
    score = found.score
    score -= _APART * min(_FARTHEST, min(distances) - 1) + _SPREAD * min(_FARTHEST, max(distances))
    if face.totals[target]:
        score += _NAMED
    score += _BEHIND if target > max(parts) else _BEFORE if target < min(parts) else 0.0
    needed = FEWEST if int(found.match.tried.sum()) <= FEW_CROSSINGS else FEWEST + 1
    return replace(found, score=score) if found.witnesses >= needed and score >= _ENOUGH else None
