"""A formula without a stored result is told with its formula; it is neither blank nor zero."""

from __future__ import annotations

from syditval.checks.formula_not_calculated import RULE
from tests.checks.examined import examined


def test_it_is_told_with_its_formula() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["error H102 C3"]
    assert found.sentences() == [
        "Utfall on Personalkostnader is a formula without a stored result (=C4+40): open the workbook in a "
        "spreadsheet program, recalculate and save.",
        "F101 at Sheet1!C5: Sheet1!C3 is a formula without a stored result.",
    ]


def test_a_total_that_was_never_calculated_is_not_taken_for_blank() -> None:
    found = examined(RULE.good.replace("Summa             | 0 ", "Summa             | =SUM(B2:B4) "))

    assert found.findings == ["error H102 B5"]
    assert found.gaps == ["B5 F101 (no cached value)", "E5 V101 (no cached value)"]


def test_one_that_gives_the_empty_text_is_blank() -> None:
    found = examined(RULE.good.replace("Lokalhyror        | 400 ", 'Lokalhyror        | =IF(1,"","") -> "" '))

    assert "H102" not in " ".join(found.findings)
    assert found.verdicts("F101")["B5"] == "inconsistent"
