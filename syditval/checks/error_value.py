"""H101: a spreadsheet error value where an amount should stand."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.schema_check import SchemaCheck, state_is_not
from syditval.model.amounts import FigureState
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H101",
    name="error-value-in-amount",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | #REF!    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170     | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
)


def schema_checks(kind: TableKind) -> Iterator[SchemaCheck]:
    """No figure of any column is an error value."""
    yield from state_is_not(kind, FigureState.ERROR_VALUE)
