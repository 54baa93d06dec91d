"""The variance on every line and on the total, in the direction that the figures take."""

from __future__ import annotations

from tests.checks.examined import examined
from tests.seed import BUDGET


def test_every_line_and_the_total_are_recalculated() -> None:
    assert examined(BUDGET).verdicts("V101") == {f"E{row}": "exact" for row in range(4, 15)}


def test_a_sign_that_is_lost_is_an_error_at_its_cell() -> None:
    found = examined(BUDGET.replace("- 2 500", "2 500"))

    assert found.findings == ["error F101 E14", "error V101 E9"]
    assert found.sentences()[1] == (
        "Avvikelse on Övrigt tjänsteköp should be Budget - Årsprognos = -2 500, but is 2 500: a difference "
        "of +5 000 tkr, of which rounding explains at most 1,5."
    )


TURNED = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | 900    | 300    | 950     | 50
Personalkostnader | -500   | -170   | -480    | 20
Lokalhyror        | -400   | -130   | -430    | -30
Summa             | 0      | 0      | 40      | 40
"""


def test_the_other_direction_is_read_from_the_figures() -> None:
    found = examined(TURNED)

    (difference,) = found.tables[0].differences
    assert (difference.minuend, difference.subtrahend) == ("forecast", "budget")
    assert found.findings == []


AGAINST_OUTCOME = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -950   | -900    | 50
Personalkostnader | 500    | 480    | 500     | 20
Lokalhyror        | 400    | 430    | 400     | -30
Summa             | 0      | -40    | 0       | 40
"""


def test_a_variance_against_the_outcome_is_one_as_well() -> None:
    found = examined(AGAINST_OUTCOME)

    assert set(found.verdicts("V101").values()) == {"exact"}


def test_a_line_with_an_unreadable_operand_is_not_checked() -> None:
    found = examined(TURNED.replace("-480", "≈480"))

    assert found.verdicts("V101")["E3"] == "not checked"
    assert "E3 V101 (unreadable amount)" in found.gaps


def test_a_variance_left_blank_where_there_is_one_is_an_error() -> None:
    found = examined(TURNED.replace("-480    | 20", "-480    |   "))

    assert "error V101 E3" in found.findings
