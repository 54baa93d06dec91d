"""Causes and findings in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syditval.model.cause import Cause
from syditval.model.finding import Finding, Status
from syditval.model.report import Report
from syditval.reports.evidence_amounts import evidence_amounts
from syditval.reports.markdown_text import Paper, pipe_table
from syditval.reports.streams import shown
from syditval.reports.wording import labels

HEADS = ("severity", "cell", "code", "message", "expected", "found", "difference", "bound")
AMOUNTS = 4


def causes(report: Report, paper: Paper) -> Iterator[str]:
    """Every cause, numbered, with the findings that it settles; then what could not be localised."""
    if report.causes:
        yield f"## {paper.say('terminal', 'causes')}"
    for number, cause in enumerate(report.causes, 1):
        yield _cause(f"{number}. ", cause, report, paper)
    if report.not_localised:
        yield f"## {paper.say('terminal', 'not_localised')}"
        yield "\n".join(f"- {paper.text(item.message)}" for item in report.not_localised)


def findings(report: Report, paper: Paper) -> Iterator[str]:
    """A table of those that are open, then of those that do not count; or that there are none at all."""
    groups = {status: [each for each in report.findings if each.status is status] for status in Status}
    if groups[Status.OPEN] or (report.tables and not report.findings):
        yield f"## {paper.say('terminal', 'findings')}"
        yield _table(groups[Status.OPEN], paper) or paper.say("terminal", "no_findings")
    for status in (Status.IMMATERIAL, Status.WAIVED):
        if groups[status]:
            yield f"## {paper.say('markdown', status)}"
            yield _table(groups[status], paper)


def _cause(start: str, cause: Cause, report: Report, paper: Paper) -> str:
    first = cause.changes[0]
    severity, certainty = paper.name("severity", cause.severity), paper.name("certainty", cause.certainty)
    place = labels(f"{cause.primary.address} ({certainty})", labels(first.row_label, first.column_label))
    told = cause.message.splitlines()
    if settled := ", ".join(paper.reference(each) for each in report.findings_of(cause.explains)):
        told.append(paper.words.get("markdown", "settles", findings=settled))
    paragraphs = [f"**{paper.text(severity)}** {paper.text(place)}", *map(paper.text, told)]
    return start + f"\n\n{' ' * len(start)}".join(paragraphs)


def _table(of: Sequence[Finding], paper: Paper) -> str:
    heads = [paper.say("head", key) for key in HEADS]
    return pipe_table(heads, [_row(each, paper) for each in of], len(HEADS) - AMOUNTS) if of else ""


def _row(finding: Finding, paper: Paper) -> list[str]:
    told = (labels(finding.row_label, finding.column_label), finding.message, finding.standing)
    amounts = [
        shown(f"{amount} {unit}", paper.encoding).strip()
        for _, amount, unit in evidence_amounts(finding, paper)
    ]
    return [
        paper.text(paper.name("severity", finding.severity)),
        paper.text(paper.place(finding.cell)),
        finding.code,
        paper.lines(told),
        *(amounts or [""] * AMOUNTS),
    ]
