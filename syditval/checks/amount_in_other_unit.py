"""S006: an amount that names another unit than its table; it is never converted by guess."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.schema_check import SchemaCheck, state_is_not
from syditval.model.amounts import FigureState
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="S006",
    name="amount-in-another-unit",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170 mkr    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170 tkr    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
)


def schema_checks(kind: TableKind) -> Iterator[SchemaCheck]:
    """No figure names another unit than its table's."""
    yield from state_is_not(kind, FigureState.OTHER_UNIT)
