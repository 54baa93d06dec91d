"""What structural rules share: a check on the states of every figure column."""

from __future__ import annotations

import pandas as pd

from syditval.checks.schema_check import LABEL, SchemaCheck, state_is_not
from syditval.model.amounts import FigureState
from syditval.model.table import ColumnType
from tests.checks.examined import SHIPPED


def test_every_figure_column_is_asked_and_no_other() -> None:
    budget = SHIPPED[0]
    asked = list(state_is_not(budget, FigureState.UNREADABLE))

    assert [check.at for check in asked] == [
        column.role for column in budget.columns if column.type not in (ColumnType.LABEL, ColumnType.TEXT)
    ]
    assert {check.on for check in asked} == {f"{check.at}.state" for check in asked}


def test_it_holds_where_the_state_is_another() -> None:
    check = next(state_is_not(SHIPPED[0], FigureState.NIL))
    states = pd.Series(
        [FigureState.AMOUNT, FigureState.NIL, FigureState.BLANK], index=[4, 5, 6], dtype=object
    )

    assert dict(check.holds(states)) == {4: True, 5: False, 6: True}


def test_a_failure_stands_at_the_label_unless_told_otherwise() -> None:
    assert SchemaCheck("", lambda frame: frame).at == LABEL
