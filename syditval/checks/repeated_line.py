"""S003: the same line twice in one section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from syditval.checks.schema_check import LABEL, ROW_ROLE, SECTION, WHOLE_TABLE, SchemaCheck
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import RowRole

RULE = RuleInfo(
    code="S003",
    name="repeated-line",
    severity=Severity.WARNING,
    bad="""
                  | Budget | Utfall | Prognos | Avvikelse
Intäkter          | -900   | -300   | -900    | 0
Personalkostnader | 500    | 170    | 500     | 0
Personalkostnader | 400    | 130    | 400     | 0
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
    """No two lines of a section have one label; totals and lines without any may repeat."""

    def is_first(frame: Any) -> Any:
        named = (frame[ROW_ROLE] == RowRole.DETAIL) & (frame[LABEL] != "")
        return ~(named & frame.duplicated([ROW_ROLE, SECTION, LABEL], keep="first"))

    yield SchemaCheck(WHOLE_TABLE, is_first)
