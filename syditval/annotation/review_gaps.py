"""The block on everything that no verdict was reached on."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.annotation.review_blocks import head_row, head_texts, kind_name, remark, title
from syditval.annotation.review_entries import Entry, Row, count, place, ruled
from syditval.messages import Texts
from syditval.messages.addresses import folded
from syditval.messages.brevity import first_few
from syditval.model.cause import Unguarded
from syditval.model.gap import NotChecked
from syditval.model.report import Report
from syditval.model.table import Table

_HEADS = {
    **{"severity": "table", "code": "code", "cell": "place", "concerns": "concerns"},
    **{"message": "explanation", "expected": "count", "rule": "rule_left_out"},
}


def gap_rows(report: Report, words: Texts) -> Iterator[Row]:
    """What was not checked and why, then the amounts that are guarded too little."""
    tables = {table.id: table for table in report.tables}
    yield from title("not_checked", words)
    if not report.not_checked and not report.unguarded:
        yield remark("all_checked", words)
        return
    yield head_row(head_texts(_HEADS, words))
    for item in report.not_checked:
        yield ruled(_gap(item, tables.get(item.table), words))
    for weak in report.unguarded:
        yield ruled(_unguarded(weak, tables[weak.table], words))


def _gap(item: NotChecked, table: Table | None, words: Texts) -> Row:
    address = item.cell.address if item.cell else table.range if table else ""
    return {
        "severity": Entry(kind_name(table, words) if table else ""),
        "code": Entry(item.code),
        "cell": place(address),
        "concerns": Entry(item.subject),
        "message": Entry(item.message),
        "expected": count(item.count),
        "rule": Entry(words.get(item.code, "title") if item.code else ""),
    }


def _unguarded(item: Unguarded, table: Table, words: Texts) -> Row:
    return {
        "severity": Entry(kind_name(table, words)),
        "cell": place(table.range),
        "concerns": Entry(first_few(folded(item.cells))),
        "message": Entry(item.message),
        "expected": count(len(item.cells)),
    }
