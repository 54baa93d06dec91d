"""H102: a formula without a stored result, as programs that only write workbooks leave them."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.schema_check import SchemaCheck, state_is_not
from syditval.model.amounts import FigureState
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H102",
    name="formula-not-calculated",
    severity=Severity.ERROR,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | =C4+40 | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | =C4+40 -> 170   | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
)


def schema_checks(kind: TableKind) -> Iterator[SchemaCheck]:
    """No figure is a formula that was never calculated."""
    yield from state_is_not(kind, FigureState.NOT_CALCULATED)
