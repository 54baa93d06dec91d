"""Periods: a year's months up to one of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.period import Period

periods = st.builds(Period, st.integers(1900, 2099), st.integers(1, 12))


@given(periods)
def test_a_period_is_read_as_it_is_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text", ["2024-4", "2024-13", "2024-00", "1824-04", "2024-04-30", "", "２０２４-04", "24-04"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        Period.parse(text)


def test_a_day_lies_in_the_last_month_of_its_period() -> None:
    assert Period.of_day(date(2024, 4, 30)) == Period(2024, 4)


def test_periods_follow_one_another() -> None:
    assert sorted([Period(2024, 1), Period(2023, 12), Period(2024, 10)]) == [
        *(Period(2023, 12), Period(2024, 1), Period(2024, 10)),
    ]
    assert Period(2024, 4).a_year_before == Period(2023, 4)
    assert Period(2024, 4).december_before == Period(2023, 12)
