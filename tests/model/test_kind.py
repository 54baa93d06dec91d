"""A kind is asked for its columns by role."""

from __future__ import annotations

from syditval.model.amounts import Unit
from syditval.model.kind import ColumnKind, SignRule, TableKind
from syditval.model.table import ColumnType

KIND = TableKind(
    name="budget",
    titles=(),
    unit=Unit.TKR,
    sign=SignRule.OUTLAY,
    columns=(
        ColumnKind("label", ColumnType.LABEL, required=True),
        ColumnKind("budget", ColumnType.AMOUNT, required=True),
        ColumnKind("comment", ColumnType.TEXT),
    ),
    relations=(),
    total_labels=("Summa",),
)


def test_a_column_is_found_by_its_role() -> None:
    assert KIND.column("comment") == ColumnKind("comment", ColumnType.TEXT)
    assert KIND.column("forecast") is None


def test_the_required_roles_stand_in_the_order_of_the_file() -> None:
    assert KIND.required_roles == ("label", "budget")
