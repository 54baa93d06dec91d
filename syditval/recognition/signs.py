"""How revenue and cost are signed, read from the figures of the lines."""

from __future__ import annotations

from collections.abc import Sequence

from syditval.model.kind import SignRule
from syditval.model.table import Row, RowRole, SignConvention
from syditval.recognition.headings import begins_with, symbol
from syditval.recognition.scene import Scene

_REVENUE_AND_COST = {
    (-1, 1): SignConvention.REVENUE_NEGATIVE,
    (1, -1): SignConvention.REVENUE_POSITIVE,
    (1, 1): SignConvention.UNSIGNED,
}
_OUTLAY = {1: SignConvention.OUTLAY_POSITIVE, -1: SignConvention.OUTLAY_NEGATIVE}


def sign_convention(scene: Scene) -> SignConvention:
    """The convention that most figures of the lines follow; computed columns have no say."""
    if scene.kind.sign is SignRule.OUTLAY:
        sign = _sign(scene, scene.rows_with(RowRole.DETAIL))
        return _OUTLAY.get(sign, SignConvention.UNDETERMINED)
    revenue, cost = revenue_and_cost(scene)
    signs = (_sign(scene, revenue), _sign(scene, cost))
    return _REVENUE_AND_COST.get(signs, SignConvention.UNDETERMINED)


def revenue_and_cost(scene: Scene) -> tuple[list[Row], list[Row]]:
    """The lines of revenue, by their own label or by their section's, and all others."""
    names = scene.kind.revenue_labels
    sections = {symbol(name) for name in names}
    revenue: list[Row] = []
    cost: list[Row] = []
    for row in scene.rows_with(RowRole.DETAIL):
        is_revenue = row.section in sections or begins_with(row.label, names)
        (revenue if is_revenue else cost).append(row)
    return revenue, cost


def _sign(scene: Scene, rows: Sequence[Row]) -> int:
    """+1 or -1 by the majority of the figures, 0 where there is none."""
    values = [figure.value or 0 for role in scene.basic_roles for figure in scene.figures_of(rows, role)]
    balance = sum((value > 0) - (value < 0) for value in values)
    return (balance > 0) - (balance < 0)
