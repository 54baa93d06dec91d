"""H111: a formula without a stored result that stands in no table's figures."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.checks.census import Census, Place
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.cells import CellKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H111",
    name="formula-not-calculated-outside-tables",
    severity=Severity.ERROR,
    bad=f"{SOUND_TABLE}\nKontroll | =A1&A2\n",
    good=f"{SOUND_TABLE}\nKontroll | =A1&A2 -> Intäkter\n",
)


def occurrences(census: Census) -> Iterable[Place]:
    """The formulas without a result that are no table's figures."""
    return census.outside(CellKind.NOT_CALCULATED)
