"""The regions of figures: the tree of sums in each, and what else its figures are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from rich.text import Text

from syditval.messages.brevity import excerpt
from syditval.model.relation import Judgement
from syditval.model.report import Report
from syditval.model.table import Table
from syditval.reports.grid import write_grid
from syditval.reports.page import GAP, Page
from syditval.reports.region_lines import RegionLine, region_lines
from syditval.reports.tables_block import STYLES, write_counts

INDENT = 3
# So much is shown of one region; the record has it all.
MOST_LINES = 40


def write_regions(report: Report, page: Page) -> None:
    """Every region in which anything was found, with what it is; then verdicts and coverage."""
    page.heading(page.words.get("sums", "regions"))
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in report.judgements:
        found[judgement.relation.table].append(judgement)
    idle = report.idle_tables
    for number, table in enumerate(report.tables, 1):
        if table.id in found:
            _write_region(number, table, found[table.id], page)
            page.line()
    if idle:
        count, first = Decimal(len(idle)), idle[0].range
        page.paragraph(page.words.get("sums", "idle", count=count, first=first))
    if found:
        if idle:
            page.line()
        write_counts(report, page)


def _write_region(number: int, table: Table, judgements: Sequence[Judgement], page: Page) -> None:
    title = excerpt(table.title) if table.title != table.sheet else ""
    facts = (page.text(fact) for text in (title, table.unit.value) if text for fact in (GAP, text))
    page.line(f"{number}{GAP}", page.text(table.range, "bold"), *facts)
    lines = [_set(line, page) for line in region_lines(table, judgements, page)]
    write_grid(lines[:MOST_LINES], 2, page, INDENT)
    if len(lines) > MOST_LINES:
        more = Decimal(len(lines) - MOST_LINES)
        page.paragraph(page.words.get("sums", "more", count=more), indent=INDENT)


def _set(line: RegionLine, page: Page) -> list[Text]:
    style = STYLES.get(line.verdict, "") if line.verdict else "bold" if line.count else ""
    place = "  " * line.depth + line.formula if line.formula else ""
    return [page.text(place), page.text(line.name, style), page.text(line.count)]
