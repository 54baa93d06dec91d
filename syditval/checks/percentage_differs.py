"""V103: a percentage that its amounts cannot give, however they were rounded."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.model.kind import TableKind
from syditval.model.relation import Relation
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import FIGURE_ROWS, Table

RULE = RuleInfo(
    code="V103",
    name="percentage-not-attainable",
    severity=Severity.ERROR,
    bad="""
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 1953   | 936     | 1017     | 49.7          | 1953    | 0
Vägar     | 1652   | 794     | 858      | 48.0          | 1652    | 0
Summa     | 6605   | 2147    | 4458     | 32.5          | 6605    | 0
""",
    good="""
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 1953   | 936     | 1017     | 47.9          | 1953    | 0
Vägar     | 1652   | 794     | 858      | 48.0          | 1652    | 0
Summa     | 6605   | 2147    | 4458     | 32.5          | 6605    | 0
""",
)


def relations(table: Table, kind: TableKind) -> Iterator[Relation]:
    """The percentage on every line and total. That of a total is of the totals, no mean of the lines."""
    for declared in kind.relations:
        roles = (declared.target, *declared.of)
        if declared.rule != RULE.code or any(table.column(role) is None for role in roles):
            continue
        for row in table.rows_with(*FIGURE_ROWS):
            target, part, whole = (table.figure(row, role) for role in roles)
            yield Relation.ratio(RULE.code, table.id, target, part, whole)
