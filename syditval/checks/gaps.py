"""What no verdict was reached on, and why. A check that did not run is never one that passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.checks.places import finding_at
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.relation import Form, Judgement, Reason
from syditval.model.report import NotChecked
from syditval.model.rule import RuleInfo, Severity
from syditval.model.table import RowRole, Table


def unjudged(judgement: Judgement) -> NotChecked:
    """A relation that could not be judged, with the cell that stood in the way."""
    relation = judgement.relation
    culprit = next((figure.cell.address for figure in relation.figures if not figure.readable), "")
    reason = judgement.reason or Reason.COULD_NOT_RUN
    return NotChecked(reason, relation.table, relation.target.cell, relation.rule, culprit)


def could_not_run(rule: RuleInfo, table: Table, cause: str) -> tuple[Finding, NotChecked]:
    """A rule that crashed on a table: an error under its own code, and a gap."""
    corner = _corner(table)
    finding = finding_at(rule, table, corner, Severity.ERROR, {"remark": "could_not_run", "cause": cause})
    return finding, NotChecked(Reason.COULD_NOT_RUN, table.id, corner, rule.code, cause)


def gaps_of(table: Table, kind: TableKind, judgements: Sequence[Judgement]) -> Iterator[NotChecked]:
    """What a table's own shape leaves unchecked, given all judgements so far."""
    if not table.rows_with(RowRole.TOTAL):
        yield NotChecked(Reason.NO_TOTAL_ROW, table.id, _corner(table))
    for role in table.undetermined:
        if column := table.column(role):
            yield NotChecked(Reason.UNDETERMINED, table.id, _heading(table, column.column), "", column.header)
    for declared in kind.relations:
        missing = [role for role in declared.of if table.column(role) is None]
        target = table.column(declared.target)
        if (
            declared.form is not Form.SUM
            and target is not None
            and _is_cut_off(declared.form, missing, declared.of)
        ):
            place = _heading(table, target.column)
            yield NotChecked(Reason.MISSING_COLUMN, table.id, place, declared.rule, target.header)
    for column in table.extra_columns:
        yield NotChecked(Reason.UNNAMED_COLUMN, table.id, _heading(table, column.column), "", column.header)
    yield from _untouched(table, judgements)


def _is_cut_off(form: Form, missing: list[str], of: tuple[str, ...]) -> bool:
    """Whether too few columns are left to compute the target from."""
    return bool(missing) if form is Form.RATIO else len(of) - len(missing) < 2


def _corner(table: Table) -> CellRef:
    return CellRef(table.sheet, table.area.top, table.area.left)


def _heading(table: Table, column: int) -> CellRef:
    return CellRef(table.sheet, table.area.top, column)


def _untouched(table: Table, judgements: Sequence[Judgement]) -> Iterator[NotChecked]:
    """The figures that take part in no relation at all, as one entry at the first of them."""
    related = {figure.cell for judgement in judgements for figure in judgement.relation.figures}
    cells = sorted(figure.cell for figure in table.figures.values() if figure.cell not in related)
    if cells:
        yield NotChecked(Reason.NO_RELATION, table.id, cells[0], count=len(cells))
