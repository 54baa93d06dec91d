"""What no verdict was reached on, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from syditval.model.gap import NotChecked
from syditval.model.report import Report
from syditval.reports.page import Page, unbroken

# So much is told of one kind; the record has it all.
MOST_ALIKE = 20


def write_not_checked(report: Report, page: Page) -> None:
    """The gaps with their places and reasons, or the statement that there is none."""
    page.heading(page.words.get("terminal", "not_checked"))
    if not report.not_checked:
        page.paragraph(page.words.get("terminal", "nothing"))
    write_first_alike([((gap.reason, gap.code), _told(gap)) for gap in report.not_checked], page)


def write_gaps(gaps: Iterable[NotChecked], page: Page) -> None:
    """The sentences of the given gaps; the addresses in them are kept on one line."""
    for gap in gaps:
        page.paragraph(_told(gap), head="-")


def write_first_alike(items: Sequence[tuple[object, str]], page: Page) -> None:
    """Sentences, each with its kind: the first ones of each kind, and how many more there are."""
    alike = Counter[object]()
    for kind, sentence in items:
        alike[kind] += 1
        if alike[kind] <= MOST_ALIKE:
            page.paragraph(sentence, head="-")
    if more := sum(max(0, count - MOST_ALIKE) for count in alike.values()):
        page.paragraph(page.words.get("terminal", "more_gaps", count=Decimal(more)), head="-")


def _told(gap: NotChecked) -> str:
    addresses = (gap.subject, gap.cell.address if gap.cell else "")
    return unbroken(gap.message, (address for address in addresses if "!" in address))
