"""V101: a variance that is not the difference of its columns."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.differences import difference_relations
from syditval.model.kind import TableKind
from syditval.model.relation import Relation
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import Table

RULE = RuleInfo(
    code="V101",
    name="variance-differs-from-its-columns",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -950    | 50
Personalkostnader | 500    | 170    | 480     | 20
Lokalhyror        | 400    | 130    | 430     | 30
Summa             | 0      | 0      | -40     | 100
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -950    | 50
Personalkostnader | 500    | 170    | 480     | 20
Lokalhyror        | 400    | 130    | 430     | -30
Summa             | 0      | 0      | -40     | 40
""",
)


def relations(table: Table, kind: TableKind) -> Iterator[Relation]:
    """The variance on every line and total."""
    yield from difference_relations(RULE.code, table, kind)
