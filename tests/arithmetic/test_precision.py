"""How finely figures are written, and the habit of a column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import column_step, places_of, step_of


@pytest.mark.parametrize(
    ("stored", "places"),
    [("1652", 0), ("12.0", 0), ("13.9", 1), ("1652.37", 2), ("0", 0), ("1E+3", 0), ("-0.005", 3), ("100", 0)],
)
def test_places_are_those_that_are_stored(stored: str, places: int) -> None:
    assert places_of(Decimal(stored)) == places


@pytest.mark.parametrize(("places", "step"), [(0, "1"), (1, "0.1"), (2, "0.01")])
def test_the_step_is_the_last_place(places: int, step: str) -> None:
    assert step_of(places) == Decimal(step)


@pytest.mark.parametrize(
    ("column", "step"),
    [
        ("13.9 5 48 11.2 47.9", "0.1"),  # 5 in a column of one decimal is 5.0
        ("13.9 5 48 11 47", "1"),  # one figure is no habit
        ("3000 2533 1652.3700001 2196 1953", "1"),  # nor is one stray long decimal
        ("100.25 200.5 300 400.75", "0.01"),
        ("13.9", "0.1"),  # one figure has its own place
        ("12 13.5", "1"),
        ("12.5 13.5", "0.1"),
        ("", "1"),
    ],
)
def test_a_column_is_as_fine_as_its_habit(column: str, step: str) -> None:
    assert column_step(places_of(Decimal(figure)) for figure in column.split()) == Decimal(step)


@pytest.mark.parametrize(("long", "step"), [(4, "1"), (5, "0.01")])
def test_in_a_long_column_a_habit_is_a_twentieth(long: int, step: str) -> None:
    assert column_step([2] * long + [0] * (100 - long)) == Decimal(step)


@given(st.lists(st.integers(0, 6), min_size=2), st.integers(0, 15))
def test_one_stray_decimal_never_makes_a_column_finer_than_its_finest_habit(
    places: list[int], stray: int
) -> None:
    assert column_step([*places, stray]) >= step_of(max(places))
