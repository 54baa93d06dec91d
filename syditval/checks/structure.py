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

from syditval.checks.gaps import could_not_run
from syditval.checks.missing_column import RULE as MISSING_COLUMN
from syditval.checks.places import finding_at, severity_of
from syditval.checks.schema_check import LABEL, ROW_ROLE, SECTION, STATE, WHOLE_TABLE, SchemaCheck
from syditval.model.cells import CellRef
from syditval.model.finding import Field, Finding
from syditval.model.gap import NotChecked
from syditval.model.kind import TableKind
from syditval.model.relation import Reason
from syditval.model.rule import RuleInfo
from syditval.model.table import FIGURE_ROWS, FIGURE_TYPES, Table


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that failed in the column with a role, on a row of the sheet.

    ``row`` is None where the column as a whole is meant: it is missing, or its check could not run,
    and then ``crash`` names the exception.
    """

    code: str
    role: str
    row: int | None = None
    crash: str = ""


def compile_kind(kind: TableKind, rules: Sequence[ModuleType]) -> pa.DataFrameSchema:
    """The kind as a pandera schema, with the checks of every structural rule."""
    asked = [(rule.RULE.code, check) for rule in rules for check in _asked_by(rule, kind)]

    def checks(on: str) -> list[pa.Check]:
        # A check's name carries the role at which a failure stands; pandera keeps it untouched.
        return [pa.Check(each.holds, error=code, name=each.at) for code, each in asked if each.on == on]

    columns = {name: pa.Column(object, checks(name)) for name in (LABEL, ROW_ROLE, SECTION)}
    for column in kind.columns:
        if column.type in FIGURE_TYPES:
            required = column.required
            columns[column.role] = pa.Column(object, checks(column.role), nullable=True, required=required)
            columns[column.role + STATE] = pa.Column(object, checks(column.role + STATE), required=False)
    return pa.DataFrameSchema(columns, checks=checks(WHOLE_TABLE), name=kind.name)


def _asked_by(rule: ModuleType, kind: TableKind) -> list[SchemaCheck]:
    """The checks of a rule; of one that fails to state them, a check that fails in the same way."""
    if not hasattr(rule, "schema_checks"):
        return []
    try:
        return list(rule.schema_checks(kind))
    except Exception as error:
        crash = error

        def fail(_: object) -> object:
            raise crash

        return [SchemaCheck(WHOLE_TABLE, fail)]


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
        data[column.role] = [figure.value if figure.readable else figure.written for figure in figures]
        data[column.role + STATE] = [figure.state for figure in figures]
    return pd.DataFrame(data, index=[row.number for row in rows], dtype=object)


def check_structure(
    table: Table, kind: TableKind, rules: Sequence[ModuleType]
) -> tuple[tuple[Finding, ...], tuple[NotChecked, ...]]:
    """Everything a table fails of its kind's schema, in one lazy validation, and what could not run.

    A check that could not run because of an unreadable figure in its column is a gap; one that
    crashed without such a reason is a finding as well.
    """
    infos = {rule.RULE.code: rule.RULE for rule in rules}
    findings: list[Finding] = []
    gaps: list[NotChecked] = []
    for failure in _failures(table, compile_kind(kind, rules)):
        rule = infos[failure.code]
        if not failure.crash:
            findings.append(_finding(rule, failure, table, kind))
        elif culprit := _first_unreadable(table, failure.role):
            place = CellRef(table.sheet, table.area.top, culprit.column)
            gaps.append(NotChecked(Reason.COULD_NOT_RUN, table.id, place, rule.code, culprit.address))
        else:
            finding, gap = could_not_run(rule, table, failure.crash)
            findings.append(finding)
            gaps.append(gap)
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
        # All that pandera keeps of the exception is a text: KeyError("Budget").
        yield Failure(error.check.error, error.check.name, crash=str(error.failure_cases).partition("(")[0])
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


def _first_unreadable(table: Table, role: str) -> CellRef | None:
    """The first figure of a column that cannot be read, if there is any."""
    return min(
        (figure.cell for (_, of), figure in table.figures.items() if of == role and not figure.readable),
        default=None,
    )
