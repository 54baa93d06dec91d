"""Totals by name that no sum explains: what they are most likely of, and where that fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.aggregates.aggregate import BY_NAME, BY_PLACE
from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face, Lines
from syditval.aggregates.failures import is_near
from syditval.aggregates.lattice import Axis
from syditval.aggregates.runs import block_beside
from syditval.aggregates.words import does_not_add_up, names_of_which

FEWEST_PARTS = 2


def unexplained(face: Face, known: Sequence[Candidate]) -> list[int]:
    """The lines that are called totals and are the total of nothing."""
    explained = {each.target for each in known}
    return [line for line in face.lines if face.called[line] and line not in explained]


def suspects(face: Face, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """For each unexplained total, the block of lines beside it that comes near, else the one before it.

    Totals mostly stand behind their parts. A block is one that no other total is of.
    """
    taken = {part for each in known for part in each.parts}
    for target in unexplained(face, known):
        blocks = [parts for parts in _blocks(face, target, known) if taken.isdisjoint(parts)]
        near = [parts for parts in blocks if _is_near(face, target, parts)]
        before = [parts for parts in blocks if max(parts) < target]
        for parts in (near or before)[:1]:
            yield candidate(face, target, parts, Search(BY_PLACE if near else BY_NAME, 2))


def leaving_out(face: Face, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """For each total row of all lines before it but one, all these lines: perhaps it leaves one out.

    A line that is named as part of another, as a ratio or a price, or that is part of a subtotal, is
    left out rightly; so is one that is nothing at some crossing.
    """
    for found in known:
        if face.axis is Axis.COLUMN and face.called[found.target]:
            block = _block_before(face, found, known)
            if len(block) == len(found.parts) + 1 and set(found.parts) < set(block):
                (line,) = set(block) - set(found.parts)
                whole = candidate(face, found.target, block, Search(BY_NAME, 2))
                if not _is_rightly_out(face, line) and not whole.match.holds.any():
                    yield whole


def _block_before(face: Face, found: Candidate, known: Sequence[Candidate]) -> Lines:
    blocks = _blocks(face, found.target, [each for each in known if each is not found])
    return next((block for block in blocks if max(block) < found.target), [])


def _is_rightly_out(face: Face, line: int) -> bool:
    return names_of_which(face.names[line]) or does_not_add_up(face.names[line])


def _blocks(face: Face, target: int, known: Sequence[Candidate]) -> Iterator[Lines]:
    """The lines before a total and the lines behind it, subtotals in the place of their parts."""
    stood_for = {part for each in known for part in each.parts}
    for step in (-1, 1):
        block = block_beside(face, target, step)
        block = [line for line in block if line not in stood_for]
        if len(block) >= FEWEST_PARTS:
            yield block


def _is_near(face: Face, target: int, parts: Lines) -> bool:
    """Whether a block comes near its total at most crossings where both have figures."""
    where = face.present[target] & (face.present[parts].sum(0) >= FEWEST_PARTS)
    near = is_near(face, target, face.values[parts].sum(0))
    return bool(where.any()) and 2 * int((near & where).sum()) > int(where.sum())
