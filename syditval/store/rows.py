"""The tables and findings of a report as rows, and tables made of such rows again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Table as Layout

from syditval.model.amounts import Figure
from syditval.model.cells import Area, CellRef
from syditval.model.finding import Finding
from syditval.model.record import seal_of
from syditval.model.report import Report
from syditval.model.table import Column, Row, Table
from syditval.store.layout import FIGURE, FINDING, SHEET_TABLE, TABLE_COLUMN, TABLE_ROW
from syditval.store.value_types import plain

Rows = list[dict[str, Any]]
# In the order in which they are put in: none before what it lies in.
PARTS = (SHEET_TABLE, TABLE_COLUMN, TABLE_ROW, FIGURE, FINDING)


def rows_of(report: Report) -> dict[str, Rows]:
    """What is kept of a report besides its record, by the table of the store; the upload is not filled in."""
    numbered = list(enumerate(report.tables))
    return {
        SHEET_TABLE.name: [_table_row(position, table) for position, table in numbered],
        TABLE_COLUMN.name: [row for position, table in numbered for row in _column_rows(position, table)],
        TABLE_ROW.name: [row for position, table in numbered for row in _row_rows(position, table)],
        FIGURE.name: [row for position, table in numbered for row in _figure_rows(position, table)],
        FINDING.name: [_finding_row(position, each) for position, each in enumerate(report.findings)],
    }


def kept_rows(connection: Connection, upload: int) -> dict[str, Rows]:
    """The same rows as they were kept of an upload."""
    return {part.name: rows_in(connection, part, upload) for part in PARTS}


def rows_in(connection: Connection, part: Layout, upload: int) -> Rows:
    """The rows of one table of the store that belong to an upload, in the order of their places."""
    columns = [column for column in part.c if column.name != "upload"]
    query = select(*columns).where(part.c.upload == upload).order_by(*part.primary_key.columns)
    return [dict(row) for row in connection.execute(query).mappings()]


def seal_over(parts: Mapping[str, Rows]) -> str:
    """A hash over rows, whatever order they come in."""
    return seal_of({name: sorted(sorted(_written(row)) for row in rows) for name, rows in parts.items()})


def tables_from(parts: Mapping[str, Rows]) -> tuple[Table, ...]:
    """The tables that rows were made of.

    How they were understood (differences, weights, sums) is not kept: the workbook tells it again.
    """
    columns, rows, figures = (_by_table(parts[part.name]) for part in (TABLE_COLUMN, TABLE_ROW, FIGURE))
    return tuple(
        _table(row, columns[row["position"]], rows[row["position"]], figures[row["position"]])
        for row in parts[SHEET_TABLE.name]
    )


def _written(row: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    for name, value in row.items():
        if isinstance(value, Decimal):
            yield name, plain(value)
        elif value is not None:
            yield name, str(value)


def _by_table(rows: Sequence[Mapping[str, Any]]) -> Mapping[int, list[Mapping[str, Any]]]:
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["in_table"]].append(row)
    return found


def _table_row(position: int, table: Table) -> dict[str, Any]:
    return {
        "position": position,
        "id": table.id,
        "kind": table.kind,
        "sheet": table.sheet,
        "top": table.area.top,
        "left": table.area.left,
        "bottom": table.area.bottom,
        "right": table.area.right,
        "title": table.title,
        "unit": table.unit,
        "unit_source": table.unit_source,
        "period": table.period,
        "sign": table.sign,
    }


def _column_rows(position: int, table: Table) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        yield {
            "in_table": position,
            "number": column.column,
            "role": column.role,
            "type": column.type,
            "header": column.header,
            "step": column.step,
        }


def _row_rows(position: int, table: Table) -> Iterator[dict[str, Any]]:
    for row in table.rows:
        yield {
            "in_table": position,
            "number": row.number,
            "role": row.role,
            "label": row.label,
            "key": row.key,
            "section": row.section,
        }


def _figure_rows(position: int, table: Table) -> Iterator[dict[str, Any]]:
    for figure in table.figures.values():
        yield {
            "in_table": position,
            "in_row": figure.cell.row,
            "in_column": figure.cell.column,
            "state": figure.state,
            "value": figure.value,
            "step": figure.step,
            "written": figure.written,
            "shown": figure.shown,
            "shown_step": figure.shown_step,
            "roundings": figure.roundings,
        }


def _finding_row(position: int, finding: Finding) -> dict[str, Any]:
    return {
        "position": position,
        "id": finding.id,
        "code": finding.code,
        "place": finding.place,
        "severity": finding.severity,
        "standing": finding.status,
        "in_table": finding.table,
        "cell": finding.cell.address if finding.cell else "",
        "row_label": finding.row_label,
        "column_label": finding.column_label,
        "message": finding.message,
    }


def _table(
    row: Mapping[str, Any],
    columns: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    figures: Sequence[Mapping[str, Any]],
) -> Table:
    roles = {column["number"]: column["role"] for column in columns}
    return Table(
        id=row["id"],
        kind=row["kind"],
        sheet=row["sheet"],
        area=Area(row["top"], row["left"], row["bottom"], row["right"]),
        title=row["title"],
        unit=row["unit"],
        unit_source=row["unit_source"],
        period=row["period"],
        sign=row["sign"],
        columns=tuple(
            Column(each["role"], each["type"], each["header"], each["number"], each["step"])
            for each in columns
        ),
        rows=tuple(
            Row(each["number"], each["role"], each["label"], each["key"], each["section"]) for each in rows
        ),
        figures={(each["in_row"], roles[each["in_column"]]): _figure(row["sheet"], each) for each in figures},
    )


def _figure(sheet: str, row: Mapping[str, Any]) -> Figure:
    return Figure(
        cell=CellRef(sheet, row["in_row"], row["in_column"]),
        state=row["state"],
        value=row["value"],
        step=row["step"],
        written=row["written"],
        shown=row["shown"],
        shown_step=row["shown_step"],
        roundings=row["roundings"],
    )
