"""The tables as they were understood, and the verdicts on their relations, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from rich.text import Text

from syditval.messages.amounts import written
from syditval.model.relation import Verdict
from syditval.model.report import Coverage, Report
from syditval.model.table import Table
from syditval.reports.grid import write_grid
from syditval.reports.page import GAP, Page
from syditval.reports.table_facts import table_facts

STYLES = {Verdict.IMPLAUSIBLE: "yellow", Verdict.INCONSISTENT: "red"}
NONE = "-"


def write_tables(report: Report, page: Page) -> None:
    """Every table, numbered, with what was read of it; then the counts of verdicts and the coverage."""
    page.heading(page.words.get("terminal", "tables"))
    for number, table in enumerate(report.tables, 1):
        write_table_head(number, table, page)
        page.facts(table_facts(table, page), indent=3)
    page.line()
    write_counts(report, page)


def write_table_head(number: int, table: Table, page: Page) -> None:
    """The line that a table begins with: its number, its range and its kind."""
    page.line(f"{number}{GAP}", page.text(table.range, "bold"), GAP, page.kind(table.kind))


def write_counts(report: Report, page: Page) -> None:
    """A line for each table: how many relations got each verdict, and how many figures are covered.

    Tables that nobody declared stand there only if something was found in them.
    """
    names = [page.name("verdict", verdict) for verdict in Verdict]
    heads = [head.rpartition(" ") for head in (*names, page.words.get("terminal", "covered"))]
    rows = [_head(("", "", *(first for first, _, _ in heads)), page)]
    rows.append(_head(("", "", *(last for _, _, last in heads)), page))
    for number, table in enumerate(report.tables, 1):
        if report.is_idle(table):
            continue
        name = table.range if report.is_inferred else table.sheet
        counts = _counts(report.verdicts(table.id), report.coverage(table.id), page)
        rows.append([page.text(str(number)), page.text(name), *counts])
    if len(report.tables) > 1:
        counts = _counts(report.verdicts(), report.coverage(), page)
        rows.append([Text(), page.text(page.words.get("terminal", "all_tables")), *counts])
    write_grid(rows, 2, page)
    if backed := sum(judgement.relation.formula_backed for judgement in report.judgements):
        page.line()
        page.paragraph(page.words.get("terminal", "formula_backed", count=Decimal(backed)))


def _head(words: Iterable[str], page: Page) -> list[Text]:
    return [page.text(word, "bold") for word in words]


def _counts(verdicts: Mapping[Verdict, int], coverage: Coverage, page: Page) -> Iterator[Text]:
    for verdict, count in verdicts.items():
        yield page.text(_number(count), STYLES.get(verdict, "")) if count else Text(NONE)
    yield page.text(f"{_number(coverage.covered)}/{_number(coverage.figures)}")


def _number(count: int) -> str:
    return written(Decimal(count))
