"""Months, moments, sizes and counts in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from syditval.messages import texts
from syditval.messages.amounts import GROUP
from syditval.model.period import Period
from syditval.web.screens.states import State
from syditval.web.screens.telling import Telling
from tests.web.screens.example_screens import APRIL, MONTHS

SWEDISH, ENGLISH = Telling(texts("sv")), Telling(texts("en"))


def test_a_month_has_its_name_in_the_language() -> None:
    assert SWEDISH.month(Period(2024, 5)) == f"maj{GROUP}2024"
    assert ENGLISH.month(Period(2024, 5)) == f"May{GROUP}2024"
    assert (SWEDISH.long(10), SWEDISH.short(10), ENGLISH.short(10)) == ("oktober", "okt", "Oct")


def test_a_moment_is_told_to_the_minute_and_says_that_it_is_in_utc() -> None:
    assert SWEDISH.moment(datetime(2024, 5, 8, 9, 12, 59, tzinfo=UTC)) == f"2024-05-08 09:12{GROUP}UTC"


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0 byte"),
        (1023, "1023 byte"),
        (1024, f"1{GROUP}kB"),
        (9_321, f"9{GROUP}kB"),
        (2**21, f"2{GROUP}048{GROUP}kB"),
    ],
)
def test_a_size_is_told_in_kilobytes_from_one_on(size: int, told: str) -> None:
    assert SWEDISH.size(size) == told


def test_only_findings_that_there_are_are_counted_worst_first() -> None:
    assert list(SWEDISH.counts(APRIL)) == [("error", "2 fel"), ("warning", "1 varning")]
    assert list(ENGLISH.counts(APRIL)) == [("error", "2 errors"), ("warning", "1 warning")]
    assert list(SWEDISH.counts(MONTHS[0])) == []
    assert SWEDISH.number_of(APRIL, "error") == "2"


def test_a_state_has_a_word() -> None:
    assert SWEDISH.state(State.MISSING) == "saknas"
