"""H103: a sheet that is hidden, and read like any other."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.checks.census import Census, Place
from syditval.checks.occurrences import corner
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H103",
    name="hidden-sheet",
    severity=Severity.WARNING,
    bad=f"! hidden sheet{SOUND_TABLE}",
    good=SOUND_TABLE,
)


def occurrences(census: Census) -> Iterable[Place]:
    """The first cell of a hidden sheet."""
    return [corner(census.sheet)] if census.sheet.state == "hidden" else []
