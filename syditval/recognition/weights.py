"""With which weight each line enters the total, read from the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.model.table import Row, RowRole, SignConvention
from syditval.recognition.footing import Weights, columns_explained
from syditval.recognition.scene import Scene
from syditval.recognition.signs import revenue_and_cost, sign_convention


def total_weights(scene: Scene) -> Weights:
    """The weight of each line, by row number, where it is not +1.

    Lines add up plainly unless another reading explains more of the columns that are not computed,
    and most of them: revenue less cost or cost less revenue in a table without signs (-1), or only
    the lines since the last subtotal (0 for those above it).
    """
    totals = scene.rows_with(RowRole.TOTAL)
    others = list(_readings(scene))
    if not totals or not others:
        return {}
    readings = [{}, *others]
    lines = [line.number for line in scene.rows_with(RowRole.DETAIL)]
    hits = [columns_explained(scene, totals[0].number, lines, weights) for weights in readings]
    best = max(hits)
    return readings[hits.index(best)] if best * 2 > len(scene.basic_roles) else {}


def _readings(scene: Scene) -> Iterator[Weights]:
    if sign_convention(scene) is SignConvention.UNSIGNED:
        for lines in revenue_and_cost(scene):
            yield _all(lines, -1)
    subtotals = scene.rows_with(RowRole.SUBTOTAL)
    if subtotals:
        lines = scene.rows_with(RowRole.DETAIL)
        yield _all([line for line in lines if line.number < subtotals[-1].number], 0)


def _all(lines: Sequence[Row], weight: int) -> Weights:
    return {line.number: weight for line in lines}
