"""A number that its format does not show looks like an empty cell and counts in full."""

from __future__ import annotations

import pytest

from syditval.checks.hiding_format import RULE
from syditval.checks.sound_table import SOUND_TABLE
from tests.checks.examined import examined


def test_it_is_told_with_the_number_and_its_format() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning H107 C3"]
    assert found.sentences() == [
        "Numbers on the sheet Sheet1 with a format that does not show them: 1, the first 170 with the format "
        ";;;. Give them a format that shows them."
    ]


def test_all_of_a_sheet_are_one_finding_at_the_first() -> None:
    found = examined(SOUND_TABLE.replace("-900 ", "-900 {;;;}").replace("500 ", "500 {;;;}"))

    assert found.findings == ["warning H107 B2"]
    assert "show them: 4, the first -900 with" in found.sentences()[0]


@pytest.mark.parametrize(
    ("written", "findings"),
    [("170 {#,##0;;}", []), ("170 {;-0;0}", ["warning H107 C3"]), ("170 {General}", [])],
)
def test_the_section_for_numbers_of_its_sign_decides(written: str, findings: list[str]) -> None:
    assert examined(SOUND_TABLE.replace("170", written)).findings == findings


def test_to_hide_zeros_is_common_and_hides_nothing() -> None:
    assert examined(SOUND_TABLE.replace("| 0 ", "| 0 {#,##0;-#,##0;;@} ")).findings == []


def test_the_result_of_a_formula_counts_too() -> None:
    assert examined(SOUND_TABLE.replace("170", "=100+70 -> 170 {;;;}")).findings == ["warning H107 C3"]
