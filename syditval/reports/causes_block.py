"""What is wrong, cause by cause, each with the findings that it settles; and what could not be localised."""

from __future__ import annotations

from collections.abc import Sequence

from syditval.model.cause import Cause
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.reports.findings_block import write_body, write_head, write_in_full
from syditval.reports.page import GAP, Page, unbroken
from syditval.reports.wording import labels


def write_causes(report: Report, page: Page) -> None:
    """Every cause, numbered, with its findings: the first in full, the others by code and cell."""
    if not report.causes:
        return
    page.heading(page.words.get("terminal", "causes"))
    width = len(str(len(report.causes)))
    for number, cause in enumerate(report.causes, 1):
        if number > 1:
            page.line()
        _write_cause(str(number).rjust(width) + GAP, cause, page)
        _write_settled(width + len(GAP), report.findings_of(cause.explains), page)


def write_not_localised(report: Report, page: Page) -> None:
    """The findings that no cause was found for, in full, each group after what is said of it."""
    if not report.not_localised:
        return
    page.heading(page.words.get("terminal", "not_localised"))
    for number, item in enumerate(report.not_localised):
        if number:
            page.line()
        findings = report.findings_of(item.explains)
        page.paragraph(unbroken(item.message, _addresses(findings)), head="-")
        page.line()
        write_in_full(findings, page)


def _write_cause(start: str, cause: Cause, page: Page) -> None:
    first = cause.changes[0]
    certainty = page.name("certainty", cause.certainty)
    write_head(cause.severity, (cause.primary.address, certainty), page, start)
    told = (cause.slips, *cause.alternatives)
    addresses = {change.cell.address for slips in told for slip in slips for change in slip.changes}
    sentences = unbroken(cause.message, addresses).splitlines()
    write_body((labels(first.row_label, first.column_label), *sentences), page, len(start))


def _write_settled(indent: int, findings: Sequence[Finding], page: Page) -> None:
    if not findings:
        return
    first, *others = findings
    page.line()
    write_in_full((first,), page, indent)
    if others:
        told = ", ".join(page.reference(each) for each in others)
        also = page.words.get("terminal", "also_settles", findings=told)
        page.paragraph(unbroken(also, _addresses(others)), indent=indent)


def _addresses(findings: Sequence[Finding]) -> set[str]:
    return {finding.cell.address for finding in findings if finding.cell}
