"""A date that no follow-up is about is told; a number in date format most often."""

from __future__ import annotations

from datetime import datetime

import pytest

from syditval.checks.census import take_census
from syditval.checks.implausible_date import RULE, occurrences
from syditval.model.cells import Cell, CellKind, Sheet
from tests.checks.examined import examined


def test_it_is_told_as_the_day_it_is_shown_as() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning H109 B7"]
    assert found.sentences() == [
        "Dates on the sheet Sheet1 before 1990 or after 2100: 1, the first 1900-02-28. See whether a date was "
        "mistyped or a number formatted as a date."
    ]


@pytest.mark.parametrize("day", ["1990-01-01", "2024-02-29", "2100-12-31"])
def test_the_first_and_the_last_day_are_in_order(day: str) -> None:
    assert examined(RULE.bad.replace("1900-02-28", day)).findings == []


@pytest.mark.parametrize("day", ["1899-12-30", "1989-12-31", "2101-01-01", "9999-12-31"])
def test_the_days_before_and_after_are_not(day: str) -> None:
    assert examined(RULE.bad.replace("1900-02-28", day)).findings == ["warning H109 B7"]


def test_a_time_of_day_is_no_date_whatever_day_is_stored_with_it() -> None:
    noon = Cell(CellKind.DATE, datetime(1900, 1, 1, 12), number_format="h:mm")

    assert list(occurrences(take_census(Sheet("Blad1", {(1, 1): noon}), ()))) == []
    assert list(
        occurrences(take_census(Sheet("Blad1", {(1, 1): noon._replace(number_format="General")}), ()))
    )


def test_all_of_a_sheet_are_one_finding_at_the_first() -> None:
    found = examined(RULE.bad + "Utskrivet den | 2204-05-02 {date}")

    assert found.findings == ["warning H109 B7"]
    assert "after 2100: 2, the first 1900-02-28" in found.sentences()[0]
