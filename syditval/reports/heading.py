"""What was read: the files, and whether any table was recognised in them."""

from __future__ import annotations

from syditval.messages.months import month_named
from syditval.messages.names import named
from syditval.model.report import Report
from syditval.reports.page import GAP, Page

HASH_DIGITS = 12


def write_heading(report: Report, page: Page) -> None:
    """For each file its name and SHA-256 (the first digits), and below what kind it is and what it holds.

    Below that stands what it was held against.
    """
    for file in report.inputs:
        page.line(page.text(file.name, "bold"), GAP, f"SHA-256 {file.sha256[:HASH_DIGITS]}")
        counts = ", ".join(page.count(count, thing) for thing, count in file.counts.items())
        page.paragraph(f"{named('container', file.container, page.words)}: {counts}", indent=len(GAP))
    if report.against:
        months = ", ".join(month_named(month) for month in report.against)
        page.paragraph(page.words.get("held_against", "all", months=months), indent=len(GAP))


def write_nothing_recognised(report: Report, page: Page) -> None:
    """The plain statement that there was nothing to check, and which kinds were looked for."""
    page.line()
    if report.is_inferred:
        page.paragraph(page.words.get("sums", "nothing"))
        return
    page.paragraph(page.words.get("terminal", "nothing_recognised"))
    kinds = ", ".join(page.kind(kind) for kind, _ in report.schemas)
    page.paragraph(page.words.get("terminal", "looked_for", kinds=kinds))
