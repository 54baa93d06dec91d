"""What no verdict was reached on, and why. A check that did not run is never one that passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from syditval.checks.occurrences import corner, finding_on
from syditval.checks.places import finding_at
from syditval.model.cells import CellRef, Sheet, Workbook
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.kind import TableKind
from syditval.model.relation import Form, Judgement, Reason
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import RowRole, Table


def unjudged(judgements: Sequence[Judgement]) -> Iterator[NotChecked]:
    """The relations that could not be judged, each with the cell that stood in the way."""
    for judgement in judgements:
        if judgement.reason is not None:
            relation = judgement.relation
            culprit = next((figure.cell.address for figure in relation.figures if not figure.readable), "")
            yield NotChecked(judgement.reason, relation.table, relation.target.cell, relation.rule, culprit)


def could_not_run(rule: RuleInfo, table: Table, cause: str) -> tuple[Finding, NotChecked]:
    """A rule that crashed on a table: an error under its own code, and a gap."""
    corner = _heading(table, table.area.left)
    finding = finding_at(rule, table, corner, Severity.ERROR, {"remark": "could_not_run", "cause": cause})
    return finding, NotChecked(Reason.COULD_NOT_RUN, table.id, corner, rule.code, cause)


def could_not_run_on(rule: RuleInfo, sheet: Sheet, cause: str) -> tuple[Finding, NotChecked]:
    """The same of a rule that crashed on a sheet."""
    finding = finding_on(rule, sheet, [corner(sheet)])
    crash = replace(finding, severity=Severity.ERROR, fields={"remark": "could_not_run", "cause": cause})
    return crash, NotChecked(Reason.COULD_NOT_RUN, cell=finding.cell, code=rule.code, subject=cause)


def gaps_of_sheets(
    workbook: Workbook, tables: Sequence[Table], outside: Sequence[CellRef]
) -> Iterator[NotChecked]:
    """The numbers outside every table, one entry a sheet, and the sheets that yield nothing."""
    numbers = {name: list(cells) for name, cells in groupby(outside, key=lambda cell: cell.sheet)}
    for sheet in workbook.sheets:
        if found := numbers.get(sheet.name):
            yield NotChecked(Reason.OUTSIDE_TABLES, cell=found[0], count=len(found))
        elif not sheet.cells:
            yield NotChecked(Reason.EMPTY_SHEET, subject=sheet.name)
        elif all(table.sheet != sheet.name for table in tables):
            yield NotChecked(Reason.NO_NUMBERS, subject=sheet.name)
    for name, sheet_type in workbook.unread:
        yield NotChecked(Reason.NOT_A_WORKSHEET, subject=name, detail=sheet_type)


def gaps_of(table: Table, kind: TableKind, judgements: Sequence[Judgement]) -> Iterator[NotChecked]:
    """What a table's own shape leaves unchecked, given its judgements."""
    if not table.rows_with(RowRole.TOTAL):
        yield NotChecked(Reason.NO_TOTAL_ROW, table.id, _heading(table, table.area.left))
    for column in table.undetermined_columns:
        yield NotChecked(Reason.UNDETERMINED, table.id, _heading(table, column.column), "", column.header)
    for declared in kind.relations:
        target = table.column(declared.target)
        # A difference whose columns are missing is undetermined, and a sum takes what there is.
        if declared.form is Form.RATIO and target and not all(map(table.column, declared.of)):
            place = _heading(table, target.column)
            yield NotChecked(Reason.MISSING_COLUMN, table.id, place, declared.rule, target.header)
    for column in table.extra_columns:
        yield NotChecked(Reason.UNNAMED_COLUMN, table.id, _heading(table, column.column), "", column.header)
    yield from untouched(table, judgements)


def _heading(table: Table, column: int) -> CellRef:
    return CellRef(table.sheet, table.area.top, column)


def untouched(table: Table, judgements: Sequence[Judgement]) -> Iterator[NotChecked]:
    """The figures that take part in no relation at all, as one entry at the first of them."""
    related = {figure.cell for judgement in judgements for figure in judgement.relation.figures}
    cells = sorted(figure.cell for figure in table.figures.values() if figure.cell not in related)
    if cells:
        yield NotChecked(Reason.NO_RELATION, table.id, cells[0], count=len(cells))
