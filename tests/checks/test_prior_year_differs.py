"""A column of the year before is what that year's workbook says."""

from __future__ import annotations

import pytest

from syditval.checks.prior_year_differs import RULE, is_of_whole_year
from tests.checks.examined import examined, table_of
from tests.checks.monthly import against

NOW, _, REST = RULE.good.partition("\n! month 2024-03")
THEN = REST.partition("! month 2023-04\n")[2]


def differing(now: str, then: str = THEN, month: str = "2023-04") -> list[str]:
    return [each for each in against(now, then, month=month).findings if "T105" in each]


def test_a_figure_that_was_never_reported_is_told_with_the_one_that_was() -> None:
    found = against(NOW.replace("| 123 ", "| 132 "), THEN, month="2023-04")

    assert [each for each in found.findings if "T105" in each] == ["warning T105 D4"]
    assert found.sentences("T105") == [
        "Föregående år on Lokalhyror is 132, but that year's workbook says 123 ('[2023-04.xlsx]Sheet1'!C4): "
        "a difference of +9 tkr, of which rounding explains at most 0."
    ]


def test_kronor_are_compared_with_thousands_within_rounding() -> None:
    kronor = "Belopp i kr\n" + THEN.replace("-281 ", "-281400.25").replace("158 ", "157600.50").replace(
        "123 ", "123799.75"
    )

    assert differing(NOW, kronor) == ["warning T105 D4"]
    assert against(NOW, kronor, month="2023-04").examined.verdicts("T105")["D2"] == "rounding"


def test_all_lines_and_the_total_are_compared() -> None:
    assert examined(RULE.good).verdicts("T105") == {f"D{row}": "exact" for row in (2, 3, 4, 5)}


@pytest.mark.parametrize("heading", ["Bokslut föregående år", "Bokslut 2023", "Ingående värde"])
def test_what_a_whole_year_came_to_is_held_against_its_december(heading: str) -> None:
    now = NOW.replace("Föregående år", heading)

    assert is_of_whole_year(table_of(now))
    assert against(now, THEN, month="2023-04").examined.verdicts("T105") == {}
    assert differing(now.replace("| 123 ", "| 132 "), month="2023-12") == ["warning T105 D4"]


def test_without_that_years_workbook_nothing_is_said_but_that_it_is_not_known() -> None:
    found = against(NOW, THEN, month="2023-05")

    assert found.examined.verdicts("T105") == {}
    assert "D1 T105 (year before not known)" in found.gaps
