"""The findings, worst first: the sentence on the left, its figures in one ledger column on the right."""

from __future__ import annotations

from itertools import zip_longest

from rich.cells import cell_len

from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.reports.ledger import ledgers
from syditval.reports.page import GAP, Page, broken

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
GUTTER = "   "
# A sentence set narrower than this is no pleasure to read: the ledger then stands below it.
NARROWEST_TEXT = 32


def write_findings(report: Report, page: Page) -> None:
    """Every finding in the report's order, or the statement that there is none."""
    page.heading(page.words.get("terminal", "findings"))
    if not report.findings:
        page.paragraph(page.words.get("terminal", "no_findings"))
    indent = max(len(page.name("severity", severity)) for severity in Severity) + len(GAP)
    for number, (finding, ledger) in enumerate(
        zip(report.findings, ledgers(report.findings, page), strict=True)
    ):
        if number:
            page.line()
        _write_head(finding, indent, page)
        _write_body(finding, ledger, indent, page)


def _write_head(finding: Finding, indent: int, page: Page) -> None:
    """Severity, place, rule and verdict: ``error  Drift!C14  F101  inconsistent``."""
    severity = page.name("severity", finding.severity).ljust(indent)
    verdict = GAP + page.name("verdict", finding.verdict) if finding.verdict else ""
    place = finding.cell.address if finding.cell else page.words.get("place", "workbook")
    page.line(
        page.text(severity, STYLES[finding.severity]), page.text(place, "bold"), GAP, finding.code, verdict
    )


def _write_body(finding: Finding, ledger: list[str], indent: int, page: Page) -> None:
    labels = ", ".join(label for label in (finding.row_label, finding.column_label) if label.strip())
    width = page.console.width - indent - (len(GUTTER + ledger[0]) if ledger else 0)
    is_beside = width >= NARROWEST_TEXT
    if not is_beside:
        width = page.console.width - indent
    left = [line for text in (labels, finding.message) for line in broken(page.clean(text), width)]
    rows = zip_longest(left, ledger, fillvalue="") if is_beside else ((line, "") for line in left + ledger)
    for text, figures in rows:
        padding = " " * max(0, width - cell_len(text)) + GUTTER
        page.line((" " * indent + text + padding + figures).rstrip())
