"""What a total may be of: the possible readings, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from syditval.model.table import RowRole
from syditval.recognition.scene import Scene

# Rows, by their numbers, and the rows that a row is the sum of.
Lines = tuple[int, ...]
Parts = Mapping[int, Lines]

# So many lines above a subtotal are tried as its first one.
MOST_LINES = 100


def lines_of(scene: Scene) -> Lines:
    """The lines that are no totals."""
    return tuple(line.number for line in scene.rows_with(RowRole.DETAIL))


def leaves(rows: Iterable[int], parts: Parts) -> frozenset[int]:
    """The rows, and in place of those that are sums what these are of in the end."""
    found: set[int] = set()
    for row in rows:
        found |= leaves(parts[row], parts) if row in parts else {row}
    return frozenset(found)


def as_found(total: int, found: Parts) -> Iterator[Lines]:
    """The parts of a total whose sum was found, then what these are of: one that is wrong spoils but one."""
    yield found[total]
    yield tuple(sorted(leaves(found[total], found)))


def above(scene: Scene, subtotal: int, since: int) -> Iterator[Lines]:
    """The lines since the total above a subtotal; else all lines so far, then ever fewer.

    "Summa kostnader" may leave out the line of revenue above the costs, and a running result takes
    in all lines so far.
    """
    lines = [line for line in lines_of(scene) if line < subtotal]
    yield tuple(line for line in lines if line > since)
    first = max(0, len(lines) - MOST_LINES)
    yield from (tuple(lines[start:]) for start in range(first, len(lines)))


def of_all(scene: Scene, parts: Parts, found: Lines) -> Iterator[Lines]:
    """All lines; subtotals and the lines outside them; subtotals alone; what was found."""
    yield lines_of(scene)
    if parts:
        outer = outermost(scene, parts)
        yield outer
        yield tuple(row for row in outer if row in parts)
    yield found


def outermost(scene: Scene, parts: Parts) -> Lines:
    """The lines and subtotals that are part of no subtotal."""
    reaches = {total: reach for total in parts if (reach := leaves([total], parts))}
    inside = frozenset[int]().union(*reaches.values())
    loose = [line for line in lines_of(scene) if line not in inside]
    outer = [
        total for total, reach in reaches.items() if not any(reach < other for other in reaches.values())
    ]
    return tuple(sorted(loose + outer))
