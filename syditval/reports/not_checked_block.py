"""What no verdict was reached on, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from syditval.messages.amounts import GROUP
from syditval.model.gap import NotChecked
from syditval.model.report import Report
from syditval.reports.page import Page

# So much is told of one kind; the record has it all.
MOST_ALIKE = 20


def write_not_checked(report: Report, page: Page) -> None:
    """The gaps with their places and reasons, or the statement that there is none."""
    page.heading(page.words.get("terminal", "not_checked"))
    if not report.not_checked:
        page.paragraph(page.words.get("terminal", "nothing"))
    alike = Counter[object]()
    shown: list[NotChecked] = []
    for gap in report.not_checked:
        alike[gap.reason, gap.code] += 1
        if alike[gap.reason, gap.code] <= MOST_ALIKE:
            shown.append(gap)
    write_gaps(shown, page)
    if more := len(report.not_checked) - len(shown):
        page.paragraph(page.words.get("terminal", "more_gaps", count=Decimal(more)), head="-")


def write_gaps(gaps: Iterable[NotChecked], page: Page) -> None:
    """The sentences of the given gaps; the addresses in them are kept on one line."""
    for gap in gaps:
        sentence = gap.message
        for address in (gap.subject, gap.cell.address if gap.cell else ""):
            if "!" in address:
                sentence = sentence.replace(address, address.replace(" ", GROUP))
        page.paragraph(sentence, head="-")
