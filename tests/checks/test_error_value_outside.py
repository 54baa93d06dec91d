"""An error value beside the tables is told too: a control that broke is no control."""

from __future__ import annotations

import pytest

from syditval.checks.error_value_outside import RULE
from syditval.checks.sound_table import SOUND_TABLE
from tests.checks.examined import examined


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#SPILL!"])
def test_it_is_told_by_its_name(error: str) -> None:
    found = examined(RULE.bad.replace("#REF!", error))

    assert found.findings == ["warning H110 B7"]
    assert found.sentences() == [
        f"Error values on the sheet Sheet1 that belong to no table of a known kind: 1, the first {error}. Correct the formulas "
        "that give them."
    ]


def test_all_of_a_sheet_are_one_finding_at_the_first() -> None:
    found = examined(RULE.bad + "Kontroll | #N/A | #N/A")

    assert found.findings == ["warning H110 B7"]
    assert "that belong to no table of a known kind: 3, the first #REF!" in found.sentences()[0]


def test_one_among_the_figures_of_a_table_is_the_business_of_another_rule() -> None:
    assert examined(SOUND_TABLE.replace("170", "#REF!")).findings == ["error H101 C3"]


def test_one_in_place_of_a_label_is_outside() -> None:
    assert "warning H110 A4" in examined(SOUND_TABLE.replace("Lokalhyror", "#REF!")).findings
