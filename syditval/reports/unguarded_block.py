"""The amounts that are guarded too little: an error there is not seen, or cannot be placed."""

from __future__ import annotations

from syditval.messages.addresses import on_sheet
from syditval.model.report import Report
from syditval.reports.not_checked_block import write_first_alike
from syditval.reports.page import Page, unbroken


def write_unguarded(report: Report, page: Page) -> None:
    """Where such amounts stand, and what would guard them; nothing where there are none."""
    if not report.unguarded:
        return
    page.heading(page.words.get("terminal", "unguarded"))
    places = [on_sheet(each.cells) for each in report.unguarded]
    told = zip(report.unguarded, places, strict=True)
    write_first_alike(
        [(each.shelter, f"{unbroken(place, [place])}: {each.message}") for each, place in told], page
    )
