"""What a relation leaves over, and how much of it rounding explains credibly."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST, Policy, RoundingMode, evaluate
from syditval.arithmetic.balance import (
    CREDIBLE_DEVIATIONS,
    Balance,
    around,
    balance_of,
    credible,
    deviation,
    divisor_of,
    half_widths,
    spread_of,
)
from syditval.model.relation import FAILS, Relation
from tests.arithmetic.figures import average, difference, figure, total

TRUNCATION = Policy(mode=RoundingMode.TRUNCATION)

amounts = st.integers(-(10**7), 10**7)
steps = st.sampled_from(["0", "0.1", "1", "1000"])


def written(balance: Balance) -> str:
    """Residual, credible bound and spread."""
    return f"{balance.residual:.2f} of {balance.credible:.2f}, spread {balance.spread:.2f}"


@pytest.mark.parametrize(
    ("relation", "balance"),
    [
        (total(60, 10, 20, 30), "0.00 of 2.00, spread 0.58"),
        (total(62, 10, 20, 30), "2.00 of 2.00, spread 0.58"),
        (total(59, 10, 20, 30), "-1.00 of 2.00, spread 0.58"),
        (total(600, *[20] * 30), "0.00 of 7.23, spread 1.61"),  # rounding explains 15.5 at all
        (total("60.01", 10, 20, 30, step="0"), "0.01 of 0.00, spread 0.00"),
        (difference(860, 1652, 794), "2.00 of 1.50, spread 0.50"),
        (total(60, 10, 20, "", 30), "0.00 of 2.50, spread 0.65"),  # a blank may be a rounded nought
    ],
)
def test_a_balance_is_what_is_left_over_and_how_much_of_that_is_credible(
    relation: Relation, balance: str
) -> None:
    assert written(balance_of(relation, NEAREST)) == balance


@pytest.mark.parametrize(("target", "holds"), [(60, True), (62, True), (58, True), (63, False), (57, False)])
def test_it_holds_as_far_as_rounding_explains_it(target: int, holds: bool) -> None:
    assert balance_of(total(target, 10, 20, 30), NEAREST).holds is holds


def test_an_average_is_out_by_less_than_its_sum() -> None:
    of_three = balance_of(average("11.5", 10, 11, 13), NEAREST)

    assert round(of_three.residual, 4) == Decimal("0.1667")
    assert round(of_three.credible, 4) == Decimal("0.5500")  # half of 0.1, and a third of three halves


@pytest.mark.parametrize(
    ("relation", "divisor"),
    [
        (average("11.5", 10, 11, 13), 3),
        (average("11.5", 10, "", 13), 2),
        (average("7.7", 10, "-", 13), 3),
        (total(23, 10, "", 13), 1),
    ],
)
def test_an_average_is_over_all_that_hold_something(relation: Relation, divisor: int) -> None:
    assert divisor_of(relation) == divisor


def test_truncated_figures_lie_half_a_step_farther_out() -> None:
    """30.5 against three times 10.5; the total alone is out by a step."""
    assert written(balance_of(total(30, 10, 10, 10), TRUNCATION)) == "-1.00 of 2.00, spread 0.58"
    assert written(balance_of(total(31, 10, 10, 10), TRUNCATION)) == "0.00 of 2.00, spread 0.58"


def test_a_live_total_is_as_uncertain_as_all_that_it_adds_up() -> None:
    live = replace(figure(60), roundings=5)

    assert (around(live, NEAREST.mode).low, around(live, NEAREST.mode).high) == (57.5, 62.5)
    assert half_widths(live) == [Decimal("0.5")] * 5
    assert round(spread_of(replace(total(60, 10, 50), target=live)), 3) == Decimal("0.764")  # 7 roundings


def test_what_cannot_be_read_has_no_balance() -> None:
    with pytest.raises(ValueError, match="no readable amount"):
        balance_of(total(60, 10, "ca 400"), NEAREST)


def test_independent_errors_add_up_as_their_squares() -> None:
    assert deviation([]) == 0
    assert deviation([Decimal("0.5")] * 12) == 1
    assert deviation([Decimal(3), Decimal(3), Decimal(3)]) == 3


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_what_is_credible_is_possible(bound: Decimal, spread: Decimal) -> None:
    assert credible(bound, spread) == min(bound, CREDIBLE_DEVIATIONS * spread)


@given(st.lists(amounts, min_size=1, max_size=60), steps, st.integers(-40, 40))
def test_a_sum_holds_exactly_where_the_verdict_does_not_fail_it(
    parts: list[int], step: str, shift: int
) -> None:
    unit = Decimal(step) or Decimal("0.01")
    relation = total(f"{(sum(parts) + shift) * unit:f}", *(f"{part * unit:f}" for part in parts), step=step)

    assert balance_of(relation, NEAREST).holds is (evaluate(relation).verdict not in FAILS)


@given(st.lists(amounts, min_size=1, max_size=30), st.integers(-300, 300))
def test_so_does_an_average(parts: list[int], shift: int) -> None:
    mean = Decimal(sum(parts)) / len(parts) + Decimal(shift) / 100
    relation = average(f"{mean:.1f}", *parts)

    assert balance_of(relation, NEAREST).holds is (evaluate(relation).verdict not in FAILS)


@given(st.lists(amounts, min_size=1, max_size=60), amounts)
def test_turning_every_sign_turns_the_residual(parts: list[int], target: int) -> None:
    plain, turned = (
        balance_of(total(sign * target, *(sign * part for part in parts)), NEAREST) for sign in (1, -1)
    )

    assert turned == replace(plain, residual=-plain.residual)
