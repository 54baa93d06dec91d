"""H106: amounts in columns that are hidden or folded away."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.checks.census import Census, Place
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H106",
    name="hidden-columns-with-amounts",
    severity=Severity.WARNING,
    bad=f"! hidden columns D{SOUND_TABLE}",
    good=SOUND_TABLE,
)


def occurrences(census: Census) -> Iterable[Place]:
    """The amounts in hidden columns."""
    hidden = census.sheet.hidden_columns
    return (place for place in census.amounts if place[1] in hidden)
