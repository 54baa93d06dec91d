"""The report as text: what was read, the tables and verdicts, causes and findings, what was not checked."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console

from syditval.messages import texts
from syditval.model.report import Report
from syditval.reports.causes_block import write_causes, write_not_localised
from syditval.reports.closing import closing
from syditval.reports.console import open_console
from syditval.reports.findings_block import write_findings
from syditval.reports.heading import write_heading, write_nothing_recognised
from syditval.reports.not_checked_block import write_not_checked
from syditval.reports.outputs import Color
from syditval.reports.page import Page
from syditval.reports.regions_block import write_regions
from syditval.reports.tables_block import write_tables
from syditval.reports.unguarded_block import write_unguarded


def write(report: Report, stream: TextIO, color: Color = "auto") -> None:
    """Write a report to a stream, coloured as asked."""
    render(report, open_console(stream, color))


def render(report: Report, console: Console) -> None:
    """Write a report to a console, in the report's language. Nothing in it is read as markup."""
    page = Page(texts(report.language), console)
    write_heading(report, page)
    if report.tables:
        write_regions(report, page) if report.is_inferred else write_tables(report, page)
    else:
        write_nothing_recognised(report, page)
    write_causes(report, page)
    write_not_localised(report, page)
    if report.tables or report.findings:
        write_findings(report, page)
    write_not_checked(report, page)
    write_unguarded(report, page)
    page.heading(page.words.get("terminal", "summary"))
    page.paragraph(closing(report, page))
