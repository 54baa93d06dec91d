"""What of two months could not be compared is told, and why."""

from __future__ import annotations

import pytest

from syditval.checks.month_gaps import gaps_of_months
from syditval.checks.which_month import Compared
from syditval.model.earlier import Earlier, Months
from syditval.model.period import Period
from tests.checks.monthly import APRIL, MARCH, PROJECTS, against

WITH_PRIOR_YEAR = (
    APRIL.replace("Prognos", "Föregående år | Prognos")
    .replace("  | -910", "  | -1 | -910")
    .replace("  | 520", "  | 1 | 520")
    .replace("  | 395", "  | 0 | 395")
    .replace("  | 5  ", "  | 0 | 5  ")
)


def gaps(now: str, then: str) -> list[str]:
    return against(now, then).gaps


@pytest.mark.parametrize(
    ("period", "earlier", "told"),
    [
        ("2024-04", "", ["no earlier month of the year"]),
        ("2024-04", "2023-04", ["no earlier month of the year"]),
        ("2024-04", "2024-04", ["no earlier month of the year", "not an earlier month"]),
        ("2024-01", "2024-02", ["not an earlier month"]),
        ("2024-01", "2023-12", []),
        ("2024-01", "", []),
        ("", "", ["no earlier month of the year"]),
    ],
)
def test_that_there_is_no_earlier_month_is_told_but_in_january(
    period: str, earlier: str, told: list[str]
) -> None:
    known = tuple(Earlier("x.xlsx", "1" * 64, Period.parse(each), ()) for each in earlier.split())
    found = list(gaps_of_months(Compared(Period.parse(period) if period else None), Months(known)))

    assert [gap.reason for gap in found] == told
    assert {gap.subject for gap in found if gap.reason == "not an earlier month"} <= {f"x.xlsx ({earlier})"}


def test_tables_of_one_month_alone() -> None:
    assert gaps(APRIL, PROJECTS) == [
        "A1 (no such table in the earlier month)",
        "'[2024-03.xlsx]Sheet1'!A1 (no such table in this month)",
    ]


def test_columns_of_one_month_alone_stand_where_they_are_or_would_be() -> None:
    without = "\n".join(
        line.rpartition("|")[0].rpartition("|")[0] + "|" + line.rpartition("|")[2]
        for line in MARCH.strip().splitlines()
    )

    assert gaps(APRIL, without) == ["D1 (column of one month alone)"]


def test_lines_of_this_month_alone_are_one_entry() -> None:
    more = APRIL.replace("Summa ", "Kurser | 0 | 1 | 0 | 0\nBilar | 0 | -1 | 0 | 0\nSumma ")

    assert gaps(more, MARCH) == ["A5 (line of this month alone)"]
    (sentence,) = against(more).examined.sentences()[-1:]
    assert sentence == (
        "Lines that 2024-03.xlsx does not have: 2, the first at Sheet1!A5; their amounts were not compared."
    )


def test_an_unreadable_figure_of_then_is_told_with_its_file() -> None:
    found = against(APRIL, MARCH.replace("| 500 ", "| x "))

    assert [gap for gap in found.gaps if "T101" in gap] == ["B3 T101 (unreadable amount)"]
    assert (
        "T101 at Sheet1!B3: '[2024-03.xlsx]Sheet1'!B3 holds no readable amount." in found.examined.sentences()
    )


def test_a_year_before_that_is_not_known() -> None:
    assert gaps(WITH_PRIOR_YEAR, MARCH) == ["D1 T105 (year before not known)"]
