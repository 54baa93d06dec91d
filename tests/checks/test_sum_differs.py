"""Sums that the figures themselves show, and the one that breaks them."""

from __future__ import annotations

from syditval.checks.sum_differs import RULE
from tests.checks.examined import summed


def test_the_column_that_does_not_add_up_is_an_error_at_its_total() -> None:
    found = summed(RULE.bad)

    assert found.findings == ["error F201 E5"]
    assert found.verdicts("F201") == {"B5": "exact", "C5": "exact", "D5": "exact", "E5": "inconsistent"}
    assert found.sentences() == [
        "Summa (E5) says 914, but Personalkostnader (E2) + Lokalhyror (E3) + Övriga kostnader (E4) add up to "
        "904: a difference of +10, of which rounding explains at most 2."
    ]


def test_the_same_in_swedish() -> None:
    assert summed(RULE.bad).sentences("sv") == [
        "Summa (E5) anger 914, men Personalkostnader (E2) + Lokalhyror (E3) + Övriga kostnader (E4) blir "
        "tillsammans 904: en skillnad på +10, varav avrundning förklarar högst 2."
    ]


def test_rounded_lines_may_miss_their_total_as_far_as_rounding_explains() -> None:
    assert summed(RULE.bad.replace("914", "905")).verdicts("F201")["E5"] == "rounding"
