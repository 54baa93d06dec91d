"""A finding at its place: labels and symbolic identity from the table it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from syditval.model.cells import CellRef
from syditval.model.finding import Field, Finding
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import ColumnType, Table


def severity_of(rule: RuleInfo, kind: TableKind) -> Severity:
    """The rule's severity, or the one that the kind gives it instead."""
    return kind.severities.get(rule.code, rule.severity)


def as_stated(rule: RuleInfo, kinds: Iterable[TableKind]) -> RuleInfo:
    """A rule on whole workbooks with the severity that kinds give it; of several, the worst."""
    stated = [kind.severities[rule.code] for kind in kinds if rule.code in kind.severities]
    return replace(rule, severity=min(stated, key=lambda severity: severity.rank, default=rule.severity))


def finding_at(
    rule: RuleInfo, table: Table, cell: CellRef, severity: Severity, fields: Mapping[str, Field]
) -> Finding:
    """A finding at a cell of a table; row and column labels are always among its fields."""
    row, column = table.row_at(cell), table.column_at(cell)
    row_label = row.label if row else ""
    column_label = column.header if column else ""
    unit = "%" if column and column.type is ColumnType.PERCENT else table.unit.value
    place = "/".join(
        part or "-" for part in (table.id, row.key if row else "", column.role if column else "")
    )
    return Finding(
        id=f"{rule.code}/{place}/{table.period or '-'}",
        code=rule.code,
        name=rule.name,
        severity=severity,
        table=table.id,
        cell=cell,
        row_label=row_label,
        column_label=column_label,
        unit=unit,
        fields={"row": row_label, "column": column_label, "unit": unit, **fields},
        place=place,
    )
