"""A percentage is held against every ratio that its rounded amounts allow."""

from __future__ import annotations

import pytest

from syditval.arithmetic import Policy, RatioBasis
from tests.checks.examined import examined
from tests.seed import INVESTMENT


def test_the_percentage_of_every_line_and_of_the_totals_is_recalculated() -> None:
    assert examined(INVESTMENT).verdicts("V103") == {
        "E4": "exact",
        "E5": "exact",
        "E6": "rounding",
        "E7": "exact",
        "E8": "exact",
        "E9": "exact",
    }


@pytest.mark.parametrize(
    ("written", "verdict"),
    [("47,9", "inconsistent"), ("48,0", "rounding"), ("48,1", "exact"), ("48,2", "inconsistent")],
)
def test_two_percentages_are_attainable_for_laxa(written: str, verdict: str) -> None:
    """794 of 1 652 is 48,06; of unrounded kronor that round to these it may be 48,02 to 48,11."""
    assert examined(INVESTMENT.replace("48,0", written)).verdicts("V103")["E6"] == verdict


def test_by_the_amounts_as_shown_only_one_is_right() -> None:
    shown = Policy(ratio_basis=RatioBasis.SHOWN)

    assert examined(INVESTMENT, policy=shown).findings == ["error V103 E6"]


def test_the_mean_of_the_lines_is_not_the_percentage_of_the_totals() -> None:
    found = examined(INVESTMENT.replace("22,2", "25,2"))

    assert found.findings == ["error V103 E9"]
    assert found.sentences() == [
        "PROCENT FÖRBRUKNIN G on Summa says 25,2 %, but BOKFÖR T t.o.m. 240430 / BUDGE T gives 22,2252 %: "
        "even with every amount rounded the wrong way at most 0,0554 percentage points can be explained."
    ]


@pytest.mark.parametrize("percent", ["13.9", "13.9%", "13,9 %", "13,9"])
def test_percentages_are_read_as_they_are_written(percent: str) -> None:
    table = """
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | {percent}     | 3000    | 0
Badhus    | 2000   | 500     | 1500     | 25.1%         | 2000    | 0
Vägar     | 1000   | 100     | 900      | 10.2%         | 1000    | 0
Summa     | 6000   | 1017    | 4983     | 17.1%         | 6000    | 0
"""
    assert examined(table.format(percent=percent)).verdicts("V103")["E2"] == "exact"


NO_BUDGET = """
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 0      | 500     | -500     | 100           | 0       | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 4000   | 1017    | 2983     | 25.4          | 4000    | 0
"""


def test_a_budget_of_nothing_has_no_percentage() -> None:
    found = examined(NO_BUDGET)

    assert found.verdicts("V103")["E3"] == "not checked"
    assert found.gaps == ["E3 V103 (zero denominator)"]
    assert found.findings == []


def test_without_the_amounts_that_it_is_of_the_column_is_not_checked() -> None:
    found = examined("""
Projekt   | Budget | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 2583     | 13.9          | 3000    | 0
Badhus    | 2000   | 1500     | 25            | 2000    | 0
Vägar     | 1000   | 900      | 10            | 1000    | 0
Summa     | 6000   | 4983     | 17            | 6000    | 0
""")

    assert found.verdicts("V103") == {}
    assert "D1 V103 (column missing)" in found.gaps
