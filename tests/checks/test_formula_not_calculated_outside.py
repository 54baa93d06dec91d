"""A formula beside the tables that was never calculated: what it would say, nobody knows."""

from __future__ import annotations

from syditval.checks.formula_not_calculated_outside import RULE
from syditval.checks.sound_table import SOUND_TABLE
from tests.checks.examined import examined


def test_it_is_told_with_its_formula() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["error H111 B7"]
    assert found.sentences()[0] == (
        "Formulas without a stored result on the sheet Sheet1 that belong to no table of a known kind: 1, the first =A1&A2. Open "
        "the workbook in a spreadsheet program, recalculate and save."
    )


def test_all_of_a_sheet_are_one_finding_at_the_first() -> None:
    found = examined(RULE.bad + "Kontroll | =A1 | =A2")

    assert found.findings == ["error H111 B7"]
    assert "that belong to no table of a known kind: 3, the first =A1&A2" in found.sentences()[0]


def test_one_among_the_figures_of_a_table_is_the_business_of_another_rule() -> None:
    assert examined(SOUND_TABLE.replace("170", "=B3/3")).findings == ["error H102 C3"]
