"""Sums in the shape of others: where several totals stand the same way to their parts, so may the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face

# A pattern of more parts is not one that others repeat; one that is met once is no pattern.
LONGEST_SHAPE = 12
FEWEST_OF_A_SHAPE = 2
# What such a sum must be worth: little, since nothing was chosen for it.
_ENOUGH = 1.0


def in_shape(face: Face, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The sums that repeat the shape of others, for lines that are the total of nothing yet."""
    met = Counter(each.shape for each in known if not each.weights and len(each.parts) <= LONGEST_SHAPE)
    explained = {each.target for each in known}
    for shape, times in met.most_common():
        if times < FEWEST_OF_A_SHAPE:
            return
        for target in face.lines:
            parts = [target + step for step in shape]
            if target in explained or not 0 <= min(parts) <= max(parts) < len(face.places):
                continue
            found = candidate(face, target, parts, Search("shape", len(face.places)))
            failures = int((found.match.tried & ~found.match.holds).sum())
            if found.score >= _ENOUGH and failures <= found.witnesses:
                yield found
