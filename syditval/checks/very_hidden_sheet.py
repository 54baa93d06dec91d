"""H104: a sheet that is hidden from the list of hidden sheets as well."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.checks.census import Census, Place
from syditval.checks.occurrences import corner
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H104",
    name="very-hidden-sheet",
    severity=Severity.WARNING,
    bad=f"! very hidden sheet{SOUND_TABLE}",
    good=SOUND_TABLE,
)


def occurrences(census: Census) -> Iterable[Place]:
    """The first cell of a very hidden sheet."""
    return [corner(census.sheet)] if census.sheet.state == "veryHidden" else []
