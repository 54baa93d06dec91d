"""T103: an outcome or a booked amount that is nearer to zero than last month, or has changed sign."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.column_of_last_month import is_repeated
from syditval.checks.month_pair import LINES, MonthPair
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.kind import OUTCOMES
from syditval.model.relation import Form, Relation
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="T103",
    name="outcome-fallen-since-last-month",
    severity=Severity.WARNING,
    bad=f"""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 90     | 400     | 0
Summa             | 0      | -40    | 0       | 0
{MARCH}""",
    good=SOUND_TABLE + MARCH,
)


def relations_to_last_month(pair: MonthPair) -> Iterator[Relation]:
    """What has happened up to now reaches what had happened a month ago, on every line.

    Totals of revenue and cost may go either way. Of a column that was not brought up to date nothing is
    asked.
    """
    for role in OUTCOMES:
        if pair.has(role) and not is_repeated(pair, role):
            for two in pair.figures(role, rows=LINES):
                yield pair.relation(RULE.code, Form.AT_LEAST, two)
