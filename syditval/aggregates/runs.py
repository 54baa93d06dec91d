"""Sums of neighbours: a total before or after its parts, without a line between them that is no part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np
import numpy.typing as npt

from syditval.aggregates.candidate import (
    Candidate,
    Match,
    in_bands,
    match_of,
    says,
    testimony,
)
from syditval.aggregates.evidence import price_of
from syditval.aggregates.face import Face, Lines, Mask
from syditval.arithmetic.screening import Array, credible_gaps

# So many lines are added up for a target that nothing marks as a total.
LONGEST = 400
# In a region of more lines than this, only lines that are marked are looked at as totals.
MANY_LINES = 2000
# What the name of a total is worth, and its print, and what each line between it and its parts costs.
NAMED = 4.0
_SET_APART = 4.0
_APART = 0.05
_FARTHEST = 40
# Crossings that hold, where neither the name nor the region's shape makes one enough.
FEWEST_WITNESSES = 2


def runs(face: Face, order: Sequence[int], targets: Sequence[int] | None = None) -> Iterator[Candidate]:
    """For each target, the best run of lines that follow it in ``order``, in either direction.

    ``order`` is the list of lines that a search takes for neighbours. ``targets`` are the lines to
    be explained; all of ``order`` where it is None.
    """
    lines = np.array(order)
    wanted = None if targets is None else set(targets)
    for place, target in enumerate(order):
        if wanted is not None and target not in wanted:
            continue
        if len(face.places) > MANY_LINES and not is_marked(face, target):
            continue
        for following in (lines[:place][::-1], lines[place + 1 :]):
            found = _best(face, target, following)
            if found is not None:
                yield found


def is_marked(face: Face, line: int) -> bool:
    """Whether a line is a total by its name, by its print, or because it stands first or last."""
    return bool(face.totals[line]) or line in face.stressed or line in (0, len(face.places) - 1)


def is_set_apart(face: Face, target: int, parts: Sequence[int]) -> bool:
    """Whether a line is stressed and its parts are not, or they are set in further than it."""
    if target in face.stressed and face.stressed.isdisjoint(parts):
        return True
    return all(face.indents[part] > face.indents[target] for part in parts)


@dataclass(frozen=True, slots=True)
class _Growing:
    """The sums of the first line, the first two, the first three ... of a run, at every crossing."""

    gap: Array
    allowed: Array
    tried: Mask
    filled: npt.NDArray[np.intp]

    @property
    def holds(self) -> Mask:
        holds: Mask = self.tried & (self.gap <= self.allowed)
        return holds


def _growing(face: Face, target: int, following: npt.NDArray[np.intp]) -> _Growing:
    def added(figures: Array) -> Array:
        sums: Array = np.cumsum(figures[following], axis=0)
        return sums

    values = face.values
    return _Growing(
        gap=np.abs(added(values) - values[target]),
        allowed=credible_gaps(
            added(face.half) + face.half[target],
            added(face.variance) + face.variance[target],
            added(face.size) + face.size[target],
        ),
        tried=face.present[target] & (np.cumsum(face.present[following], axis=0) > 0),
        filled=np.cumsum(values[following] != 0, axis=0),
    )


def _best(face: Face, target: int, following: npt.NDArray[np.intp]) -> Candidate | None:
    """The run that explains its target best, or None where none of two lines or more does."""
    if not is_marked(face, target):
        following = following[:LONGEST]
    if len(following) < 2:
        return None
    growing = _growing(face, target, following)
    telling = growing.holds & (face.values[target] != 0)
    may_stand_alone = (
        face.totals[target] or face.is_single or is_set_apart(face, target, following[:2].tolist())
    )
    needed = 1 if may_stand_alone else FEWEST_WITNESSES
    lengths = np.flatnonzero(telling.sum(1) >= needed)
    best: tuple[tuple[float, int], Candidate] | None = None
    for last in lengths[lengths > 0]:
        found = _weighed(face, target, following, growing, int(last))
        if found is not None and (best is None or (round(found.score, 6), last) > best[0]):
            best = (round(found.score, 6), int(last)), found
    return _trimmed(face, best[1], following) if best else None


def _weighed(
    face: Face, target: int, following: npt.NDArray[np.intp], growing: _Growing, last: int
) -> Candidate | None:
    gap, allowed = growing.gap[last], growing.allowed[last]
    evidence = says(face, target, gap, allowed, growing.filled[last])
    match = in_bands(face, Match(growing.holds[last], growing.tried[last], evidence))
    parts = following[: last + 1].tolist()
    total, witnesses = testimony(face, target, parts, match)
    if not witnesses:
        return None
    withheld = face.withheld[parts].any(0) | face.withheld[target]
    failures = int((match.tried & ~match.holds & ~withheld).sum())
    price = log(_tries(face, target, following, last)) + price_of(failures, witnesses)
    score = total - price
    if face.totals[target]:
        score += NAMED
    if is_set_apart(face, target, parts):
        score += _SET_APART
    score -= _APART * min(_FARTHEST, abs(int(following[0]) - target) - 1)
    return Candidate(target, tuple(parts), match, score, witnesses, "neighbours")


def _tries(face: Face, target: int, following: npt.NDArray[np.intp], last: int) -> int:
    """How many sums a run has been chosen from.

    Of a line that is called a total and stands next to a whole block of lines, there are but two
    blocks to choose from; of any other line, every run of every length.
    """
    if face.called[target] and is_block(face, target, following[: last + 1].tolist()):
        return 2
    return len(following) * len(face.places)


def is_block(face: Face, target: int, parts: Sequence[int]) -> bool:
    """Whether parts are all lines from the target to a total, a gap or the end of the region."""
    by_distance = sorted(parts, key=lambda part: abs(part - target))
    nearest, last = by_distance[0], by_distance[-1]
    step = 1 if nearest > target else -1
    beyond = last + step
    if nearest != target + step or abs(last - nearest) != len(parts) - 1:
        return False
    if not 0 <= beyond < len(face.places) or face.called[beyond]:
        return True
    return abs(face.places[beyond] - face.places[last]) > 1


def block_beside(face: Face, target: int, step: int) -> Lines:
    """All lines from a target, upwards (-1) or downwards (1), to a total, a gap or the region's end."""
    block: Lines = []
    line = target + step
    while 0 <= line < len(face.places):
        block.append(line)
        if is_block(face, target, block):
            break
        line += step
    return block


def _trimmed(face: Face, found: Candidate, following: npt.NDArray[np.intp]) -> Candidate:
    """Lines of nothing but zeros belong to the end of a run only as far as they stand next to it."""
    where = np.flatnonzero(found.match.holds)
    last = end = len(found.parts) - 1
    while end > 1 and not face.values[following[end]][where].any():
        end -= 1
    while end < last and abs(face.places[following[end + 1]] - face.places[following[end]]) == 1:
        end += 1
    if end == last:
        return found
    parts = found.parts[: end + 1]
    return replace(found, parts=parts, match=match_of(face, found.target, parts))
