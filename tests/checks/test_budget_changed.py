"""A budget that is not what it was last month."""

from __future__ import annotations

from tests.checks.monthly import APRIL, MARCH, against

CHANGED = APRIL.replace("| 500 ", "| 520 ").replace("| 520     | -20", "| 520     | 0  ")


def test_a_changed_budget_is_told_with_both_amounts_and_where_the_earlier_one_stands() -> None:
    found = against(CHANGED)

    assert found.findings == ["warning T101 B3"]
    assert found.sentences("T101") == [
        "Budget on Personalkostnader is 520, but was 500 last month ('[2024-03.xlsx]Sheet1'!B3): a change of "
        "+20 tkr for which no decision is given; rounding explains at most 0."
    ]
    assert found.sentences("T101", "sv")[0].startswith(
        "Budget på Personalkostnader är 520, men var 500 förra"
    )


def test_its_total_is_held_against_last_month_too() -> None:
    found = against(CHANGED.replace("Summa             | 0 ", "Summa             | 20"))

    assert found.findings == ["warning T101 B3", "warning T101 B5"]


def test_a_budget_that_was_not_there_is_a_change() -> None:
    assert against(APRIL, MARCH.replace("| 500 ", "|     ")).findings == ["warning T101 B3"]
    assert against(APRIL.replace("| 500 ", "|     ")).findings == ["warning T101 B3"]


def test_another_unit_is_no_change() -> None:
    kronor = "Belopp i kr\n" + MARCH.replace("500 ", "500123").replace("-900 ", "-900456").replace(
        "400 ", "400333"
    )
    found = against(APRIL, kronor)

    assert [each for each in found.findings if "T101" in each] == []
    assert found.examined.verdicts("T101") == {**dict.fromkeys(("B2", "B3", "B4"), "rounding"), "B5": "exact"}


def test_with_a_decision_nothing_is_held_against_last_month() -> None:
    found = against(CHANGED, decision="KF § 41")

    assert found.examined.verdicts("T101") == {}
    assert found.findings == ["note T102 B1"]


def test_the_finding_has_the_place_of_its_cell() -> None:
    (finding,) = (f for f in against(CHANGED).examined.checked.findings if f.code == "T101")

    assert finding.place == "budget/personalkostnader/budget"
    assert [cell.address for cell in finding.related] == ["'[2024-03.xlsx]Sheet1'!B3"]
