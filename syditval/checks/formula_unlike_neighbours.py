"""H304: a formula that differs from those on both sides of it, which agree with one another."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.audit import Audit
from syditval.checks.defects import Defect
from syditval.checks.neighbours import Agreement, agreements
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.formulas import Place, SheetFormulas
from syditval.messages.brevity import excerpt
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H304",
    name="formula-unlike-neighbours",
    severity=Severity.WARNING,
    bad=FORMULA_TABLE.replace("=B4-D4", "=D4-B4"),
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The formulas that differ from their neighbours in one direction, and fit none in the other."""
    for each in audit.book.sheets:
        for place, form in each.forms.items():
            for found in agreements(each, place):
                if found.form is not form and not _has_reason(audit, each, place, found):
                    home = each.sheet.ref(*place)
                    formula = each.sheet.cells[place].formula or ""
                    fields = {"formula": excerpt(formula), "other": excerpt(found.formula)}
                    yield Defect((home,), (form.key, found.form.key), fields)
                    break


def _has_reason(audit: Audit, formulas: SheetFormulas, place: Place, found: Agreement) -> bool:
    """Whether a formula is a total among lines, or belongs to the row or column across."""
    form, other = formulas.forms[place], found.form
    sheet, (row, column) = formulas.sheet.name, place
    if found.is_down:
        is_total = audit.totals.is_down(sheet, place) or (form.is_down and not other.is_down)
        beside = ((row, column - 1), (row, column + 1))
    else:
        is_total = audit.totals.is_across(sheet, place) or (form.is_across and not other.is_across)
        beside = ((row - 1, column), (row + 1, column))
    return is_total or any(formulas.forms.get(each) is form for each in beside)
