"""Totals of a single line: a section with one line in it has a total all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.aggregates.candidate import Candidate, match_of
from syditval.aggregates.face import Face

# So many different amounts, none of them zero, must agree.
FEWEST_AMOUNTS = 2


def copies(face: Face, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The lines that are called totals and repeat the line before them at every crossing."""
    explained = {each.target for each in known}
    for target in face.lines[1:]:
        if not face.called[target] or target in explained or face.called[target - 1]:
            continue
        match = match_of(face, target, [target - 1])
        amounts = set(face.values[target][match.holds].tolist()) - {0.0}
        if len(amounts) >= FEWEST_AMOUNTS and (match.holds == face.present[target]).all():
            yield Candidate(target, (target - 1,), match, float(len(amounts)), len(amounts), "one line")
