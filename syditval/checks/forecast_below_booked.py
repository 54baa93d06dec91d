"""T104: a forecast for the year that does not reach what is booked already."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.month_pair import LINES, outcome
from syditval.checks.sound_table import MARCH, SOUND_TABLE
from syditval.model.amounts import FigureState
from syditval.model.kind import FORECAST
from syditval.model.relation import Form, Relation, Term
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Table

RULE = RuleInfo(
    code="T104",
    name="forecast-below-what-is-booked",
    severity=Severity.WARNING,
    bad=f"""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 100     | 300
Summa             | 0      | 0      | -300    | 300
{MARCH}""",
    good=SOUND_TABLE + MARCH,
)


def relations_in_month(table: Table) -> Iterator[Relation]:
    """The forecast of every line reaches its outcome. Without a forecast there is nothing to be held to."""
    booked = outcome(table)
    if not booked or table.column(FORECAST) is None:
        return
    for row in table.rows_with(*LINES):
        forecast, so_far = table.figure(row, FORECAST), table.figure(row, booked)
        if forecast.state is not FigureState.BLANK:
            yield Relation(RULE.code, Form.AT_LEAST, table.id, forecast, (Term(1, so_far),))
