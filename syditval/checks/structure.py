"""A kind as a pandera schema, a table as its frame, and pandera's failures as codes at cells.

The frame has one row a line or total and the sheet's row numbers as its index, so that a failure
leads straight back to its cell. It holds, for each figure column, the values (Decimals, None for
nothing, the text as it stands where that is no amount) and the states. Every check carries a
rule's code as its error: no sentence of pandera's reaches a user.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrorReason, SchemaErrors

from syditval.checks.missing_column import RULE as MISSING_COLUMN
from syditval.checks.places import finding_at, severity_of
from syditval.checks.schema_check import LABEL, ROW_ROLE, SECTION, STATE, WHOLE_TABLE, SchemaCheck
from syditval.model.amounts import Figure
from syditval.model.cells import CellRef
from syditval.model.finding import Field, Finding
from syditval.model.kind import TableKind
from syditval.model.relation import Reason
from syditval.model.report import NotChecked
from syditval.model.rule import RuleInfo
from syditval.model.table import FIGURE_ROWS, FIGURE_TYPES, Table


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that failed in the column with a role, on a row of the sheet.

    ``row`` is None where the column as a whole is meant: it is missing, or, where ``ran`` is
    False, the check could not run on it.
    """

    code: str
    role: str
    row: int | None = None
    ran: bool = True


def compile_kind(kind: TableKind, rules: Sequence[ModuleType]) -> pa.DataFrameSchema:
    """The kind as a pandera schema, with the checks of every structural rule."""
    asked = [(rule.RULE.code, check) for rule in rules for check in rule.schema_checks(kind)]

    def checks(on: str) -> list[pa.Check]:
        return [_check(code, check) for code, check in asked if check.on == on]

    columns = {name: pa.Column(object, checks(name)) for name in (LABEL, ROW_ROLE, SECTION)}
    for column in kind.columns:
        if column.type in FIGURE_TYPES:
            required = column.required
            columns[column.role] = pa.Column(object, checks(column.role), nullable=True, required=required)
            columns[column.role + STATE] = pa.Column(object, checks(column.role + STATE), required=False)
    return pa.DataFrameSchema(columns, checks=checks(WHOLE_TABLE), name=kind.name)


def _check(code: str, check: SchemaCheck) -> pa.Check:
    # The check's name carries the role at which a failure stands; pandera keeps it untouched.
    return pa.Check(check.holds, error=code, name=check.at)


def frame_of(table: Table) -> pd.DataFrame:
    """A table's lines and totals as the frame that its kind's schema describes."""
    rows = table.rows_with(*FIGURE_ROWS)
    data: dict[str, list[object]] = {
        LABEL: [row.label for row in rows],
        ROW_ROLE: [row.role for row in rows],
        SECTION: [row.section for row in rows],
    }
    for column in table.figure_columns:
        figures = [table.figure(row, column.role) for row in rows]
        data[column.role] = [_value(figure) for figure in figures]
        data[column.role + STATE] = [figure.state for figure in figures]
    return pd.DataFrame(data, index=[row.number for row in rows], dtype=object)


def _value(figure: Figure) -> object:
    return figure.value if figure.readable else figure.written


def check_structure(
    table: Table, kind: TableKind, rules: Sequence[ModuleType]
) -> tuple[tuple[Finding, ...], tuple[NotChecked, ...]]:
    """Everything a table fails of its kind's schema, in one lazy validation, and what could not run."""
    infos = {rule.RULE.code: rule.RULE for rule in rules} | {MISSING_COLUMN.code: MISSING_COLUMN}
    found = _failures(table, compile_kind(kind, rules))
    findings = (_finding(infos[failure.code], failure, table, kind) for failure in found if failure.ran)
    gaps = (_gap(failure, table) for failure in found if not failure.ran)
    return tuple(findings), tuple(gaps)


def _failures(table: Table, schema: pa.DataFrameSchema) -> list[Failure]:
    try:
        schema.validate(frame_of(table), lazy=True)
    except SchemaErrors as errors:
        return [failure for error in errors.schema_errors for failure in _failures_of(error)]
    return []


def _failures_of(error: SchemaError) -> Iterator[Failure]:
    if error.reason_code is SchemaErrorReason.COLUMN_NOT_IN_DATAFRAME:
        yield Failure(MISSING_COLUMN.code, str(error.failure_cases))
    elif error.reason_code is SchemaErrorReason.CHECK_ERROR:
        yield Failure(error.check.error, error.check.name, ran=False)
    else:
        for row, holds in error.check_output.items():
            if not holds:
                yield Failure(error.check.error, error.check.name, row)


def _finding(rule: RuleInfo, failure: Failure, table: Table, kind: TableKind) -> Finding:
    column = table.column(failure.role)
    cell = CellRef(
        table.sheet,
        failure.row or table.area.top,
        column.column if column else table.area.left,
    )
    figure = table.figures.get((cell.row, failure.role))
    declared = kind.column(failure.role)
    fields: dict[str, Field] = {
        "heading": next(iter(declared.headers), failure.role) if declared else failure.role,
        "number": cell.row,
        "written": figure.written if figure else "",
        "formula": (figure.formula or "") if figure else "",
    }
    return finding_at(rule, table, cell, severity_of(rule, kind), fields)


def _gap(failure: Failure, table: Table) -> NotChecked:
    column = table.column(failure.role)
    unreadable = [figure.cell for figure in table.figures.values() if not figure.readable]
    place = CellRef(table.sheet, table.area.top, column.column if column else table.area.left)
    culprit = next((cell.address for cell in sorted(unreadable) if cell.column == place.column), "")
    return NotChecked(Reason.COULD_NOT_RUN, table.id, place, failure.code, culprit)
