"""Figures of an earlier workbook in the unit of now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.checks.conversion import Conversion, hindrance
from syditval.model.amounts import Unit
from syditval.model.relation import Reason
from syditval.model.table import SignConvention
from tests.arithmetic.figures import figure
from tests.checks.examined import table_of
from tests.checks.monthly import APRIL, MARCH

NOW, THEN = table_of(APRIL), table_of(MARCH)
MONEY = [unit for unit in Unit if unit is not Unit.UNSTATED]


@pytest.mark.parametrize(
    ("now", "then", "written"),
    [
        (Unit.TKR, Unit.TKR, "500 step 1"),
        (Unit.TKR, Unit.KR, "0.500 step 0.001"),
        (Unit.KR, Unit.TKR, "500000 step 1000"),
        (Unit.TKR, Unit.MKR, "500000 step 1000"),
        (Unit.MKR, Unit.KR, "0.000500 step 0.000001"),
    ],
)
def test_amount_and_step_are_brought_to_the_unit_of_now(now: Unit, then: Unit, written: str) -> None:
    conversion = Conversion.between(replace(NOW, unit=now), replace(THEN, unit=then), "mars.xlsx")
    found = conversion.of(replace(figure("500"), shown=figure("500").value, shown_step=figure("500").step))

    assert f"{found.value:f} step {found.step:f}" == written
    assert f"{found.shown:f} step {found.shown_step:f}" == written
    assert found.cell.source == "mars.xlsx"


def test_a_blank_stays_blank() -> None:
    assert Conversion("mars.xlsx", 3).of(figure("")).value is None


@given(st.integers(-(10**9), 10**9), st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_there_and_back_nothing_is_lost(amount: int, one: Unit, other: Unit) -> None:
    tables = replace(NOW, unit=one), replace(THEN, unit=other)
    there, back = (Conversion.between(*pair, "x") for pair in (tables, tables[::-1]))

    assert back.of(there.of(figure(str(amount)))).value == amount


@pytest.mark.parametrize(
    ("now", "then", "turn"),
    [
        (SignConvention.REVENUE_NEGATIVE, SignConvention.REVENUE_NEGATIVE, 1),
        (SignConvention.REVENUE_NEGATIVE, SignConvention.REVENUE_POSITIVE, -1),
        (SignConvention.OUTLAY_NEGATIVE, SignConvention.OUTLAY_POSITIVE, -1),
        (SignConvention.UNDETERMINED, SignConvention.REVENUE_POSITIVE, 1),
    ],
)
def test_opposite_signs_are_turned(now: SignConvention, then: SignConvention, turn: int) -> None:
    tables = replace(NOW, sign=now), replace(THEN, sign=then)

    assert hindrance(*tables) is None
    assert Conversion.between(*tables, "x").turn == turn


def test_signs_that_are_opposite_for_revenue_alone_cannot_be_compared() -> None:
    unsigned = replace(THEN, sign=SignConvention.UNSIGNED)

    assert NOW.sign is SignConvention.REVENUE_NEGATIVE
    assert hindrance(NOW, unsigned) is Reason.SIGN_NOT_COMPARED


def test_a_unit_that_nobody_states_is_comparable_with_itself_alone() -> None:
    unstated = replace(THEN, unit=Unit.UNSTATED)

    assert hindrance(NOW, unstated) is Reason.UNIT_NOT_COMPARED
    assert hindrance(replace(NOW, unit=Unit.UNSTATED), unstated) is None
