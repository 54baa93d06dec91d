"""Whether of-which rows are all of the line that they belong to, or only part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from syditval.model.table import Row, RowRole, RowSum
from syditval.recognition.footing import adds_up
from syditval.recognition.scene import Scene


def of_which_sums(scene: Scene) -> Iterator[RowSum]:
    """Each row with its of-which rows, where these are all of it.

    They are where several of them add up to the row they follow in most of the columns in which
    either holds anything but nothing. Others are only part of it: there is nothing to add up.
    """
    groups = groupby(scene.rows, key=lambda row: row.role is RowRole.OF_WHICH)
    runs = [list(rows) for _, rows in groups]
    for above, rows in pairwise(runs):
        if rows[0].role is RowRole.OF_WHICH and len(rows) > 1:
            found = RowSum(above[-1].number, tuple(row.number for row in rows))
            if _is_exhaustive(scene, found, [above[-1], *rows]):
                yield found


def _is_exhaustive(scene: Scene, found: RowSum, rows: Sequence[Row]) -> bool:
    telling = [
        role for role in scene.basic_roles if any(figure.value for figure in scene.figures_of(rows, role))
    ]
    hits = sum(adds_up(scene, found.total, found.parts, role, {}) for role in telling)
    return hits * 2 > len(telling)
