"""What no verdict was reached on, and why."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.messages.amounts import GROUP
from syditval.model.gap import NotChecked
from syditval.model.report import Report
from syditval.reports.page import Page


def write_not_checked(report: Report, page: Page) -> None:
    """Every gap with its place and reason, or the statement that there is none."""
    page.heading(page.words.get("terminal", "not_checked"))
    if not report.not_checked:
        page.paragraph(page.words.get("terminal", "nothing"))
    write_gaps(report.not_checked, page)


def write_gaps(gaps: Iterable[NotChecked], page: Page) -> None:
    """The sentences of the given gaps; the addresses in them are kept on one line."""
    for gap in gaps:
        sentence = gap.message
        for address in (gap.subject, gap.cell.address if gap.cell else ""):
            if "!" in address:
                sentence = sentence.replace(address, address.replace(" ", GROUP))
        page.paragraph(sentence, head="-")
