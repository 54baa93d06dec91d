"""Increases in per cent of what was there before, and the one that breaks the pattern."""

from __future__ import annotations

from syditval.checks.growth_differs import RULE
from tests.checks.examined import summed


def test_the_line_that_breaks_the_pattern_is_an_error_at_its_percentage() -> None:
    found = summed(RULE.bad)

    assert found.findings == ["error V205 D5"]
    assert found.sentences() == [
        "Ökning i procent (D5) says 53,9 %, but an increase of Ökning (C5) to 2024 (B5) is 35,9375 %: "
        "rounding explains at most 1,3931 of the difference."
    ]


def test_every_line_is_recalculated() -> None:
    assert set(summed(RULE.good).verdicts("V205").values()) == {"exact"}
