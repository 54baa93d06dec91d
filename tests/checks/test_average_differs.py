"""Averages that the figures themselves show, and the one that breaks them."""

from __future__ import annotations

from syditval.checks.average_differs import RULE
from tests.checks.examined import summed


def test_the_line_that_breaks_the_pattern_is_an_error_at_its_average() -> None:
    found = summed(RULE.bad)

    assert found.findings == ["error V203 E4"]
    assert found.sentences()[0].startswith(
        "Genomsnitt (E4) says 59, but the average of Q1 (B4) + Q2 (C4) + Q3 (D4) is 95"
    )


def test_every_line_is_recalculated() -> None:
    assert set(summed(RULE.good).verdicts("V203").values()) == {"exact"}
