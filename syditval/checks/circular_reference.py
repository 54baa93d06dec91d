"""H307: formulas that rest on their own results."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.checks.audit import Audit
from syditval.checks.defects import Defect
from syditval.checks.sound_table import FORMULA_TABLE
from syditval.messages.brevity import first_few
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H307",
    name="circular-reference",
    severity=Severity.ERROR,
    bad=FORMULA_TABLE.replace("=SUM(B2:B6)", "=SUM(B2:B7)"),
    good=FORMULA_TABLE,
)


def audits(audit: Audit) -> Iterator[Defect]:
    """Each ring of formulas, once. That a workbook may repeat its calculations makes no difference."""
    for number, ring in enumerate(audit.rings):
        sheets = {cell.sheet for cell in ring}
        names = [cell.a1 if len(sheets) == 1 else cell.address for cell in ring]
        yield Defect(ring[:1], number, {"ring": first_few(names), "count": len(ring)}, ring[1:])
