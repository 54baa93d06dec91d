"""Differences that the figures themselves show, and the one that breaks them."""

from __future__ import annotations

from syditval.checks.difference_differs import RULE
from tests.checks.examined import summed


def test_the_line_that_breaks_the_pattern_is_an_error_at_its_difference() -> None:
    found = summed(RULE.bad)

    assert found.findings == ["error V201 D5"]
    assert found.sentences() == [
        "Avvikelse (D5) says 32, but Budget (B5) - Utfall (C5) gives 23: a difference of +9, of which "
        "rounding explains at most 1,5."
    ]


def test_every_line_is_recalculated() -> None:
    assert set(summed(RULE.good).verdicts("V201").values()) == {"exact"}
