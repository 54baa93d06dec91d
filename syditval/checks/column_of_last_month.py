"""T301: a column of outcomes that holds last month's figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from syditval.checks.month_pair import LINES, MonthPair, heading
from syditval.checks.places import finding_at
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.finding import Field, Finding
from syditval.model.kind import OUTCOMES
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="T301",
    name="column-of-last-month",
    severity=Severity.ERROR,
    bad=f"""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -225   | -900    | 0
Personalkostnader | 500    | 127    | 500     | 0
Lokalhyror        | 400    | 98     | 400     | 0
Summa             | 0      | 0      | 0       | 0
{MARCH}""",
    good=SOUND_TABLE + MARCH,
)

# Fewer lines may be the same by chance.
_FEWEST_LINES = 3
# In a table of some length one line in twenty may differ: somebody changed it after the column was left.
_NEARLY_ALL = Fraction(19, 20)
# A project may stand still for a month, and a handful of them all at once; running costs never do.
_MAY_STAND_STILL = "booked"


def findings_of_last_month(pair: MonthPair, rule: RuleInfo) -> Iterator[Finding]:
    """One finding at the heading of each such column; of projects, which may stand still, a warning."""
    for role in OUTCOMES:
        if pair.has(role) and is_repeated(pair, role):
            same = unchanged(pair, role)
            severity = Severity.WARNING if role == _MAY_STAND_STILL else rule.severity
            fields: dict[str, Field] = {"same": sum(same), "count": len(same), "file": pair.conversion.source}
            cell = heading(pair.table, role)
            finding = finding_at(rule, pair.table, cell, severity, fields)
            then = replace(heading(pair.before, role), source=pair.conversion.source)
            yield replace(finding, related=(then,))


def is_repeated(pair: MonthPair, role: str) -> bool:
    """Whether a column holds what it held then, on all or nearly all lines that are not zero."""
    same = unchanged(pair, role)
    return len(same) >= _FEWEST_LINES and sum(same) >= _NEARLY_ALL * len(same)


def unchanged(pair: MonthPair, role: str) -> list[bool]:
    """For each line that is not zero in both months, whether it holds the same.

    Lines that cannot be read in one of them are left out.
    """
    changes = ((two, pair.change(two)) for two in pair.figures(role, rows=LINES))
    return [
        not change for two, change in changes if change is not None and any(figure.amount for figure in two)
    ]
