"""A possible sum among the lines of a face, held against every crossing, and weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from syditval.aggregates.evidence import price_of, surprise, together
from syditval.aggregates.face import Face, Mask
from syditval.arithmetic.screening import Array, credible_gaps

# No single crossing may say more than this, in natural logarithms of odds: about 1 in 160 000.
_MOST_OF_ONE = 12.0
# What a crossing says where one part alone is not zero: it may be a copy.
_MOST_OF_A_COPY = 0.75


@dataclass(frozen=True, slots=True)
class Search:
    """The search by which a sum was found, and with how many sums it compared it."""

    found: str
    tries: int


@dataclass(frozen=True, slots=True)
class Match:
    """Where a sum could be tried (``tried``), where it holds, and what each crossing says for it."""

    holds: Mask
    tried: Mask
    says: Array


@dataclass(frozen=True, slots=True)
class Candidate:
    """``target`` may be the sum of ``parts``, by place in the face.

    ``score`` is the logarithm of the odds that chance alone brings this about, turned round: the
    evidence of the crossings less what the search has to pay for all that it tried. ``witnesses``
    are the crossings that say something on their own, those in proportion to one another counted once.
    """

    target: int
    parts: tuple[int, ...]
    match: Match
    score: float
    witnesses: int
    found: str
    weights: tuple[int, ...] = ()

    @property
    def weighted(self) -> list[tuple[int, int]]:
        """Each part with the weight it enters with: 1 but where it counts against the others."""
        return list(zip(self.parts, self.weights or (1,) * len(self.parts), strict=True))

    @property
    def shape(self) -> tuple[int, ...]:
        """Where the parts stand, seen from the target."""
        return tuple(part - self.target for part in self.parts)


def match_of(face: Face, target: int, parts: Sequence[int], weights: Sequence[int] = ()) -> Match:
    """A sum held against every crossing; it applies in the bands where it mostly holds."""
    lines = list(parts)
    total = np.array(weights or [1] * len(lines), np.float64) @ face.values[lines]
    gap = np.abs(total - face.values[target])
    allowed = credible_gaps(
        face.half[lines].sum(0) + face.half[target],
        face.variance[lines].sum(0) + face.variance[target],
        face.size[lines].sum(0) + face.size[target],
    )
    tried = face.present[target] & face.present[lines].any(0)
    holds = tried & (gap <= allowed)
    filled = (face.values[lines] != 0).sum(0)
    return in_bands(face, Match(holds, tried, says(face, target, gap, allowed, filled)))


def in_bands(face: Face, match: Match) -> Match:
    """The match where it applies: in the bands of crossings of which it explains most."""
    if face.bands is None:
        return match
    applies = np.zeros_like(match.tried)
    for band in face.bands:
        hits = match.holds[band].sum()
        if hits and hits >= 0.6 * match.tried[band].sum():
            applies[band] = True
    return Match(match.holds & applies, match.tried & applies, match.says)


def says(face: Face, target: int, gap: Array, allowed: Array, filled: Array) -> Array:
    """How surprising it is that each crossing holds, were the figures without any connection.

    The chance is that of a figure on the crossing's grain to fall inside the bounds of rounding, over
    the range that the target's figures take; a gap of nothing is less likely than one within bounds.
    Source: our own; it bounds coincidence as a test of many hypotheses does.
    """
    grain = np.maximum(face.grain, 1e-9)
    size = face.size[target]
    reach = np.minimum(size, face.spread[target]) + grain
    inside = (2 * np.floor(allowed / grain + 1e-6) + 1) * grain / reach
    exact = np.where(gap <= 1e-6 * grain + 1e-9 * size, 2 * grain / reach, inside)
    chance = np.clip(np.minimum(inside, exact), face.common, 1)
    evidence = surprise(chance, _MOST_OF_ONE)
    evidence = np.where(filled >= 2, evidence, np.minimum(evidence / 2, _MOST_OF_A_COPY))
    weighed: Array = np.where(size == 0, 0, evidence)
    return weighed


def testimony(face: Face, target: int, parts: Sequence[int], match: Match) -> tuple[float, int]:
    """The evidence of all crossings together, and how many witnesses it comes from.

    Crossings whose figures are in proportion (the same budget in twelve equal months, each year two
    per cent up) are one witness: if one of them holds, all do.
    """
    places = np.flatnonzero(match.holds & (match.says > 0))
    if not len(places):
        return 0.0, 0
    figures = face.values[list(parts)][:, places]
    largest = figures[int(np.argmax(np.abs(figures).sum(1)))]
    totals = face.values[target, places]
    is_copy = (figures != 0).sum(0) < 2
    shares = np.round(largest / totals, 3)
    keys = zip(is_copy.tolist(), np.where(is_copy, totals, shares).tolist(), strict=True)
    return together(zip(keys, match.says[places].tolist(), strict=True))


def candidate(
    face: Face, target: int, parts: Sequence[int], search: Search, weights: Sequence[int] = ()
) -> Candidate:
    """A sum that a search came upon, with its score."""
    match = match_of(face, target, parts, weights)
    evidence, witnesses = testimony(face, target, parts, match)
    failures = int((match.tried & ~match.holds & ~_withheld(face, target, parts)).sum())
    price = log(max(search.tries, 1)) + price_of(failures, witnesses)
    return Candidate(target, tuple(parts), match, evidence - price, witnesses, search.found, tuple(weights))


def _withheld(face: Face, target: int, parts: Sequence[int]) -> Mask:
    return np.asarray(face.withheld[[target, *parts]].any(axis=0), dtype=bool)
