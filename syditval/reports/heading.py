"""What was read: the files, and whether any table was recognised in them."""

from __future__ import annotations

from syditval.model.report import Report
from syditval.reports.page import GAP, Page

HASH_DIGITS = 12


def write_heading(report: Report, page: Page) -> None:
    """A line for each file: its name, its SHA-256 (the first digits), its sheets and cells."""
    for file in report.inputs:
        counts = f"{page.count(file.sheets, 'sheet')}, {page.count(file.cells, 'cell')}"
        hash_ = f"SHA-256 {file.sha256[:HASH_DIGITS]}"
        page.line(page.text(file.name, "bold"), GAP, hash_, GAP, counts)


def write_nothing_recognised(report: Report, page: Page) -> None:
    """The plain statement that there was nothing to check, and which kinds were looked for."""
    page.line()
    page.paragraph(page.words.get("terminal", "nothing_recognised"))
    kinds = ", ".join(page.kind(kind) for kind, _ in report.schemas)
    page.paragraph(page.words.get("terminal", "looked_for", kinds=kinds))
