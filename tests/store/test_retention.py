"""How long entries are kept: seven years after the year's end, ten for what is from 2018 or before."""

from __future__ import annotations

from datetime import date

import pytest

from syditval.model.period import Period
from syditval.store.retention import kept_until


@pytest.mark.parametrize(
    ("period", "years", "last"),
    [
        ("2024-01", 7, date(2031, 12, 31)),
        ("2024-12", 7, date(2031, 12, 31)),
        ("2019-01", 7, date(2026, 12, 31)),
        ("2018-12", 7, date(2028, 12, 31)),
        ("2024-04", 3, date(2027, 12, 31)),
        ("2018-04", 3, date(2028, 12, 31)),
        ("2018-04", 12, date(2030, 12, 31)),
    ],
)
def test_the_last_day(period: str, years: int, last: date) -> None:
    assert kept_until(Period.parse(period), years) == last
