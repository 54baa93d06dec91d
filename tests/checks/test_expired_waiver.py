"""What was accepted for a time is accepted to the end of its last day, and is told from the next one on."""

from __future__ import annotations

from datetime import date

import pytest

from syditval.checks.expired_waiver import RULE, expired, is_expired
from syditval.checks.waiver_without_finding import WAIVED_TABLE
from syditval.model.waiver import Waiver
from tests.checks.examined import examined

DAY = date(2024, 4, 30)


def until(day: date | None) -> Waiver:
    return Waiver("F101", "budget/total/actual", "Rättas.", until=day)


def test_it_is_told_as_a_warning_about_the_workbook_with_its_last_day() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning W002 -"]
    assert found.sentences() == [
        "The waiver of F101/budget/total/actual was accepted until 2024-03-31 and no longer holds: settle the "
        "difference, or have it accepted anew."
    ]


def test_one_that_is_expired_is_not_told_to_match_nothing_as_well() -> None:
    (finding,) = examined(RULE.bad).checked.findings

    assert finding.id == "W002/F101/budget/total/actual"


def test_what_it_was_meant_for_counts_again() -> None:
    waiver = "\n! waiver F101 budget/total/actual until 2024-03-31 -> Rättas."

    assert examined(waiver + WAIVED_TABLE).findings == ["error F101 C5", "warning W002 -"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2024, 4, 29), True),
        (date(2024, 4, 30), False),
        (date(2024, 5, 1), False),
        (None, False),
    ],
    ids=["the day before", "that day", "the day after", "always"],
)
def test_it_holds_to_the_end_of_its_last_day(day: date | None, outcome: bool) -> None:
    assert is_expired(until(day), DAY) is outcome
    assert list(expired([until(day)], DAY)) == [until(day)] * outcome
