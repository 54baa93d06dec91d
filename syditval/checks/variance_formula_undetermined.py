"""V104: a difference column whose formula cannot be told, so that nothing in it is checked."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.places import finding_at, severity_of
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Table

RULE = RuleInfo(
    code="V104",
    name="variance-formula-undetermined",
    severity=Severity.WARNING,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -950    | 12
Personalkostnader | 500    | 170    | 480     | -7
Lokalhyror        | 400    | 130    | 430     | 81
Summa             | 0      | 0      | -40     | 86
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -950    | 50
Personalkostnader | 500    | 170    | 480     | 20
Lokalhyror        | 400    | 130    | 430     | -30
Summa             | 0      | 0      | -40     | 40
""",
)


def findings(table: Table, kind: TableKind) -> Iterator[Finding]:
    """One finding at the heading of each such column."""
    for column in table.undetermined_columns:
        heading = CellRef(table.sheet, table.area.top, column.column)
        yield finding_at(RULE, table, heading, severity_of(RULE, kind), {})
