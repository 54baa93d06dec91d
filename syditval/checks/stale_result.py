"""H306: a stored result that is not what its formula gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syditval.arithmetic import is_result
from syditval.checks.audit import Audit
from syditval.checks.defects import Defect
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.formulas import Amount, Failure, NotEvaluated, Value
from syditval.messages.brevity import excerpt
from syditval.model.cells import Cell, CellKind
from syditval.model.finding import Field
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H306",
    name="stale-result",
    severity=Severity.ERROR,
    bad=FORMULA_TABLE.replace("=B4-D4 -> 0", "=B4-C4 -> 0"),
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The formulas whose stored result differs from what the stored values of their cells give."""
    for home, form, result in audit.results:
        cell = audit.book.cell(home)
        if cell is None or cell.kind is CellKind.DATE or isinstance(result, NotEvaluated):
            continue
        if not _agrees(cell, result):
            fields = {
                "formula": excerpt(cell.formula or ""),
                "found": _written(cell.value),
                "expected": _written(result),
            }
            yield Defect((home,), form.key, fields)


def _agrees(cell: Cell, result: Value) -> bool:
    if isinstance(result, Amount) and isinstance(cell.value, Decimal):
        return is_result(cell.value, result.value, result.size)
    return type(cell.value) is type(result) and cell.value == result


def _written(value: object) -> Field:
    """A result for a reader: amounts to the digits that a spreadsheet program vouches for."""
    if isinstance(value, Amount):
        return value.settled
    if isinstance(value, Decimal):
        return value
    return excerpt(value.name if isinstance(value, Failure) else str(value))
