"""What an earlier month's workbook is called."""

from __future__ import annotations

from syditval.messages.months import month_named
from syditval.model.earlier import Against
from syditval.model.period import Period


def test_it_has_its_name_and_its_period_where_that_is_known() -> None:
    assert month_named(Against("mars.xlsx", "1" * 64, Period(2024, 3))) == "mars.xlsx (2024-03)"
    assert month_named(Against("mars.xlsx", "1" * 64, None)) == "mars.xlsx"


def test_what_hides_in_a_name_shows() -> None:
    assert month_named(Against("ma\u202ers.xlsx", "1" * 64, None)) == "ma\\u202ers.xlsx"
