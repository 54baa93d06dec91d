"""Lines that are the average of their neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from syditval.aggregates.evidence import is_outweighed, once_each, price_of, surprise
from syditval.aggregates.face import Face, Mask
from syditval.aggregates.runs import LONGEST, MANY_LINES
from syditval.aggregates.words import names_average
from syditval.arithmetic.screening import Array, slack

_MOST_OF_ONE = 10.0
_NAMED, _UNNAMED = 5.0, -2.0
# Named as an average, it must be worth this; not so named, more, with more witnesses and few failures.
_ENOUGH, _ENOUGH_UNNAMED = 5.0, 20.0
_WITNESSES_UNNAMED = 5
_FEW_FAILURES = 0.2


@dataclass(frozen=True, slots=True)
class Mean:
    """``target`` may be the average of ``parts``; ``score`` is as that of a sum."""

    target: int
    parts: tuple[int, ...]
    holds: Mask
    tried: Mask
    score: float
    witnesses: int

    @property
    def outweighed(self) -> bool:
        """Whether it fails too often beside where it holds."""
        return is_outweighed(self.tried, self.holds)


def averages(face: Face) -> list[Mean]:
    """The averages of a face, one for each line at most, the best first."""
    best: dict[int, Mean] = {}
    for target in face.lines:
        if len(face.places) > MANY_LINES and not names_average(face.names[target]):
            continue
        for following in (np.arange(target - 1, -1, -1), np.arange(target + 1, len(face.places))):
            found = _best(face, target, following)
            if found is not None and (target not in best or found.score > best[target].score):
                best[target] = found
    return sorted(best.values(), key=lambda each: -each.score)


def _best(face: Face, target: int, following: npt.NDArray[np.intp]) -> Mean | None:
    if not names_average(face.names[target]):
        following = following[:LONGEST]
    candidates = [found for found in _means(face, target, following) if _is_credible(face, found)]
    return max(candidates, key=lambda each: (round(each.score, 6), len(each.parts)), default=None)


def _means(face: Face, target: int, following: npt.NDArray[np.intp]) -> Iterator[Mean]:
    """The average of the first two lines, of the first three ... wherever one holds at all."""
    if len(following) < 2:
        return
    values = face.values[target]
    filled = np.cumsum(face.present[following], axis=0)
    number = np.maximum(filled, 1)
    gap = np.abs(np.cumsum(face.values[following], axis=0) / number - values)
    bound = face.half[target] + np.cumsum(face.half[following], axis=0) / number
    tried = face.present[target] & (filled >= 2)
    holds = tried & (gap <= bound + slack(np.abs(values)))
    price = log(len(following)) + log(len(face.places))
    hits, named = holds.sum(1), names_average(face.names[target])
    enough = hits >= (1 if named else _WITNESSES_UNNAMED)
    if not named:
        enough &= tried.sum(1) - hits <= _FEW_FAILURES * hits
    for last in np.flatnonzero(enough):
        if last:
            parts = following[: last + 1]
            yield _weighed(face, target, parts, (holds[last], tried[last], bound[last]), price)


def _weighed(
    face: Face,
    target: int,
    parts: npt.NDArray[np.intp],
    match: tuple[Mask, Mask, Array],
    price: float,
) -> Mean:
    holds, tried, bound = match
    values = face.values[target]
    figures = face.values[parts]
    step = np.maximum(2 * face.half[target], 1e-9)
    reach = np.maximum(figures.max(0) - figures.min(0), step)
    chance = np.minimum(1, (2 * bound + step) / (reach + step))
    tells = holds & (values != 0) & (reach > step)
    evidence, witnesses = once_each(values, np.where(tells, surprise(chance, _MOST_OF_ONE), 0))
    score = evidence - price - price_of(int((tried & ~holds).sum()), witnesses)
    score += _NAMED if names_average(face.names[target]) else _UNNAMED
    nothing = face.present[target] & (values == 0) & ~figures.any(0) & face.present[parts].any(0)
    return Mean(target, tuple(parts.tolist()), holds | nothing, tried, score, witnesses)


def _is_credible(face: Face, found: Mean) -> bool:
    if names_average(face.names[found.target]):
        return found.score >= _ENOUGH and found.witnesses >= 1
    failures = int((found.tried & ~found.holds).sum())
    return (
        found.score >= _ENOUGH_UNNAMED
        and found.witnesses >= _WITNESSES_UNNAMED
        and failures <= _FEW_FAILURES * int(found.holds.sum())
    )
