"""A waiver that nothing was found for may one day hide something new: it is told."""

from __future__ import annotations

from syditval.checks.sound_table import SOUND_TABLE
from syditval.checks.waiver_without_finding import RULE, WAIVED_TABLE, unmatched
from syditval.model.finding import Finding
from syditval.model.rule import Severity
from syditval.model.waiver import Waiver
from tests.checks.examined import examined


def named(code: str, place: str) -> Finding:
    return Finding(f"{code}/{place}/2024-04-30", code, "a-name", Severity.ERROR, "", None, place=place)


def test_it_is_told_as_a_warning_about_the_workbook() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning W001 -"]
    assert found.sentences() == [
        "The waiver of F101/budget/total/actual matches nothing in this workbook: remove it if the difference "
        "is gone, or correct its place."
    ]


def test_the_good_example_waives_what_would_be_an_error() -> None:
    assert examined(RULE.good).findings == ["waived F101 C5"]
    assert examined(WAIVED_TABLE).findings == ["error F101 C5"]


def test_each_such_waiver_is_told_in_the_order_of_the_file() -> None:
    waivers = "".join(
        f"\n! waiver {finding} -> Rättas."
        for finding in ("V101 budget/total/variance", "F101 budget/x/actual")
    )
    (first, second) = examined(waivers + SOUND_TABLE).checked.findings

    assert first.id == "W001/V101/budget/total/variance"
    assert second.id == "W001/F101/budget/x/actual"
    assert first.place == "V101/budget/total/variance"


def test_code_and_place_have_to_be_the_same_and_the_period_need_not() -> None:
    waivers = [Waiver("F101", "budget/total/actual", ""), Waiver("F101", "budget/total/budget", "")]

    assert list(unmatched(waivers, [named("F101", "budget/total/actual")])) == waivers[1:]
    assert list(unmatched(waivers, [named("V101", "budget/total/actual")])) == waivers
    assert list(unmatched(waivers, [])) == waivers
