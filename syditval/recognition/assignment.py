"""Which role each column has, where one heading may stand for several ("AVVIKELSE" twice)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from syditval.model.kind import TableKind
from syditval.model.relation import Form
from syditval.model.table import Column, Difference
from syditval.recognition.bands import Band, assignments
from syditval.recognition.differences import Scene, find_difference

# How the columns, once named, are filled with their figures.
Fill = Callable[[Sequence[Column]], Scene]


def name_columns(band: Band, fill: Fill) -> Scene:
    """The band's columns with the roles that fit the figures best, filled.

    Arithmetic comes first (how many lines the kind's differences explain), then place: a computed
    column stands to the right of what it is computed from, and near it.
    """
    options = [fill(_columns(band, roles)) for roles in assignments(band.headings)]
    if len(options) == 1:
        return options[0]
    return max(options, key=lambda scene: _fitness(scene, band.kind))


def _columns(band: Band, roles: Sequence[str]) -> list[Column]:
    types = {column.role: column.type for column in band.kind.columns}
    return [
        Column(role, types[role], heading.text, heading.column)
        for role, heading in zip(roles, band.headings, strict=True)
    ]


def _fitness(scene: Scene, kind: TableKind) -> tuple[int, int]:
    found = differences(scene, kind)
    return sum(difference.hits for difference in found), -sum(_spread(scene, each) for each in found)


def differences(scene: Scene, kind: TableKind) -> list[Difference]:
    """How each difference column of the kind is computed here, as far as it can be determined."""
    declared = (relation for relation in kind.relations if relation.form is Form.DIFFERENCE)
    return [found for relation in declared if (found := find_difference(scene, relation)) is not None]


def _spread(scene: Scene, difference: Difference) -> int:
    """How far a difference column stands from its operands; columns to its right count heavily."""
    target = scene.column(difference.target).column
    gaps = (target - scene.column(role).column for role in (difference.minuend, difference.subtrahend))
    return sum(gap if gap > 0 else 100 - gap for gap in gaps)
