"""Every rule over a workbook's sheets, traits and formulas, and what of its sheets holds nothing to check."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from syditval.checks.audit import Audit
from syditval.checks.catalogue import rule_modules
from syditval.checks.census import Census, take_census
from syditval.checks.defects import findings_of
from syditval.checks.engine import Checked
from syditval.checks.gaps import could_not_run_on, gaps_of_sheets
from syditval.checks.occurrences import finding_on
from syditval.checks.places import as_stated
from syditval.checks.traits import trait_findings
from syditval.checks.unevaluated import unevaluated
from syditval.model.cells import CellRef, Workbook
from syditval.model.kind import TableKind
from syditval.model.rule import RuleInfo
from syditval.model.table import Table


def check_workbook(
    workbook: Workbook,
    tables: Sequence[Table],
    outside: Sequence[CellRef],
    kinds: Sequence[TableKind],
    is_recalculated: bool = False,
) -> Checked:
    """What every rule on sheets, traits and formulas says, whether there are tables or not.

    ``outside`` are the numbers that stand in no table, in the order of the sheets. Where the workbook
    is calculated again, what was not evaluated here is of no interest. A rule that crashes is a
    finding under its own code, and the others go on.
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
    return checked + _audited(Audit(workbook), kinds, is_recalculated)


def _audited(audit: Audit, kinds: Sequence[TableKind], is_recalculated: bool) -> Checked:
    """What the rules on formulas say, where there are any."""
    if not any(each.forms for each in audit.book.sheets):
        return Checked()
    checked = Checked(not_checked=() if is_recalculated else tuple(unevaluated(audit)))
    for rule in rule_modules():
        if hasattr(rule, "audits"):
            checked += _guarded_audit(rule, as_stated(rule.RULE, kinds), audit)
    return checked


def _guarded_audit(rule: ModuleType, info: RuleInfo, audit: Audit) -> Checked:
    try:
        return Checked(findings=tuple(findings_of(info, rule.audits(audit), audit.labels)))
    except Exception as error:
        finding, gap = could_not_run_on(info, audit.workbook.sheets[0], type(error).__name__)
        return Checked((), (finding,), (gap,))


def _guarded(rule: ModuleType, info: RuleInfo, census: Census) -> Checked:
    try:
        places = list(rule.occurrences(census))
        found = (finding_on(info, census.sheet, places),) if places else ()
        return Checked(findings=found)
    except Exception as error:
        finding, gap = could_not_run_on(info, census.sheet, type(error).__name__)
        return Checked((), (finding,), (gap,))
