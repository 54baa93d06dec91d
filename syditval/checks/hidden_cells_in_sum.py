"""H310: a sum of which a part is shown and a part is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syditval.checks.audit import Audit
from syditval.checks.defects import Defect, area_written
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.formulas import Columns
from syditval.model.cells import Sheet
from syditval.model.finding import Field
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H310",
    name="hidden-cells-in-sum",
    severity=Severity.WARNING,
    bad=f"! hidden rows 3{FORMULA_TABLE}",
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The sums that are shown, and count amounts that are not beside some that are.

    A group of which all lines are folded away is one line to the reader, its sum. What H105 and H106
    say of a sheet, this says of a total: which one, and by how much what is seen falls short of it.
    """
    hidden = {sheet.name: Columns(_hidden_part(sheet)) for sheet in audit.workbook.sheets if _hides(sheet)}
    for each in audit.sums:
        name = each.spot.formulas.sheet.name
        # A SUBTOTAL leaves out some hidden rows or all of them.
        if name not in hidden or each.function == "SUBTOTAL" or audit.is_hidden(each.home):
            continue
        total, _, count = hidden[name].sum(each.spot.area)
        is_partly_shown = count < each.spot.formulas.columns.sum(each.spot.area)[2]
        if total and is_partly_shown:
            fields: dict[str, Field] = {
                "range": area_written(each.spot.area),
                "amount": total,
                "hidden": count,
            }
            yield Defect((each.home,), each.form.key, fields)


def _hides(sheet: Sheet) -> bool:
    return bool(sheet.hidden_rows or sheet.hidden_columns)


def _hidden_part(sheet: Sheet) -> Sheet:
    """The cells of a sheet that stand on hidden rows or in hidden columns."""
    rows, columns = sheet.hidden_rows, sheet.hidden_columns
    cells = {place: cell for place, cell in sheet.cells.items() if place[0] in rows or place[1] in columns}
    return replace(sheet, cells=cells)
