"""A forecast is at least what is booked."""

from __future__ import annotations

from tests.checks.examined import examined
from tests.checks.monthly import APRIL, PROJECTS, against


def low(text: str) -> list[str]:
    return [each for each in against(text).findings if "T104" in each]


def test_a_forecast_that_does_not_reach_what_is_booked_is_told() -> None:
    found = against(APRIL.replace("| 395     | 5", "| 100     | 300"))

    assert [each for each in found.findings if "T104" in each] == ["warning T104 D4"]
    assert found.sentences("T104") == [
        "Prognos on Lokalhyror is 100 for the year, but 130 is booked already: -30 tkr, of which rounding "
        "explains at most 0."
    ]


def test_revenue_is_held_to_its_own_side_of_zero() -> None:
    assert low(APRIL.replace("| -910 ", "| -299 ")) == ["warning T104 D2"]
    assert low(APRIL.replace("| -910 ", "| -300 ")) == []


def test_a_line_without_a_forecast_and_a_total_are_not_asked() -> None:
    assert low(APRIL.replace("| 395 ", "|     ")) == []
    assert set(against(APRIL).examined.verdicts("T104")) == {"D2", "D3", "D4"}


def test_projects_are_held_to_what_is_booked() -> None:
    assert (
        "warning T104 F4" in against(PROJECTS.replace("| 1000    | 0", "| 90      | 910"), PROJECTS).findings
    )


def test_a_month_looked_at_alone_is_not_asked() -> None:
    assert examined(APRIL.replace("| 395 ", "| 100 ")).verdicts("T104") == {}
