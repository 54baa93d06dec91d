"""Intervals of true values behind printed figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic.interval import Interval, behind, total_of
from syditval.arithmetic.policy import RoundingMode

NEAREST, TRUNCATION = RoundingMode

amounts = st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False)
steps = st.sampled_from([Decimal(text) for text in ("0", "0.01", "0.1", "1", "1000")])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(amounts), draw(amounts)))
    is_point = low == high
    return Interval(low, high, not is_point and draw(st.booleans()), not is_point and draw(st.booleans()))


@st.composite
def values_inside(draw: st.DrawFn, interval: Interval) -> Decimal:
    """A value that an interval holds: between the ends, or an end that is included."""
    ends = [
        end
        for end, is_open in ((interval.low, interval.low_open), (interval.high, interval.high_open))
        if not is_open
    ]
    return draw(st.sampled_from([interval.middle, *ends]))


def written(interval: Interval) -> str:
    """An interval as mathematicians write it: [1.5, 2.5)."""
    left, right = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
    return f"{left}{interval.low}, {interval.high}{right}"


@pytest.mark.parametrize(
    ("value", "step", "nearest", "truncation"),
    [
        ("1652", "1", "[1651.5, 1652.5]", "[1652, 1653)"),
        ("-1652", "1", "[-1652.5, -1651.5]", "(-1653, -1652]"),
        ("0", "1", "[-0.5, 0.5]", "(-1, 1)"),
        ("48.0", "0.1", "[47.95, 48.05]", "[48.0, 48.1)"),
        ("1652", "0", "[1652, 1652]", "[1652, 1652]"),
        ("1652", "1000", "[1152, 2152]", "[1652, 2652)"),
    ],
)
def test_a_printed_figure_stands_for_all_values_that_round_to_it(
    value: str, step: str, nearest: str, truncation: str
) -> None:
    assert written(behind(Decimal(value), Decimal(step), NEAREST)) == nearest
    assert written(behind(Decimal(value), Decimal(step), TRUNCATION)) == truncation


@given(amounts, steps, st.sampled_from(RoundingMode))
def test_the_printed_value_is_always_among_them(value: Decimal, step: Decimal, mode: RoundingMode) -> None:
    assert behind(value, step, mode).meets(Interval(value, value))


def test_a_negative_weight_swaps_the_ends() -> None:
    half_open = Interval(Decimal(1), Decimal(2), high_open=True)

    assert written(half_open.weighted(-1)) == "(-2, -1]"
    assert written(half_open.weighted(1)) == "[1, 2)"


@given(intervals())
def test_turning_twice_changes_nothing(interval: Interval) -> None:
    assert interval.weighted(-1).weighted(-1) == interval


def test_dividing_leaves_the_ends_as_open_as_they_were() -> None:
    half_open = Interval(Decimal(6), Decimal(9), high_open=True)

    assert written(half_open.divided(3)) == "[2, 3)"


@given(intervals(), st.integers(1, 300))
def test_adding_as_many_as_it_was_divided_by_gives_an_interval_back(interval: Interval, number: int) -> None:
    whole = total_of([interval.divided(number)] * number)

    assert abs(whole.low - interval.low) + abs(whole.high - interval.high) < Decimal("1e-12")
    assert (whole.low_open, whole.high_open) == (interval.low_open, interval.high_open)


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3)), True),
        (Interval(Decimal(1), Decimal(2), high_open=True), Interval(Decimal(2), Decimal(3)), False),
        (Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3), low_open=True), False),
        (Interval(Decimal(1), Decimal(2)), Interval(Decimal("2.1"), Decimal(3)), False),
        (Interval(Decimal(1), Decimal(3), True, True), Interval(Decimal(2), Decimal(2)), True),
        (Interval(Decimal(1), Decimal(1)), Interval(Decimal(1), Decimal(1)), True),
    ],
)
def test_touching_in_one_point_counts_only_if_both_include_it(
    first: Interval, second: Interval, meet: bool
) -> None:
    assert first.meets(second) is meet
    assert second.meets(first) is meet


@given(st.data(), st.lists(intervals(), min_size=1, max_size=6))
def test_the_sum_of_intervals_holds_the_sum_of_any_of_their_values(
    data: st.DataObject, parts: list[Interval]
) -> None:
    values = [data.draw(values_inside(part)) for part in parts]

    assert total_of(parts).meets(Interval(sum(values), sum(values)))


@given(st.lists(intervals(), min_size=1, max_size=6))
def test_an_end_of_a_sum_is_included_only_if_every_added_end_is(parts: list[Interval]) -> None:
    whole = total_of(parts)

    assert (whole.low, whole.high) == (sum(part.low for part in parts), sum(part.high for part in parts))
    assert whole.low_open is any(part.low_open for part in parts)
    assert whole.high_open is any(part.high_open for part in parts)


def test_the_sum_of_nothing_is_zero() -> None:
    assert written(total_of([])) == "[0, 0]"


@given(intervals())
def test_middle_and_half_width_give_the_ends_back(interval: Interval) -> None:
    assert interval.middle - interval.half_width == interval.low
    assert interval.middle + interval.half_width == interval.high
