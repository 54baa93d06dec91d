"""T105: a column of the year before that is not what the workbook of that year says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syditval.checks.month_pair import MonthPair, outcome
from syditval.checks.sound_table import MARCH
from syditval.model.kind import PRIOR_YEAR
from syditval.model.relation import Form, Relation
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Table

_YEAR_BEFORE = """
! month 2023-04
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -860   | -281   | -860    | 0
Personalkostnader | 480    | 158    | 480     | 0
Lokalhyror        | 380    | 123    | 380     | 0
Summa             | 0      | 0      | 0       | 0
"""
_NOW = """
                  | Budget | Utfall | Föregående år | Prognos | Avvikelse
Intäkter          | -900   | -300   | -281          | -900    | 0
Personalkostnader | 500    | 170    | 158           | 500     | 0
Lokalhyror        | 400    | 130    | 123           | 400     | 0
Summa             | 0      | 0      | 0             | 0       | 0
"""
RULE = RuleInfo(
    code="T105",
    name="prior-year-differs-from-its-workbook",
    severity=Severity.WARNING,
    bad=_NOW.replace("123 ", "132 ").replace("-281 ", "-290 ") + MARCH + _YEAR_BEFORE,
    good=_NOW + MARCH + _YEAR_BEFORE,
)

# Headings of what a whole year came to, not the same months of it.
_WHOLE_YEAR = re.compile(r"bokslut|helår|ingående", re.IGNORECASE)


def is_of_whole_year(table: Table) -> bool:
    """Whether the column of the year before is about all of that year."""
    column = table.column(PRIOR_YEAR)
    return column is not None and _WHOLE_YEAR.search(column.header) is not None


def relations_to_year_before(pair: MonthPair) -> Iterator[Relation]:
    """The prior year of every line and total is what was the outcome then."""
    then = outcome(pair.before)
    if then and pair.table.column(PRIOR_YEAR) is not None:
        yield from (pair.relation(RULE.code, Form.SUM, two) for two in pair.figures(PRIOR_YEAR, then))
