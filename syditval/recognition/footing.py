"""Whether rows add up to another row, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from syditval.arithmetic import evaluate
from syditval.model.relation import Form, Relation, Term, Verdict
from syditval.recognition.scene import Scene

# The weight of a row in a sum, by row number, where it is not +1.
Weights = Mapping[int, int]


def adds_up(scene: Scene, total: int, parts: Sequence[int], role: str, weights: Weights) -> bool:
    """Whether rows, each with its weight, add up to a total in one column; all by row number."""
    terms = tuple(
        Term(weight, scene.figures[part, role]) for part in parts if (weight := weights.get(part, 1))
    )
    relation = Relation("", Form.SUM, "", scene.figures[total, role], terms)
    return evaluate(relation).verdict in (Verdict.EXACT, Verdict.ROUNDING)


def columns_explained(scene: Scene, total: int, parts: Sequence[int], weights: Weights) -> int:
    """In how many of the columns that are not computed the rows add up to the total."""
    return sum(adds_up(scene, total, parts, role, weights) for role in scene.basic_roles)


def is_most(scene: Scene, columns: int) -> bool:
    """Whether so many columns are more than half of those that are not computed."""
    return columns * 2 > len(scene.basic_roles)
