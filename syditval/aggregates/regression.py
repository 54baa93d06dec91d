"""Sums of lines that stand anywhere, read from many crossings at once.

Where more crossings than lines are known, the weights with which lines enter a total are the answer
to a system of equations. If they come out as ones and zeros, the ones are its parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face, Lines

# A line with fewer figures takes no part, and a face with more lines is not solved.
FEWEST_FIGURES = 4
MOST_LINES = 60
# So many more crossings than lines are asked for; so far from a whole number a weight may lie.
_MORE = 3
_OFF = 0.05
_MOSTLY = 0.8
_NO_RANK = 1e-9
_MOST_CROSSINGS = 2000


def solved(face: Face, known: Sequence[Candidate], taken: Collection[int]) -> Iterator[Candidate]:
    """Totals whose parts a system of equations tells, first over what is not yet part of a total."""
    lines = [line for line in face.lines if face.present[line].sum() >= FEWEST_FIGURES]
    if not FEWEST_FIGURES <= len(lines) <= MOST_LINES:
        return
    targets = {each.target for each in known}
    for target in lines:
        free = [line for line in lines if line != target and line not in taken]
        yield from _solved(face, target, free)
        siblings = {part for each in known if target in each.parts for part in each.parts}
        leaves = [line for line in lines if line not in targets and line not in siblings | {target}]
        yield from _solved(face, target, leaves)


def _solved(face: Face, target: int, lines: Lines) -> Iterator[Candidate]:
    crossings = np.flatnonzero(face.present[target])[:_MOST_CROSSINGS]
    lines = [line for line in lines if face.values[line, crossings].any()]
    needed = len(lines) // 2 + _MORE
    totals = face.values[target, crossings]
    if len(lines) < _MORE or len(crossings) < len(lines) + _MORE or len(np.unique(totals)) < needed:
        return
    weights, _, rank, _ = np.linalg.lstsq(face.values[lines][:, crossings].T, totals, rcond=_NO_RANK)
    whole = np.asarray(np.round(weights), dtype=np.float64)
    if rank < len(lines) or np.abs(weights - whole).max() > _OFF or not set(whole.tolist()) <= {0.0, 1.0}:
        return
    parts = [line for line, weight in zip(lines, whole, strict=True) if weight]
    if len(parts) < 2:
        return
    found = candidate(face, target, parts, Search("equations", 1))
    if found.witnesses >= needed and found.match.holds.sum() >= _MOSTLY * found.match.tried.sum():
        yield found
