"""How revenue and cost are signed, read from the figures of the lines."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.model.kind import SignRule, TableKind
from syditval.model.relation import Form
from syditval.model.table import ColumnType, Row, RowRole, SignConvention
from syditval.recognition.differences import Scene
from syditval.recognition.headings import begins_with

_REVENUE_AND_COST = {
    (-1, 1): SignConvention.REVENUE_NEGATIVE,
    (1, -1): SignConvention.REVENUE_POSITIVE,
    (1, 1): SignConvention.UNSIGNED,
}
_OUTLAY = {1: SignConvention.OUTLAY_POSITIVE, -1: SignConvention.OUTLAY_NEGATIVE}


def sign_convention(scene: Scene, kind: TableKind) -> SignConvention:
    """The convention that most figures of the lines follow; computed columns have no say."""
    details = [row for row in scene.rows if row.role is RowRole.DETAIL]
    if kind.sign is SignRule.OUTLAY:
        return _OUTLAY.get(_sign(scene, kind, details), SignConvention.UNDETERMINED)
    revenue = [row for row in details if begins_with(row.label, kind.revenue_labels)]
    cost = [row for row in details if row not in revenue]
    signs = (_sign(scene, kind, revenue), _sign(scene, kind, cost))
    return _REVENUE_AND_COST.get(signs, SignConvention.UNDETERMINED)


def _sign(scene: Scene, kind: TableKind, rows: Iterable[Row]) -> int:
    """+1 or -1 by the majority of the figures, 0 where there is none."""
    computed = {relation.target for relation in kind.relations if relation.form is not Form.SUM}
    roles = [
        column.role
        for column in scene.columns
        if column.type is ColumnType.AMOUNT and column.role not in computed
    ]
    balance = 0
    for row in rows:
        for role in roles:
            value = scene.figures[row.number, role].value or 0
            balance += (value > 0) - (value < 0)
    return (balance > 0) - (balance < 0)
