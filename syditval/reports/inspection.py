"""What was recognised in a workbook and how, table by table, and what was not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.console import Console

from syditval.messages import texts
from syditval.messages.amounts import written
from syditval.messages.brevity import spans
from syditval.model.cells import column_letters
from syditval.model.relation import NOTHING_TO_CHECK, Reason
from syditval.model.report import Report
from syditval.model.table import Column, ColumnType, RowRole, Table
from syditval.reports.grid import write_grid
from syditval.reports.heading import write_heading, write_nothing_recognised
from syditval.reports.not_checked_block import write_gaps
from syditval.reports.page import Page
from syditval.reports.table_facts import table_facts, under
from syditval.reports.tables_block import write_table_head

LAYOUT_REASONS = NOTHING_TO_CHECK | frozenset(
    {
        Reason.MISSING_COLUMN,
        Reason.NO_TOTAL_ROW,
        Reason.OUTSIDE_TABLES,
        Reason.UNDETERMINED,
        Reason.UNNAMED_COLUMN,
    }
)
FIGURE_TYPES = (ColumnType.AMOUNT, ColumnType.PERCENT, ColumnType.COUNT)
NONE = "-"
INDENT = 3


def render_inspection(report: Report, console: Console) -> None:
    """Write to a console how each table was understood, and what of the workbook was not."""
    page = Page(texts(report.language), console)
    write_heading(report, page)
    if not report.tables:
        write_nothing_recognised(report, page)
    for number, table in enumerate(report.tables, 1):
        page.line()
        _write_table(number, table, page)
    page.heading(page.words.get("inspection", "not_recognised"))
    gaps = [gap for gap in report.not_checked if gap.reason in LAYOUT_REASONS]
    if not gaps:
        page.paragraph(page.words.get("terminal", "nothing"))
    write_gaps(gaps, page)


def _write_table(number: int, table: Table, page: Page) -> None:
    write_table_head(number, table, page)
    page.facts((*_more_facts(table, page), *table_facts(table, page)), INDENT)
    page.line()
    _write_columns(table, page)


def _more_facts(table: Table, page: Page) -> Iterator[tuple[str, str]]:
    words = page.words
    if table.title:
        yield words.get("inspection", "title"), table.title
    yield from under(words.get("inspection", "rows"), _rows(table, page))
    yield from under(words.get("inspection", "sums"), _sums(table, page))
    if table.missing:
        yield words.get("inspection", "missing"), ", ".join(table.missing)


def _rows(table: Table, page: Page) -> Iterator[str]:
    """For each role of a row, how many rows have it and which."""
    for role in RowRole:
        numbers = [row.number for row in table.rows_with(role)]
        if numbers:
            yield page.words.get(
                "inspection",
                "rows_of_role",
                role=page.name("row_role", role),
                count=Decimal(len(numbers)),
                numbers=", ".join(spans(numbers)),
            )


def _sums(table: Table, page: Page) -> Iterator[str]:
    """What each total is of, and which of-which rows are not all of the row above them."""
    for each in sorted(table.sums, key=lambda each: each.total):
        parts = ", ".join(spans(each.parts))
        yield page.words.get("inspection", "sum_of_rows", total=str(each.total), parts=parts)
    summed = {part for each in table.sums for part in each.parts}
    partial = [row.number for row in table.rows_with(RowRole.OF_WHICH) if row.number not in summed]
    if partial:
        yield page.words.get("inspection", "partial_of_which", rows=", ".join(spans(partial)))


def _write_columns(table: Table, page: Page) -> None:
    """Every column with its letter, heading, role, type and the last place its figures are written to."""
    words = page.words
    heads = ("column", "header", "role", "type", "step")
    rows = [[page.text(words.get("inspection", head), "bold") for head in heads]]
    for column in table.columns:
        facts = (column.role, page.name("column_type", column.type), _step(column, page))
        rows.append([page.text(text) for text in (*_place(column, page), *facts)])
    for column in table.extra_columns:
        facts = (words.get("inspection", "unnamed"), NONE, NONE)
        rows.append([page.text(text) for text in (*_place(column, page), *facts)])
    write_grid(rows, len(heads) - 1, page, INDENT)


def _place(column: Column, page: Page) -> tuple[str, str]:
    header = column.header if column.header.strip() else page.words.get("inspection", "blank")
    return column_letters(column.column), header


def _step(column: Column, page: Page) -> str:
    if column.type not in FIGURE_TYPES:
        return NONE
    return written(column.step) if column.step else page.words.get("inspection", "exact")
