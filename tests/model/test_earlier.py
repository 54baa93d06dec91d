"""What is known of earlier months: nothing is, unless it is given."""

from __future__ import annotations

from syditval.model.earlier import Against, Earlier, EarlierFinding, Months
from syditval.model.period import Period


def test_a_month_is_held_against_nothing_by_default() -> None:
    assert Months() == Months(earlier=(), decision="", period=None)


def test_an_earlier_month_has_its_findings_where_they_are_known() -> None:
    found = EarlierFinding("F101", "budget/total/actual", "error")

    assert Earlier("mars.xlsx", "1" * 64, None, ()).findings == ()
    assert Earlier("mars.xlsx", "1" * 64, None, (), (found,)).findings == (found,)


def test_of_an_earlier_workbook_a_report_says_which_it_is() -> None:
    assert Against("mars.xlsx", "1" * 64, Period(2024, 3)).period == Period.parse("2024-03")
