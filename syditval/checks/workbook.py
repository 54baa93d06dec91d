"""Every rule over a workbook's sheets and traits, and what of its sheets holds nothing to check."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from syditval.checks.catalogue import rule_modules
from syditval.checks.census import Census, take_census
from syditval.checks.engine import Checked
from syditval.checks.gaps import could_not_run_on, gaps_of_sheets
from syditval.checks.occurrences import finding_on
from syditval.checks.places import as_stated
from syditval.checks.traits import trait_findings
from syditval.model.cells import CellRef, Workbook
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo
from syditval.model.table import Table


def check_workbook(
    workbook: Workbook, tables: Sequence[Table], outside: Sequence[CellRef], kinds: Sequence[TableKind]
) -> Checked:
    """What every rule on sheets and traits says, whether there are tables or not.

    ``outside`` are the numbers that stand in no table, in the order of the sheets. A rule that
    crashes is a finding under its own code, and the others go on.
    """
    checked = Checked(
        findings=tuple(trait_findings(workbook.traits, kinds)),
        not_checked=tuple(gaps_of_sheets(workbook, tables, outside)),
    )
    for sheet in workbook.sheets:
        census = take_census(sheet, tables)
        for rule in rule_modules():
            if hasattr(rule, "occurrences"):
                checked += _guarded(rule, as_stated(rule.RULE, kinds), census)
    return checked


def _guarded(rule: ModuleType, info: RuleInfo, census: Census) -> Checked:
    try:
        places = list(rule.occurrences(census))
        found = (finding_on(info, census.sheet, places),) if places else ()
        return Checked(findings=found)
    except Exception as error:
        finding, gap = could_not_run_on(info, census.sheet, type(error).__name__)
        return Checked((), (finding,), (gap,))
