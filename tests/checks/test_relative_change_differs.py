"""Relative changes that the figures themselves show, and the one that breaks them."""

from __future__ import annotations

from syditval.checks.relative_change_differs import RULE
from tests.checks.examined import summed


def test_a_lost_sign_is_an_error_at_its_change() -> None:
    found = summed(RULE.bad)

    assert found.findings == ["error V204 D5"]
    assert found.sentences() == [
        "Förändring (D5) says 35,9 %, but from 2023 (B5) to 2024 (C5) the change is -35,9375 %: rounding "
        "explains at most 1,3318 of the difference."
    ]


def test_every_line_is_recalculated() -> None:
    assert set(summed(RULE.good).verdicts("V204").values()) == {"exact"}
