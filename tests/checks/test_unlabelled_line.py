"""A line of figures must say what it is; a total need not."""

from __future__ import annotations

from syditval.checks.unlabelled_line import RULE
from tests.checks.examined import examined


def test_it_is_told_by_the_row_of_the_sheet() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning S005 A3"]
    assert found.sentences() == ["The line on row 3 has figures but no label: say what it is."]


def test_its_figures_are_added_up_all_the_same() -> None:
    assert set(examined(RULE.bad).verdicts("F101").values()) == {"exact"}


def test_two_of_them_are_not_the_same_line_twice() -> None:
    assert examined(RULE.bad.replace("Intäkter", "        ")).findings == [
        "warning S005 A2",
        "warning S005 A3",
    ]


def test_a_total_without_a_label_is_a_total() -> None:
    found = examined(RULE.good.replace("Summa", "     "))

    assert found.findings == []
    assert set(found.verdicts("F101").values()) == {"exact"}
