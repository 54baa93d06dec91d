"""T101: a budget that is not what it was last month, although no decision is known."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.month_pair import MonthPair
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.kind import BUDGET
from syditval.model.relation import Form, Relation
from syditval.model.rule import RuleInfo, Severity

# A supplementary grant of 20 to one line, taken from another.
CHANGED = """
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 520    | 170    | 520     | 0
Lokalhyror        | 380    | 130    | 380     | 0
Summa             | 0      | 0      | 0       | 0
"""
RULE = RuleInfo(
    code="T101",
    name="budget-changed-without-decision",
    severity=Severity.WARNING,
    bad=CHANGED + MARCH,
    good=SOUND_TABLE + MARCH,
)


def relations_to_last_month(pair: MonthPair) -> Iterator[Relation]:
    """The budget of every line and total is what it was, unless a decision is known that changes it."""
    if pair.has(BUDGET) and not pair.decision:
        yield from (pair.relation(RULE.code, Form.SUM, two) for two in pair.figures(BUDGET))
