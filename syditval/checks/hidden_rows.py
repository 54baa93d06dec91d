"""H105: amounts on rows that are hidden or filtered away."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.checks.census import Census, Place
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H105",
    name="hidden-rows-with-amounts",
    severity=Severity.WARNING,
    bad=f"! hidden rows 3{SOUND_TABLE}",
    good=SOUND_TABLE,
)


def occurrences(census: Census) -> Iterable[Place]:
    """The amounts on hidden rows."""
    hidden = census.sheet.hidden_rows
    return (place for place in census.amounts if place[0] in hidden)
