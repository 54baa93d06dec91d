"""Outcomes and booked amounts only grow from month to month."""

from __future__ import annotations

import pytest

from tests.checks.monthly import APRIL, MARCH, PROJECTS, against


def test_a_line_that_fell_is_told_with_both_amounts() -> None:
    found = against(APRIL.replace("| 130 ", "| 90  "))

    assert [each for each in found.findings if "T103" in each] == ["warning T103 C4"]
    assert found.sentences("T103") == [
        "Utfall on Lokalhyror is 90, but was 98 last month already ('[2024-03.xlsx]Sheet1'!C4): -8 tkr, "
        "although amounts booked so far only grow; rounding explains at most 0."
    ]


@pytest.mark.parametrize(
    ("was", "is_now", "found"),
    [
        ("-300", "-200", ["C2"]),
        ("-300", "300", ["C2"]),
        ("-300", "-225", []),
        ("-300", "-226", []),
        ("130", "-130", ["C4"]),
        ("130", "0", ["C4"]),
        ("130", "", ["C4"]),
    ],
)
def test_it_is_on_the_same_side_of_zero_and_no_nearer(was: str, is_now: str, found: list[str]) -> None:
    text = APRIL.replace(f"| {was} ", f"| {is_now} ", 1)

    assert [each.split()[2] for each in against(text).findings if "T103" in each] == found


def test_the_outcome_of_a_total_may_go_either_way() -> None:
    text = APRIL.replace("Summa             | 0      | 0 ", "Summa             | 0      | -5")

    assert [each for each in against(text, MARCH).findings if "T103" in each] == []
    assert set(against(text, MARCH).examined.verdicts("T103")) == {"C2", "C3", "C4"}


def test_what_is_booked_of_a_project_is_held_against_last_month() -> None:
    then = PROJECTS.replace("| 500 ", "| 600 ").replace("| 417 ", "| 400 ").replace("| 100 ", "| 50 ")

    assert [each for each in against(PROJECTS, then).findings if "T103" in each] == ["warning T103 C3"]


def test_a_column_that_is_last_months_is_told_once_and_not_line_by_line() -> None:
    repeated = against(MARCH)

    assert repeated.findings == ["error T301 C1"]
    assert repeated.examined.verdicts("T103") == {}
