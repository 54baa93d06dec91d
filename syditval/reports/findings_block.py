"""Findings in full, worst first: the sentence on the left, its figures in one ledger column on the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.reports.ledger import ledgers
from syditval.reports.page import GAP, Page, broken
from syditval.reports.wording import labels

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
GUTTER = "   "
# A sentence set narrower than this is no pleasure to read: the ledger then stands below it.
NARROWEST_TEXT = 32


def write_findings(report: Report, page: Page) -> None:
    """Every finding that is not told with its cause, or the statement that there is none at all."""
    if report.findings and not report.unexplained:
        return
    is_rest = len(report.unexplained) < len(report.findings)
    page.heading(page.words.get("terminal", "other_findings" if is_rest else "findings"))
    if not report.findings:
        page.paragraph(page.words.get("terminal", "no_findings"))
    write_in_full(report.unexplained, page)


def write_in_full(findings: Sequence[Finding], page: Page, indent: int = 0) -> None:
    """Findings with their sentences and ledgers, a blank line between them, all set in."""
    for number, (finding, ledger) in enumerate(zip(findings, ledgers(findings, page), strict=True)):
        if number:
            page.line()
        verdict = page.name("verdict", finding.verdict) if finding.verdict else ""
        write_head(finding.severity, (page.place(finding.cell), finding.code, verdict), page, " " * indent)
        texts = (labels(finding.row_label, finding.column_label), finding.message, finding.standing)
        write_body(texts, page, indent, ledger)


def write_head(severity: Severity, facts: Iterable[str], page: Page, start: str = "") -> None:
    """Severity, place and other facts, blank ones left out: ``error  Drift!C14  F101  inconsistent``."""
    word = page.name("severity", severity).ljust(_severity_width(page))
    place, *others = (fact for fact in facts if fact)
    page.line(
        start,
        page.text(word, STYLES[severity]),
        page.text(place, "bold"),
        *(part for other in others for part in (GAP, other)),
    )


def write_body(texts: Iterable[str], page: Page, indent: int = 0, ledger: Sequence[str] = ()) -> None:
    """Texts below the place of their head, and a ledger to the right of them or, in want of room, below.

    ``indent`` is that of the head.
    """
    indent += _severity_width(page)
    width = page.console.width - indent - (len(GUTTER + ledger[0]) if ledger else 0)
    is_beside = width >= NARROWEST_TEXT
    if not is_beside:
        width = page.console.width - indent
    left = [line for text in texts for line in broken(page.clean(text), width)]
    rows = zip_longest(left, ledger, fillvalue="") if is_beside else ((line, "") for line in [*left, *ledger])
    for text, figures in rows:
        padding = " " * max(0, width - cell_len(text)) + GUTTER
        page.line((" " * indent + text + padding + figures).rstrip())


def _severity_width(page: Page) -> int:
    return max(len(page.name("severity", severity)) for severity in Severity) + len(GAP)
