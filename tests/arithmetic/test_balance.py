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
    """Residual, the residuals that are allowed, and their spread."""
    return f"{balance.residual:.2f} of {balance.low:.2f} to {balance.high:.2f}, spread {balance.spread:.2f}"


def holds(relation: Relation, policy: Policy = NEAREST) -> bool:
    """Whether the balance of a relation allows what it leaves over."""
    balance = balance_of(relation, policy)
    return balance.allows(balance.residual)


def is_passed(relation: Relation, policy: Policy = NEAREST) -> bool:
    """Whether the verdict on a relation lets it hold."""
    return evaluate(relation, policy).verdict not in FAILS


@pytest.mark.parametrize(
    ("relation", "balance"),
    [
        (total(60, 10, 20, 30), "0.00 of -2.00 to 2.00, spread 0.58"),
        (total(62, 10, 20, 30), "2.00 of -2.00 to 2.00, spread 0.58"),
        (total(59, 10, 20, 30), "-1.00 of -2.00 to 2.00, spread 0.58"),
        (total(600, *[20] * 30), "0.00 of -7.23 to 7.23, spread 1.61"),  # rounding explains 15.5 at all
        (total("60.01", 10, 20, 30, step="0"), "0.01 of 0.00 to 0.00, spread 0.00"),
        (difference(860, 1652, 794), "2.00 of -1.50 to 1.50, spread 0.50"),
        (total(60, 10, 20, "", 30), "0.00 of -2.50 to 2.50, spread 0.65"),  # a blank may be a rounded nought
    ],
)
def test_a_balance_is_what_is_left_over_and_how_much_of_that_is_credible(
    relation: Relation, balance: str
) -> None:
    assert written(balance_of(relation, NEAREST)) == balance


@pytest.mark.parametrize(
    ("target", "explained"), [(60, True), (62, True), (58, True), (63, False), (57, False)]
)
def test_it_holds_as_far_as_rounding_explains_it(target: int, explained: bool) -> None:
    assert holds(total(target, 10, 20, 30)) is explained


def test_an_average_is_out_by_less_than_its_sum() -> None:
    of_three = balance_of(average("11.5", 10, 11, 13), NEAREST)

    assert round(of_three.residual, 4) == Decimal("0.1667")
    # Half of 0.1, and a third of three halves.
    assert [round(end, 4) for end in (of_three.low, of_three.high)] == [Decimal("-0.55"), Decimal("0.55")]


def test_multiplied_out_it_is_that_of_its_sum() -> None:
    """Its total is printed three times as finely as it counts then."""
    by_sum = balance_of(average("11.5", 10, 11, 13), NEAREST).scaled(3)

    assert written(by_sum) == "0.50 of -1.65 to 1.65, spread 0.51"
    assert round(by_sum.middle, 9) == 0
    assert by_sum.scaled(1) == by_sum


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


class TestTruncatedFigures:
    """Each lies up to a step farther from nought than it says."""

    def test_leave_over_what_their_cut_off_ends_add_up_to(self) -> None:
        """Three times 10 to 11 make 30 to 33: a total of 30, 31 or 32, the ends being open."""
        balance = balance_of(total(31, 10, 10, 10), TRUNCATION)

        assert written(balance) == "1.00 of -0.50 to 2.50, spread 0.58"
        assert [target for target in range(27, 36) if holds(total(target, 10, 10, 10), TRUNCATION)] == [
            30,
            31,
            32,
        ]

    def test_lie_to_the_other_side_below_nought(self) -> None:
        held = [target for target in range(-36, -26) if holds(total(target, -10, -10, -10), TRUNCATION)]

        assert held == [-32, -31, -30]

    def test_hold_exactly_though_that_is_not_the_likeliest(self) -> None:
        """Of thirty lines the total lies some fifteen steps above what is printed."""
        many = balance_of(total(600, *[20] * 30), TRUNCATION)

        assert many.residual == 0
        assert many.allows(many.residual)
        assert not many.allows(Decimal(-1))
        assert many.allows(many.middle)


def test_a_live_total_is_as_uncertain_as_all_that_it_adds_up() -> None:
    live = replace(figure(60), roundings=5)

    assert (around(live, NEAREST.mode).low, around(live, NEAREST.mode).high) == (
        Decimal("57.5"),
        Decimal("62.5"),
    )
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


@given(st.lists(amounts, min_size=1, max_size=60), steps, st.integers(-40, 40), st.sampled_from(RoundingMode))
def test_a_sum_holds_exactly_where_the_verdict_does_not_fail_it(
    parts: list[int], step: str, shift: int, mode: RoundingMode
) -> None:
    unit = Decimal(step) or Decimal("0.01")
    relation = total(f"{(sum(parts) + shift) * unit:f}", *(f"{part * unit:f}" for part in parts), step=step)

    assert holds(relation, Policy(mode)) is is_passed(relation, Policy(mode))


@given(amounts, amounts, st.integers(-4, 4), st.sampled_from(RoundingMode))
def test_so_does_a_difference(minuend: int, subtrahend: int, shift: int, mode: RoundingMode) -> None:
    relation = difference(minuend - subtrahend + shift, minuend, subtrahend)

    assert holds(relation, Policy(mode)) is is_passed(relation, Policy(mode))


@given(st.lists(amounts, min_size=1, max_size=30), st.integers(-300, 300))
def test_so_does_an_average(parts: list[int], shift: int) -> None:
    mean = Decimal(sum(parts)) / len(parts) + Decimal(shift) / 100
    relation = average(f"{mean:.1f}", *parts)

    assert holds(relation) is is_passed(relation)


@given(st.lists(amounts, min_size=1, max_size=60), amounts)
def test_turning_every_sign_turns_the_residual(parts: list[int], target: int) -> None:
    plain, turned = (
        balance_of(total(sign * target, *(sign * part for part in parts)), NEAREST) for sign in (1, -1)
    )

    assert turned == replace(
        plain, residual=-plain.residual, low=-plain.high, high=-plain.low, middle=-plain.middle
    )
