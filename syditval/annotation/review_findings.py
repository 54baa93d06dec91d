"""The blocks on what was found and on what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Set

from syditval.annotation.review_blocks import SECTION, head_row, head_texts, kind_name, remark, title
from syditval.annotation.review_entries import (
    CENTRED,
    WIDTHS,
    Entry,
    Row,
    amount,
    count,
    difference,
    place,
    ruled,
    tinted,
)
from syditval.messages import Texts
from syditval.messages.addresses import folded
from syditval.messages.brevity import first_few
from syditval.model.cause import Unguarded
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.report import Report
from syditval.model.table import Table


def finding_rows(report: Report, noted: Set[CellRef], words: Texts) -> Iterator[Row]:
    """The head and a row for each finding; ``noted`` are the cells that got a note."""
    yield head_row(head_texts({column: column for column in WIDTHS}, words))
    for finding in report.findings:
        yield ruled(_finding(finding, noted, words))
    if not report.findings:
        yield remark("no_findings", words)


def not_checked_rows(report: Report, words: Texts) -> Iterator[Row]:
    """Everything that no verdict was reached on, and why; and the amounts that are guarded too little."""
    heads = {"severity": "table", "code": "code", "cell": "place", "row": "subject"}
    yield from title("not_checked", words)
    yield head_row(head_texts(heads | {"message": "explanation", "expected": "count"}, words))
    for item in report.not_checked:
        yield ruled(_gap(item, report.table(item.table) if item.table else None, words))
    for weak in report.unguarded:
        yield ruled(_unguarded(weak, report.table(weak.table), words))
    if not report.not_checked and not report.unguarded:
        yield remark("all_checked", words)


def _finding(finding: Finding, noted: Set[CellRef], words: Texts) -> Row:
    row = {
        "severity": tinted(finding.severity, words.get("severity", finding.severity.value)),
        "code": Entry(finding.code),
        "row": Entry(finding.row_label),
        "column": Entry(finding.column_label),
        "message": Entry(finding.message),
        "unit": Entry(finding.unit, CENTRED),
    }
    if finding.cell is None:
        row["cell"] = Entry(words.get("place", "workbook"))
    else:
        row["cell"] = place(finding.cell.address)
        key = "note_in_cell" if finding.cell in noted else "note_not_in_cell"
        row["note"] = Entry(words.get(SECTION, key))
    if evidence := finding.evidence:
        row["expected"] = amount(evidence.expected)
        row["found"] = amount(evidence.found)
        row["difference"] = difference(evidence.difference)
        row["bound"] = amount(evidence.bound)
    return row


def _gap(item: NotChecked, table: Table | None, words: Texts) -> Row:
    address = item.cell.address if item.cell else table.range if table else ""
    return {
        "severity": Entry(kind_name(table, words) if table else ""),
        "code": Entry(item.code),
        "cell": place(address),
        "row": Entry(item.subject),
        "message": Entry(item.message),
        "expected": count(item.count),
    }


def _unguarded(item: Unguarded, table: Table, words: Texts) -> Row:
    return {
        "severity": Entry(kind_name(table, words)),
        "cell": place(table.range),
        "row": Entry(first_few(folded(item.cells))),
        "message": Entry(item.message),
        "expected": count(len(item.cells)),
    }
