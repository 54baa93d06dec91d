"""Severities are ordered, worst first."""

from __future__ import annotations

from syditval.model.rule import Severity


def test_severities_rank_worst_first() -> None:
    assert [(severity.value, severity.rank) for severity in Severity] == [
        ("error", 0),
        ("warning", 1),
        ("note", 2),
    ]
