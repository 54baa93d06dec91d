"""T302: a forecast that is last month's in every line although the outcome has moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syditval.checks.column_of_last_month import unchanged
from syditval.checks.month_pair import MonthPair, heading, outcome
from syditval.checks.places import finding_at
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.finding import Field, Finding
from syditval.model.kind import FORECAST
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="T302",
    name="forecast-repeated-unchanged",
    severity=Severity.NOTE,
    bad=f"""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -890    | -10
Personalkostnader | 500    | 170    | 505     | -5
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 15      | -15
{MARCH}""",
    good=SOUND_TABLE + MARCH,
)

_FEWEST_LINES = 3


def findings_of_last_month(pair: MonthPair, rule: RuleInfo) -> Iterator[Finding]:
    """One finding at the heading of the forecast of a table."""
    if not pair.has(FORECAST) or not _has_moved(pair):
        return
    same = unchanged(pair, FORECAST)
    if len(same) >= _FEWEST_LINES and all(same):
        fields: dict[str, Field] = {"count": len(same), "file": pair.conversion.source}
        finding = finding_at(rule, pair.table, heading(pair.table, FORECAST), rule.severity, fields)
        then = replace(heading(pair.before, FORECAST), source=pair.conversion.source)
        yield replace(finding, related=(then,))


def _has_moved(pair: MonthPair) -> bool:
    role = outcome(pair.table)
    return bool(role) and pair.has(role) and not all(unchanged(pair, role))
