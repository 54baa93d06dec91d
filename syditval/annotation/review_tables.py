"""The blocks on what was recognised and what was recalculated, table by table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from syditval.annotation.review_blocks import (
    AMOUNTS,
    SECTION,
    head_row,
    head_texts,
    kind_name,
    remark,
    title,
)
from syditval.annotation.review_entries import CENTRED, MARK, Entry, Row, count, place, ruled
from syditval.messages import Texts
from syditval.model.relation import Form, Verdict
from syditval.model.report import Report
from syditval.model.table import REGION, Table

# Which tick mark stands for which kind of recalculation.
_MARKS = {
    Form.SUM: "F",
    Form.DIFFERENCE: "V",
    Form.RATIO: "%",
    Form.AVERAGE: "G",
    Form.RELATIVE_CHANGE: "Δ",
    Form.GROWTH: "Δ",
}
_VERDICTS = dict(zip((*AMOUNTS, "unit"), Verdict, strict=True))


def table_rows(report: Report, words: Texts) -> Iterator[Row]:
    """Each table with its place, unit, period, signs, formulas, figures and covered figures."""
    heads = {"severity": "table", "code": "unit", "cell": "range", "row": "title", "column": "sign"}
    heads |= {"message": "formulas", "expected": "figures", "found": "covered", "unit": "period"}
    yield from title("tables", words)
    yield head_row(head_texts(heads, words))
    for table in report.tables:
        coverage = report.coverage(table.id)
        yield ruled(
            {
                "severity": Entry(kind_name(table, words)),
                "code": Entry(table.unit.value),
                "cell": place(table.range),
                "row": Entry(table.title),
                "column": Entry(_signs(table, words)),
                "message": Entry("\n".join(_formulas(table, words))),
                "expected": count(coverage.figures),
                "found": count(coverage.covered),
                "unit": Entry(table.period, CENTRED),
            }
        )
    if not report.tables:
        yield remark("no_tables", words)


def check_rows(report: Report, words: Texts) -> Iterator[Row]:
    """Per table and tick mark, how many relations got which verdict."""
    heads = {"severity": "table", "code": "mark", "cell": "range", "row": "check"}
    verdicts = {column: words.get("verdict", verdict.name.lower()) for column, verdict in _VERDICTS.items()}
    texts = head_texts(heads, words) | {column: text.capitalize() for column, text in verdicts.items()}
    yield from title("checks", words)
    yield head_row(texts, numbers=_VERDICTS)
    counts = Counter((j.relation.table, j.relation.form, j.verdict) for j in report.judgements)
    for table in report.tables:
        for form, mark in _MARKS.items():
            numbers = {column: counts[table.id, form, verdict] for column, verdict in _VERDICTS.items()}
            if any(numbers.values()):
                yield ruled(
                    {
                        "severity": Entry(kind_name(table, words)),
                        "code": Entry(mark, MARK),
                        "cell": place(table.range),
                        "row": Entry(words.get(SECTION, f"check_{form.name.lower()}")),
                        **{column: count(number) for column, number in numbers.items()},
                    }
                )


def _signs(table: Table, words: Texts) -> str:
    """How revenue and cost are signed, of which a region of figures knows nothing."""
    return "" if table.kind == REGION else words.get("sign", table.sign.name.lower())


def _formulas(table: Table, words: Texts) -> Iterator[str]:
    """How each difference column is computed, and how many lines bear that out."""
    for found in table.differences:
        columns = {name: _header(table, getattr(found, name)) for name in ("target", "minuend", "subtrahend")}
        key = "formula" if found.rows else "formula_untested"
        yield words.get(SECTION, key, hits=found.hits, rows=found.rows, **columns)
    for role in table.undetermined:
        yield words.get(SECTION, "formula_undetermined", target=_header(table, role))


def _header(table: Table, role: str) -> str:
    column = table.column(role)
    return " ".join(column.header.split()) if column else role
