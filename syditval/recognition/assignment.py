"""Which role each column has, where one heading may stand for several ("AVVIKELSE" twice)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from syditval.model.table import Column, Difference
from syditval.recognition.bands import Band
from syditval.recognition.differences import differences
from syditval.recognition.headings import header_rank
from syditval.recognition.scene import Scene
from syditval.recognition.side_by_side import assignments

# How the columns, once named, are filled with their figures.
Fill = Callable[[Sequence[Column]], Scene]


def name_columns(band: Band, fill: Fill) -> tuple[Scene, list[Difference]]:
    """The band's columns with the roles that fit best, filled, and how their differences are computed.

    Required roles come first, then arithmetic (how many lines the kind's differences explain), then
    place: a computed column stands to the right of what it is computed from, and near it. What is
    still open, the order of the kind's headers settles: of "Bokslut" and "Utfall" the latter is actual.
    """
    scenes = (fill(_columns(band, roles)) for roles in assignments(band.headings))
    return max(((scene, differences(scene)) for scene in scenes), key=lambda option: _fitness(*option))


def _columns(band: Band, roles: Sequence[str]) -> list[Column]:
    types = {column.role: column.type for column in band.kind.columns}
    return [
        Column(role, types[role], heading.text, heading.column)
        for role, heading in zip(roles, band.headings, strict=True)
    ]


def _fitness(scene: Scene, found: Sequence[Difference]) -> tuple[int, int, int, int, int]:
    return (
        sum(column.role in scene.kind.required_roles for column in scene.columns),
        sum(difference.hits for difference in found),
        len(found),
        -sum(_spread(scene, difference) for difference in found),
        -sum(header_rank(column.header, scene.kind, column.role) for column in scene.columns),
    )


def _spread(scene: Scene, difference: Difference) -> int:
    """How far a difference column stands from its operands; columns to its right count heavily."""
    target = scene.column(difference.target).column
    gaps = (target - scene.column(role).column for role in (difference.minuend, difference.subtrahend))
    return sum(gap if gap > 0 else 100 - gap for gap in gaps)
