"""An amount to hold differences against is read as people write it, and never loses a digit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.threshold import PER_CENT, Threshold

UNITS = ("", "kr", "tkr", "mkr", "mdkr", PER_CENT)
MONEY = ("kr", "tkr", "mkr", "mdkr")
SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

amounts = st.decimals(min_value=0, max_value=10**15, places=6) | st.integers(0, 10**15).map(Decimal)
thresholds = st.builds(Threshold, amounts, st.sampled_from(UNITS))


class TestWhatIsRead:
    @pytest.mark.parametrize(
        ("text", "amount", "unit"),
        [
            ("100 tkr", "100", "tkr"),
            ("100tkr", "100", "tkr"),
            ("12", "12", ""),
            ("0", "0", ""),
            ("1,5 mkr", "1.5", "mkr"),
            ("1.5 mkr", "1.5", "mkr"),
            ("0,4 %", "0.4", "%"),
            ("2 mdkr", "2", "mdkr"),
            ("1 500 000 kr", "1500000", "kr"),
            ("1\N{NO-BREAK SPACE}500,25\N{NARROW NO-BREAK SPACE}kr", "1500.25", "kr"),
            ("  100 TKR ", "100", "tkr"),
        ],
    )
    def test_an_amount_with_or_without_a_unit(self, text: str, amount: str, unit: str) -> None:
        assert Threshold.parse(text) == Threshold(Decimal(amount), unit)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "tkr",
            "-1",
            "-100 tkr",
            "\N{MINUS SIGN}100 tkr",
            "+1",
            "1e3",
            "nan",
            "1,",
            ",5",
            "1,5.2",
            "1.500.000",
            "10 00 kr",
            "1000 000 kr",
            "100 sek",
            "100 tkr till",
            "100\ntkr",
            "١٠٠ tkr",
        ],
    )
    def test_anything_else_is_no_amount(self, text: str) -> None:
        with pytest.raises(ValueError, match="is no amount"):
            Threshold.parse(text)

    @given(thresholds)
    def test_it_is_read_back_from_what_it_writes(self, threshold: Threshold) -> None:
        assert Threshold.parse(str(threshold)) == threshold

    @given(amounts, st.sampled_from(UNITS), st.sampled_from([*SPACES, ""]), st.sampled_from([".", ","]))
    def test_comma_and_point_and_every_space_say_the_same(
        self, amount: Decimal, unit: str, space: str, mark: str
    ) -> None:
        grouped = f"{amount:,f}".replace(",", space).replace(".", mark)

        assert Threshold.parse(f"{grouped}{space}{unit}") == Threshold(amount, unit)

    @given(st.text(alphabet="0123456789-+.,e% tkrm\n"))
    def test_whatever_is_read_is_finite_and_not_negative(self, text: str) -> None:
        try:
            read = Threshold.parse(text)
        except ValueError:
            return
        assert read.amount.is_finite()
        assert not read.amount.is_signed()
        assert read.unit in UNITS


class TestWhatIsWritten:
    @pytest.mark.parametrize(
        ("threshold", "text"),
        [
            (Threshold(Decimal(100), "tkr"), "100 tkr"),
            (Threshold(Decimal("0.40"), "%"), "0.40 %"),
            (Threshold(Decimal("1E+6")), "1000000"),
        ],
    )
    def test_plain_digits_and_the_unit(self, threshold: Threshold, text: str) -> None:
        assert str(threshold) == text


class TestWithinAnotherUnit:
    @pytest.mark.parametrize(
        ("text", "unit", "amount"),
        [
            ("100 tkr", "kr", "100000"),
            ("1,5 mkr", "tkr", "1500"),
            ("1 mdkr", "mkr", "1000"),
            ("500 kr", "tkr", "0.5"),
            ("100 tkr", "tkr", "100"),
            ("2 %", "%", "2"),
        ],
    )
    def test_money_is_money(self, text: str, unit: str, amount: str) -> None:
        assert Threshold.parse(text).within(unit) == Decimal(amount)

    @pytest.mark.parametrize("unit", UNITS)
    def test_without_a_unit_it_is_meant_in_any(self, unit: str) -> None:
        assert Threshold(Decimal(12)).within(unit) == 12

    @pytest.mark.parametrize(
        ("text", "unit"), [("2 %", "tkr"), ("100 tkr", "%"), ("100 tkr", ""), ("100 tkr", "st")]
    )
    def test_what_is_of_another_kind_is_nothing(self, text: str, unit: str) -> None:
        assert Threshold.parse(text).within(unit) is None

    @given(amounts, st.sampled_from(MONEY), st.sampled_from(MONEY))
    def test_there_and_back_is_the_same_amount(self, amount: Decimal, unit: str, other: str) -> None:
        there = Threshold(amount, unit).within(other)

        assert there is not None
        assert Threshold(there, other).within(unit) == amount
