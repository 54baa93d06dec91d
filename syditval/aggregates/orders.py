"""Which lines a search takes for neighbours: all, or those that are left when some are passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from syditval.aggregates.face import Face, Lines
from syditval.aggregates.words import alike, names_of_which

# Groups of columns repeat at most so far apart (men, women and both for each of several years).
LONGEST_STRIDE = 7
# Searches that pass over lines are for tables, not for ledgers.
MOST_LINES = 200

# A list of neighbours, and the one line of it to be explained, or None for all of them.
Order = tuple[Lines, int | None]


def plain(face: Face, taken: Collection[int]) -> Iterator[Order]:
    """All lines but those that are parts of a total already, which stands for them, or of the line above."""
    yield [line for line in face.lines if line not in taken and not names_of_which(face.names[line])], None


def amounts(face: Face, taken: Collection[int]) -> Iterator[Order]:
    """The same without lines that are named as percentages or averages; and all, of-which lines too."""
    if face.ratios.any():
        lines = [line for line in face.lines if line not in taken and not face.ratios[line]]
        yield [line for line in lines if not names_of_which(face.names[line])], None
    if any(map(names_of_which, face.names)):
        yield [line for line in face.lines if line not in taken], None


def alike_named(face: Face, _: Collection[int]) -> Iterator[Order]:
    """Lines of one name, before any other line or behind it: subtotals that a grand total adds up."""
    if len(face.places) > MOST_LINES:
        return
    for group in alike(face.names).values():
        for target in set(face.lines) - set(group):
            before = [line for line in group if line < target]
            behind = [line for line in group if line > target]
            yield [*before, target], target
            yield [target, *behind], target


def strides(face: Face, _: Collection[int]) -> Iterator[Order]:
    """Every second line, every third and so on; a total may stand in front, off their beat."""
    count = len(face.places)
    if count > MOST_LINES:
        return
    for stride in range(2, min(LONGEST_STRIDE, count // 2) + 1):
        for first in range(stride):
            beat = face.lines[first::stride]
            if len(beat) < 3:
                continue
            yield beat, None
            for ahead in range(max(0, first - stride + 1), first):
                yield [ahead, *beat], ahead
