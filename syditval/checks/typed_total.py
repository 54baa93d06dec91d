"""H305: a total that is typed although the other totals of its row or column are formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from syditval.checks.audit import Audit, amount_of
from syditval.checks.defects import Defect
from syditval.checks.labels import names_ratio, names_total
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.model.cells import Cell, CellKind, CellRef, Sheet
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H305",
    name="typed-total-among-formulas",
    severity=Severity.WARNING,
    bad=FORMULA_TABLE.replace("=SUM(C2:C6) -> 0", "0               "),
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The typed numbers below lines, on a row that is called a total, in a sheet that sums by formula."""
    for sheet in audit.workbook.sheets:
        for cell in typed_totals(audit, sheet):
            yield Defect((cell,), "typed")


def typed_totals(audit: Audit, sheet: Sheet) -> Iterator[CellRef]:
    """The typed totals of a sheet, where most totals of the row, or others of the column, are formulas."""
    named = audit.labels.total_rows(sheet.name)
    down = {place for place in audit.totals.down_on(sheet.name) if place[0] in named}
    formulas = Counter(row for row, _ in down)
    columns = {column for _, column in down}
    typed = [place for place, cell in sheet.cells.items() if down and place[0] in named and is_typed(cell)]
    typed_by_row = Counter(row for row, _ in typed)
    for row, column in typed:
        is_among = formulas[row] >= typed_by_row[row] or column in columns
        if is_among and _is_total(audit, sheet.ref(row, column)):
            yield sheet.ref(row, column)


def is_typed(cell: Cell | None) -> bool:
    """Whether a cell holds a number that is no formula's result."""
    return cell is not None and cell.kind is CellKind.NUMBER and cell.formula is None


def _is_total(audit: Audit, cell: CellRef) -> bool:
    """Whether a cell on a total row stands right below two lines, in a column of what can be added."""
    if not names_total(audit.labels.of(cell)) or names_ratio(audit.labels.heading(cell)):
        return False
    typed, lines = audit.book.cell(cell), list(_lines_above(audit, cell))
    return _is_amount(typed) and len(lines) > 1 and not _is_average(amount_of(typed), lines)


def _lines_above(audit: Audit, cell: CellRef) -> Iterator[Decimal]:
    """The amounts right above a cell, as far as they go without a gap or another total."""
    for row in range(cell.row - 1, 0, -1):
        above = audit.book.cell(CellRef(cell.sheet, row, cell.column))
        if not _is_amount(above) or audit.totals.is_down(cell.sheet, (row, cell.column)):
            return
        yield amount_of(above)


def _is_average(typed: Decimal, lines: list[Decimal]) -> bool:
    """Whether a number is no larger than one of several amounts of one sign: it cannot be their sum."""
    amounts = [line for line in lines if line]
    is_of_one_sign = len(amounts) > 1 and (min(amounts) > 0 or max(amounts) < 0)
    return is_of_one_sign and abs(typed) <= max(map(abs, amounts))


def _is_amount(cell: Cell | None) -> bool:
    return cell is not None and cell.kind is CellKind.NUMBER and "%" not in cell.number_format
