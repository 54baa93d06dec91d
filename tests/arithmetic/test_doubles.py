"""A stored result may differ from the reckoned one by what doubles leave behind, and by nothing more."""

from __future__ import annotations

from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import is_result

AS_STORED = Context(prec=15).create_decimal


@given(
    st.lists(st.floats(-1e9, 1e9, allow_nan=False).map(lambda each: round(each, 2)), min_size=1, max_size=60)
)
def test_sums_of_doubles_are_the_sums_of_what_is_stored(amounts: list[float]) -> None:
    total = 0.0
    for amount in amounts:
        total += amount
    stored = [AS_STORED(repr(amount)) for amount in amounts]

    assert is_result(AS_STORED(repr(total)), sum(stored, Decimal(0)), sum(map(abs, stored), Decimal(0)))


@pytest.mark.parametrize(
    ("stored", "reckoned", "size", "verdict"),
    [
        ("0.3", "0.30000000000000004", "0.3", True),
        ("5.55e-17", "0", "0.3", True),
        ("5.55e-17", "0", "0", False),
        ("1000000.01", "1000000", "1000000", False),
        ("33.3333333333333", "33.33333333333333333333", "100", True),
        ("33.33", "33.33333333333333333333", "100", False),
        ("-5", "5", "5", False),
    ],
)
def test_noise_and_what_is_none(stored: str, reckoned: str, size: str, verdict: bool) -> None:
    assert is_result(Decimal(stored), Decimal(reckoned), Decimal(size)) is verdict
