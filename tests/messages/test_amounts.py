"""Amounts are written for a Swedish reader, with every digit kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.messages.amounts import GROUP, signed, written

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=4)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("89", "89"),
        ("-89", "-89"),
        ("1200", "1 200"),
        ("1.2E+3", "1 200"),
        ("-43306", "-43 306"),
        ("11333827.86", "11 333 827,86"),
        ("13.90", "13,9"),
        ("0.05", "0,05"),
        ("48.0", "48"),
    ],
)
def test_grouped_by_threes_with_a_decimal_comma(amount: str, text: str) -> None:
    assert written(Decimal(amount)) == text.replace(" ", GROUP)


@pytest.mark.parametrize(("amount", "text"), [("5000", "+5 000"), ("0", "0"), ("-0.5", "-0,5")])
def test_a_difference_shows_its_sign(amount: str, text: str) -> None:
    assert signed(Decimal(amount)) == text.replace(" ", GROUP)


@given(AMOUNTS)
def test_no_digit_is_lost(amount: Decimal) -> None:
    assert Decimal(written(amount).replace(GROUP, "").replace(",", ".")) == amount


@given(AMOUNTS)
def test_the_group_sign_never_breaks_a_line(amount: Decimal) -> None:
    assert set(signed(amount)) <= set("+-0123456789," + GROUP)
