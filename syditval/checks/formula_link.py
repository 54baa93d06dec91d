"""H308: formulas that fetch values from another workbook or program."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.audit import Audit
from syditval.checks.defects import Defect
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.messages.brevity import excerpt
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H308",
    name="formula-fetches-from-outside",
    severity=Severity.WARNING,
    bad=FORMULA_TABLE.replace("170             ", "=[1]Blad1!$C$3 -> 170"),
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The formulas of each sheet that do, together: a note of where, if H201 or H202 warns of it."""
    severity = Severity.NOTE if audit.is_linked else None
    for each in audit.book.sheets:
        cells = [each.sheet.ref(*place) for place, form in each.forms.items() if form.links]
        if cells:
            cells.sort()
            formula = audit.book.cell(cells[0])
            fields = {"formula": excerpt(formula.formula or "") if formula else ""}
            yield Defect(tuple(cells), "link", fields, (), severity)
