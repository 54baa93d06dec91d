"""H303: a typed number in a row or column of formulas that all say the same of their places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from syditval.checks.audit import Audit, amount_of
from syditval.checks.defects import Defect
from syditval.checks.labels import names_ratio, names_total
from syditval.checks.neighbours import LEAST_AGREEING, Agreement, agreements
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.checks.typed_total import is_typed, typed_totals
from syditval.formulas import Place, SheetFormulas
from syditval.messages.brevity import excerpt
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H303",
    name="typed-number-among-formulas",
    severity=Severity.WARNING,
    bad=FORMULA_TABLE.replace("=B4-D4 -> 0", "0"),
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """The typed numbers between formulas of one form, which no rule on totals tells of."""
    for each in audit.book.sheets:
        if len(each.forms) < LEAST_AGREEING:
            continue
        totals = set(typed_totals(audit, each.sheet))
        for place, cell in each.sheet.cells.items():
            for found in islice(_agreements(audit, each, place), 1) if is_typed(cell) else ():
                here = each.sheet.ref(*place)
                if here not in totals:
                    formula = excerpt(found.formula)
                    yield Defect((here,), found.form.key, {"written": amount_of(cell), "formula": formula})


def _agreements(audit: Audit, formulas: SheetFormulas, place: Place) -> Iterator[Agreement]:
    """What the formulas around a cell agree on.

    A column of ratios does not follow the sums beside it, and a row of totals is another rule's matter.
    """
    cell, labels = formulas.sheet.ref(*place), audit.labels
    for found in agreements(formulas, place):
        if found.is_down or not (names_ratio(labels.heading(cell)) or names_total(labels.of(cell))):
            yield found
