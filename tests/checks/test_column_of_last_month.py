"""A column of outcomes that was not brought up to date."""

from __future__ import annotations

import pytest

from syditval.checks.column_of_last_month import is_repeated, unchanged
from syditval.checks.conversion import Conversion
from syditval.checks.month_pair import MonthPair
from syditval.model.table import Table
from tests.checks.monthly import APRIL, MARCH, PROJECTS, against, pair, plain
from tests.checks.monthly import lines as lines_beside


def beside(now: Table, then: Table) -> MonthPair:
    return MonthPair(now, then, Conversion("mars.xlsx"), lines_beside(now, then))


def test_an_outcome_that_is_last_months_is_an_error_at_its_heading() -> None:
    found = against(MARCH.replace("| -905    | 5", "| -910    | 10"))

    assert [each for each in found.findings if "T301" in each] == ["error T301 C1"]
    assert found.sentences("T301") == [
        "Utfall holds what it held in 2024-03.xlsx, on 3 of 3 lines that are not zero: the column was not "
        "brought up to date."
    ]


def test_projects_may_stand_still_so_it_is_a_warning() -> None:
    assert against(PROJECTS, PROJECTS).findings == ["warning T301 C1"]


def test_one_line_that_moved_is_enough_in_a_short_table() -> None:
    moved = MARCH.replace("| 127 ", "| 128 ")

    assert [each for each in against(moved).findings if "T301" in each] == []


@pytest.mark.parametrize(("moved", "is_last_months"), [(0, True), (2, True), (3, False)])
def test_in_a_long_table_one_line_in_twenty_may_have_moved(moved: int, is_last_months: bool) -> None:
    then = [(f"Rad {number}", 100 + number) for number in range(40)]
    now = [(name, budget + (number < moved)) for number, (name, budget) in enumerate(then)]

    assert is_repeated(beside(plain(now), plain(then)), "budget") is is_last_months


def test_lines_of_zero_and_those_that_cannot_be_read_do_not_count() -> None:
    now = MARCH.replace("| 127 ", "| 0 ").replace("| 98 ", "| x ")
    then = MARCH.replace("| 127 ", "| 0 ")

    assert unchanged(pair(now, then), "actual") == [True]
    assert not is_repeated(pair(now, then), "actual")
    assert unchanged(pair(APRIL, MARCH), "actual") == [False, False, False]
