"""S005: a line of figures that does not say what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from syditval.checks.schema_check import LABEL, ROW_ROLE, WHOLE_TABLE, SchemaCheck
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import RowRole

RULE = RuleInfo(
    code="S005",
    name="unlabelled-line",
    severity=Severity.WARNING,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
                  | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
    good="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Lokalhyror        | 400    | 130    | 400     | 0
Summa             | 0      | 0      | 0       | 0
""",
)


def schema_checks(kind: TableKind) -> Iterator[SchemaCheck]:
    """Every line has a label."""

    def is_named(frame: Any) -> Any:
        return (frame[ROW_ROLE] != RowRole.DETAIL) | (frame[LABEL] != "")

    yield SchemaCheck(WHOLE_TABLE, is_named)
