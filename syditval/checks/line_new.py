"""T201: a line that was not there last month."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.month_pair import MonthPair, label_cell
from syditval.checks.places import finding_at
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.finding import Finding
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="T201",
    name="line-new-since-last-month",
    severity=Severity.NOTE,
    bad=f"""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -310   | -930    | 30
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Kurser            |        | 10     | 30      | -30
Summa             | 0      | 0      | 0       | 0
{MARCH}""",
    good=SOUND_TABLE + MARCH,
)


def findings_of_last_month(pair: MonthPair, rule: RuleInfo) -> Iterator[Finding]:
    """One finding at the name of each line that only the table of now has."""
    for row in pair.lines.new:
        cell = label_cell(pair.table, row.number)
        yield finding_at(rule, pair.table, cell, rule.severity, {"file": pair.conversion.source})
