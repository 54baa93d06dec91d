"""Which earlier month a workbook is held against."""

from __future__ import annotations

import pytest

from syditval.checks.which_month import Compared, compared_with
from syditval.model.earlier import Earlier, Months
from syditval.model.period import Period
from tests.checks.examined import table_of
from tests.checks.monthly import APRIL


def known(*periods: str) -> tuple[Earlier, ...]:
    """Workbooks of some periods, each called by it; one that states none is called ``?``."""
    return tuple(Earlier(each, "1" * 64, Period.parse(each) if each != "?" else None, ()) for each in periods)


def told(compared: Compared) -> str:
    """Last month, the same month of the year before, and the end of that year."""
    each = (compared.last, compared.year_before, compared.year_end)
    return " ".join(one.name if one else "-" for one in each)


@pytest.mark.parametrize(
    ("earlier", "chosen"),
    [
        ("2024-03", "2024-03 - -"),
        ("2024-01 2024-03 2024-02", "2024-03 - -"),
        ("2023-04 2023-12 2024-02", "2024-02 2023-04 2023-12"),
        ("2023-04 2023-03", "- 2023-04 -"),
        ("2024-04 2024-05 2025-03", "- - -"),
        ("?", "? - -"),
        ("2024-01 ?", "? - -"),
        ("", "- - -"),
    ],
)
def test_it_is_the_last_one_of_the_year_before_this_one(earlier: str, chosen: str) -> None:
    months = Months(known(*earlier.split()), "", Period(2024, 4))

    assert told(compared_with(months, ())) == chosen


def test_in_december_the_year_before_ends_with_the_same_month() -> None:
    assert told(compared_with(Months(known("2023-12"), "", Period(2024, 12)), ())) == "- 2023-12 2023-12"


def test_without_a_stated_period_the_tables_say_how_far_they_reach() -> None:
    dated = table_of(f"Ekonomiskt resultat 2024-04-30{APRIL}")

    assert dated.period == "2024-04-30"
    found = compared_with(Months(known("2024-03", "2023-04")), [table_of(APRIL), dated])
    assert found.period == Period(2024, 4)
    assert told(found) == "2024-03 2023-04 -"


def test_where_nobody_states_a_period_the_latest_workbook_is_the_month_before() -> None:
    assert told(compared_with(Months(known("2024-01", "2024-03")), ())) == "2024-03 - -"
    assert told(compared_with(Months(known("2024-01", "?")), ())) == "? - -"
    assert told(compared_with(Months(), ())) == "- - -"
