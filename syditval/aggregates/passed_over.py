"""Totals of the lines beside them but for one, that is itself a part of another line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face, Lines
from syditval.aggregates.runs import block_beside
from syditval.arithmetic.screening import slack

FEWEST_PARTS = 2
_ENOUGH = 6.0


def but_for_one(face: Face, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The called totals that are of a block of lines without one, which is what they miss by."""
    explained = {each.target for each in known}
    stood_for = {part for each in known for part in each.parts}
    for target in face.lines:
        if not face.called[target] or target in explained:
            continue
        for step in (-1, 1):
            block = [line for line in block_beside(face, target, step) if line not in stood_for]
            line = _surplus(face, target, block) if len(block) > FEWEST_PARTS else None
            if line is not None:
                parts = [part for part in block if part != line]
                found = candidate(face, target, parts, Search("but for one", 2 * len(block)))
                if found.score >= _ENOUGH:
                    yield found


def _surplus(face: Face, target: int, block: Lines) -> int | None:
    """The line of a block that is what the block has more than its total, wherever that is known."""
    where = face.present[target]
    rest = face.values[block].sum(0) - face.values[target]
    room = face.half[block].sum(0) + face.half[target] + slack(face.size[block].sum(0))
    for line in block:
        gap = np.abs(rest - face.values[line])
        if face.present[line][where].all() and (gap <= room)[where].all() and face.values[line][where].any():
            return line
    return None
