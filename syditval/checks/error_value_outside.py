"""H110: a spreadsheet error value that stands in no table's figures."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.checks.census import Census, Place
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.cells import CellKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H110",
    name="error-value-outside-tables",
    severity=Severity.WARNING,
    bad=f"{SOUND_TABLE}\nKontroll | #REF!\n",
    good=f"{SOUND_TABLE}\nKontroll | Stämmer\n",
)


def occurrences(census: Census) -> Iterable[Place]:
    """The error values that are no table's figures."""
    return census.outside(CellKind.ERROR)
