"""The report on what was read: the only place that knows the order of the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from syditval.checks import (
    Checked,
    Standards,
    carried_over_months,
    check_months,
    check_recalculated,
    check_region,
    check_tables,
    check_workbook,
    held_against,
    not_recalculated,
    pressing_first,
    ranked,
    rule_digests,
    waivers_for,
    with_months,
)
from syditval.diagnosis import explain
from syditval.messages.worded import worded
from syditval.model.cells import Workbook
from syditval.model.earlier import Against, Months
from syditval.model.finding import Finding
from syditval.model.kind import TableKind
from syditval.model.relation import Reason
from syditval.model.report import InputFile, Report
from syditval.model.table import Table
from syditval.reading import Source, UnreadableWorkbook, read_workbook
from syditval.recalculation import NotRun, Recalculated
from syditval.recognition import excerpts, recognise, regions_of
from syditval.run.request import Question, Request
from syditval.version import VERSION

Again = Recalculated | NotRun | None


def input_file(workbook: Workbook) -> InputFile:
    """What was read, and how much it held."""
    return InputFile(
        name=workbook.name,
        sha256=workbook.sha256,
        bytes=workbook.size,
        container=workbook.container,
        sheets=len(workbook.sheets),
        **asdict(workbook.counts),
    )


def report_on(workbook: Workbook, kinds: Sequence[TableKind], request: Request, again: Again) -> Report:
    """The report on a workbook, given the kinds of tables to look for and what recalculation gave."""
    ask = _summed if request.question is Question.SUMS else _reconciled
    tables, checked = ask(workbook, kinds, request, isinstance(again, Recalculated))
    if again is not None:
        checked += _compared(workbook, again, kinds, request, checked)
    findings = ranked(checked.findings, workbook)
    diagnosis = explain(tables, checked.judgements, findings, request.policy)
    is_inferred = request.question is Question.SUMS
    months = None if is_inferred else request.months
    rules = rule_digests(inferred=is_inferred, recalculated=again is not None, has_months=months is not None)
    waivers = waivers_for(workbook.name, request.waivers, (code for code, _ in rules))
    standards = Standards(waivers, request.day, request.materiality)
    findings = ranked(_held_against(findings, tables, kinds, standards, months), workbook)
    report = Report(
        version=VERSION,
        language=request.language,
        inputs=(input_file(workbook),),
        schemas=tuple((kind.name, kind.digest) for kind in kinds),
        tables=tables,
        judgements=checked.judgements,
        findings=findings,
        not_checked=checked.not_checked,
        causes=pressing_first(diagnosis.causes, findings),
        not_localised=diagnosis.not_localised,
        unguarded=diagnosis.unguarded,
        options=replace(request, waivers=waivers).options,
        rules=rules,
        waivers=waivers,
        against=_against(months),
    )
    told = {finding.cell for finding in report.findings if finding.cell}
    told |= {change.cell for cause in report.causes for change in cause.changes}
    return worded(replace(report, excerpts=tuple(excerpts(workbook, tables, told))))


def _held_against(
    findings: Sequence[Finding],
    tables: Sequence[Table],
    kinds: Sequence[TableKind],
    standards: Standards,
    months: Months | None,
) -> Iterator[Finding]:
    """The findings with what counts of them; what counted last month already is told once more."""
    if months is not None:
        counting = [each for each in held_against(findings, tables, kinds, standards) if each.is_pressing]
        findings = (*findings, *carried_over_months(counting, tables, kinds, months))
    return held_against(findings, tables, kinds, standards)


def _against(months: Months | None) -> tuple[Against, ...] | None:
    """What is said of the earlier workbooks that a report compares with."""
    if months is None:
        return None
    return tuple(Against(each.name, each.sha256, each.period) for each in months.earlier)


def _reconciled(
    workbook: Workbook, kinds: Sequence[TableKind], request: Request, is_recalculated: bool
) -> tuple[tuple[Table, ...], Checked]:
    found = recognise(workbook, kinds)
    checked = check_tables(found.tables, kinds, request.policy)
    if request.months is not None:
        of_months = check_months(found.tables, kinds, request.months, request.policy)
        checked = with_months(checked, of_months, found.tables)
    return found.tables, checked + check_workbook(
        workbook, found.tables, found.outside, kinds, is_recalculated
    )


def _summed(
    workbook: Workbook, kinds: Sequence[TableKind], request: Request, is_recalculated: bool
) -> tuple[tuple[Table, ...], Checked]:
    regions = tuple(regions_of(workbook))
    tables = tuple(region.table for region in regions)
    checked = Checked()
    for region in regions:
        checked += check_region(region.table, region.aggregates, region.withheld, request.policy)
    # Every number stands in a region: there is none outside.
    return tables, checked + check_workbook(workbook, tables, (), kinds, is_recalculated)


def _compared(
    workbook: Workbook,
    again: Recalculated | NotRun,
    kinds: Sequence[TableKind],
    request: Request,
    checked: Checked,
) -> Checked:
    """What the recalculated workbook says, but for cells that are known to be out of date without it."""
    if isinstance(again, NotRun):
        return not_recalculated(again.reason, again.detail)
    try:
        fresh = read_workbook(Source(workbook.name, again.content, None), request.limits)
    except UnreadableWorkbook as refusal:
        return not_recalculated(Reason.RECALCULATION_FAILED, refusal.code)
    return check_recalculated(workbook, fresh, kinds, known=checked.findings)
