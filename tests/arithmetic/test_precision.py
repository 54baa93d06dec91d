"""How finely figures are written, and the habit of a column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import (
    column_step,
    money_step,
    percent_without_noise,
    places_of,
    rounded,
    settled,
    step_of,
    without_noise,
)
from syditval.model.amounts import Unit


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


class TestMoney:
    """Nothing is smaller than an öre: 0,01 kr, 0,00001 tkr."""

    @pytest.mark.parametrize(
        ("written_to", "unit", "step"),
        [
            ("1", Unit.KR, "1"),  # whole kronor hide their öre
            ("0.1", Unit.KR, "0.1"),
            ("0.01", Unit.KR, "0"),  # amounts to the öre are exact
            ("0.0001", Unit.KR, "0.01"),  # shares will be rounded to the öre
            ("1", Unit.TKR, "1"),
            ("0.01", Unit.TKR, "0.01"),
            ("0.00001", Unit.TKR, "0"),
            ("0.1", Unit.MKR, "0.1"),
        ],
    )
    def test_amounts_to_the_ore_are_exact_and_none_is_finer(
        self, written_to: str, unit: Unit, step: str
    ) -> None:
        assert money_step(Decimal(written_to), unit) == Decimal(step)

    @pytest.mark.parametrize(
        ("stored", "unit", "amount"),
        [
            ("4833359.70999975", Unit.KR, "4833359.71"),  # what adding doubles left behind
            ("-4833359.70999975", Unit.KR, "-4833359.71"),
            ("1234.567890000001", Unit.TKR, "1234.56789"),
            ("33.3333333333333", Unit.KR, "33.3333333333333"),  # a third is a third
            ("1652.37", Unit.TKR, "1652.37"),
            ("1E+300", Unit.KR, "1E+300"),
        ],
    )
    def test_noise_goes_and_a_real_fraction_stays(self, stored: str, unit: Unit, amount: str) -> None:
        assert without_noise(Decimal(stored), unit) == Decimal(amount)

    @given(ore=st.integers(-(10**12), 10**12))
    def test_an_amount_to_the_ore_is_never_changed(self, ore: int) -> None:
        assert without_noise(Decimal(ore) / 100, Unit.KR) == Decimal(ore) / 100


class TestNoiseAmongOthers:
    """Doubles added up are good to twelve digits of the largest amount around."""

    @pytest.mark.parametrize(
        ("stored", "size", "amount"),
        [
            ("4833359.70999975", "4833359", "4833359.71000"),  # what adding doubles left behind
            ("-4833359.70999975", "4833359", "-4833359.71000"),
            ("0.30000000000000004", "0.3", "0.3"),
            ("5.55e-17", "100", "0"),  # nothing but noise
            ("5.55e-17", "0", "5.55e-17"),  # alone, who knows
            ("33.3333333333333", "100", "33.333333333"),
            ("33.3333333333333", "1000000", "33.33333"),
            ("1652.37", "1000000", "1652.37"),
            ("1652.37", "1000000000000", "1652"),
            ("123456789012345", "123456789012345", "123456789012345"),  # whole amounts stay whole
            ("0", "0", "0"),
        ],
    )
    def test_goes_and_what_is_larger_stays(self, stored: str, size: str, amount: str) -> None:
        assert settled(Decimal(stored), Decimal(size)) == Decimal(amount)

    @given(st.integers(-(10**11), 10**11), st.integers(0, 8), st.integers(0, 10**9))
    def test_settling_twice_is_settling_once(self, digits: int, places: int, size: int) -> None:
        once = settled(Decimal(digits).scaleb(-places), Decimal(size))

        assert settled(once, Decimal(size)) == once

    @given(st.integers(-(10**11) + 1, 10**11 - 1), st.integers(0, 6))
    def test_an_amount_of_eleven_digits_is_never_changed(self, digits: int, places: int) -> None:
        amount = Decimal(digits).scaleb(-places)

        assert settled(amount, abs(amount)) == amount


def test_percentages_are_no_finer_than_anybody_means() -> None:
    assert percent_without_noise(Decimal("48.0629539951574")) == Decimal("48.06295400")
    assert percent_without_noise(Decimal("13.9")) == Decimal("13.9")


@pytest.mark.parametrize(("amount", "printed"), [("48.05", "48.1"), ("-48.05", "-48.1"), ("48.049", "48.0")])
def test_rounding_is_half_up(amount: str, printed: str) -> None:
    assert rounded(Decimal(amount), Decimal("0.1")) == Decimal(printed)
