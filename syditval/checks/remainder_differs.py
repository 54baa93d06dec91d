"""V102: a remainder that is not the budget less what is booked."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.differences import difference_relations
from syditval.model.kind import TableKind
from syditval.model.relation import Relation
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Table

RULE = RuleInfo(
    code="V102",
    name="remainder-differs-from-its-columns",
    severity=Severity.ERROR,
    bad="""
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 2000   | 500     | 1400     | 25            | 2000    | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 6000   | 1017    | 4883     | 17            | 6000    | 0
""",
    good="""
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 2000   | 500     | 1500     | 25            | 2000    | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 6000   | 1017    | 4983     | 17            | 6000    | 0
""",
)


def relations(table: Table, kind: TableKind) -> Iterator[Relation]:
    """The remainder on every line and total."""
    yield from difference_relations(RULE.code, table, kind)
