"""Which lines a subtotal is of, read from the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from syditval.model.table import Row, RowRole
from syditval.recognition.scene import Scene
from syditval.recognition.weights import explains

# So many lines above a subtotal are tried as its first one.
MOST_LINES = 100


def section_starts(scene: Scene) -> Mapping[int, int]:
    """The first line of each subtotal, by row number, where it is not the first since the one before.

    "Summa kostnader" may leave out the line of revenue above the costs, and a running result takes
    in all lines so far. Such a reading counts only where it explains most of the columns that are
    not computed, and the plain one does not explain as many.
    """
    starts: dict[int, int] = {}
    since = 0
    for subtotal in scene.rows_with(RowRole.SUBTOTAL):
        above = [line for line in scene.rows_with(RowRole.DETAIL) if line.number < subtotal.number]
        own = [line for line in above if line.number > since]
        found = _start(scene, subtotal, own, above)
        if found is not None:
            starts[subtotal.number] = found
        since = subtotal.number
    return starts


def _start(scene: Scene, subtotal: Row, own: Sequence[Row], above: Sequence[Row]) -> int | None:
    """The line that a subtotal begins with, or None for the first of its own."""
    plain = _hits(scene, subtotal, own[0].number) if own else 0
    hits = {start: _hits(scene, subtotal, start) for start in _candidates(above)}
    best = max(hits, key=lambda start: hits[start], default=0)
    if hits.get(best, 0) <= plain or hits[best] * 2 <= len(scene.basic_roles):
        return None
    return best


def _candidates(above: Sequence[Row]) -> Iterator[int]:
    """All lines so far first, then ever fewer."""
    yield from (line.number for line in above[-MOST_LINES:])


def _hits(scene: Scene, subtotal: Row, start: int) -> int:
    """How many columns the lines from ``start`` down to the subtotal explain."""
    left_out = {
        line.number: 0
        for line in scene.rows_with(RowRole.DETAIL)
        if not start <= line.number < subtotal.number
    }
    return sum(explains(scene, subtotal, role, left_out) for role in scene.basic_roles)
