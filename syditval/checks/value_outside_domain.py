"""S004: a figure below the minimum or above the maximum that its kind states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from syditval.checks.schema_check import SchemaCheck
from syditval.model.kind import ColumnKind, TableKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="S004",
    name="value-outside-domain",
    severity=Severity.WARNING,
    bad="""
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 20     | 500     | -480     | 2500          | 20      | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 4020   | 1017    | 3003     | 25.3          | 4020    | 0
""",
    good="""
Projekt   | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse
Skola     | 3000   | 417     | 2583     | 13.9          | 3000    | 0
Badhus    | 2000   | 500     | 1500     | 25            | 2000    | 0
Vägar     | 1000   | 100     | 900      | 10            | 1000    | 0
Summa     | 6000   | 1017    | 4983     | 17            | 6000    | 0
""",
)


def schema_checks(kind: TableKind) -> Iterator[SchemaCheck]:
    """Each bounded column as a whole lies within its bounds; it cannot be asked while a text stands in it."""
    for column in kind.columns:
        if column.minimum is not None or column.maximum is not None:
            yield SchemaCheck(column.role, _within(column), at=column.role)


def _within(column: ColumnKind) -> Any:
    def holds(values: Any) -> Any:
        result = values == values
        if column.minimum is not None:
            result &= values >= column.minimum
        if column.maximum is not None:
            result &= values <= column.maximum
        return result

    return holds
