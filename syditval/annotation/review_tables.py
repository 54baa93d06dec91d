"""The blocks on what was recognised and what was recalculated, table by table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from syditval.annotation.review_blocks import SECTION, head_row, head_texts, kind_name, remark, title
from syditval.annotation.review_entries import CENTRED, Entry, Row, count, place, ruled
from syditval.messages import Texts
from syditval.model.relation import Form, Relation, Verdict
from syditval.model.report import Report
from syditval.model.table import REGION, Table

_TABLE_HEADS = {
    **{"severity": "table", "code": "unit", "cell": "range", "concerns": "title", "message": "formulas"},
    **{"expected": "figures", "found": "covered", "difference": "period", "rule": "sign"},
}
_CHECK_HEADS = {"severity": "table", "cell": "range", "concerns": "check"}
# What is held against earlier months is one sort of check, whatever its form.
_MONTHS = "months"
_SORTS = (*(form.name.lower() for form in Form), _MONTHS)
_VERDICTS = dict(zip(("expected", "found", "difference", "bound", "rule"), Verdict, strict=True))


def table_rows(report: Report, words: Texts) -> Iterator[Row]:
    """Each table with its place, unit, period, signs, formulas, figures and covered figures."""
    yield from title("tables", words)
    if not report.tables:
        yield remark("no_tables", words)
        return
    yield head_row(head_texts(_TABLE_HEADS, words), {"difference": "center"})
    for table in report.tables:
        coverage = report.coverage(table.id)
        yield ruled(
            {
                "severity": Entry(kind_name(table, words)),
                "code": Entry(table.unit.value),
                "cell": place(table.range),
                "concerns": Entry(table.title),
                "message": Entry("\n".join(_formulas(table, words))),
                "expected": count(coverage.figures),
                "found": count(coverage.covered),
                "difference": Entry(table.period, CENTRED),
                "rule": Entry(_signs(table, words)),
            }
        )


def check_rows(report: Report, words: Texts) -> Iterator[Row]:
    """Per table and sort, how many relations got which verdict; none where nothing was recalculated."""
    counts = Counter((j.relation.table, _sort(j.relation), j.verdict) for j in report.judgements)
    if not counts:
        return
    verdicts = {column: words.get("verdict", verdict.name.lower()) for column, verdict in _VERDICTS.items()}
    texts = head_texts(_CHECK_HEADS, words) | {key: text.capitalize() for key, text in verdicts.items()}
    yield from title("checks", words)
    yield head_row(texts, dict.fromkeys(_VERDICTS, "right"))
    for table in report.tables:
        for sort in _SORTS:
            numbers = {column: counts[table.id, sort, verdict] for column, verdict in _VERDICTS.items()}
            if any(numbers.values()):
                yield ruled(
                    {
                        "severity": Entry(kind_name(table, words)),
                        "cell": place(table.range),
                        "concerns": Entry(words.get(SECTION, f"check_{sort}")),
                        **{column: count(number) for column, number in numbers.items()},
                    }
                )


def _sort(relation: Relation) -> str:
    return _MONTHS if relation.is_across else relation.form.name.lower()


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
