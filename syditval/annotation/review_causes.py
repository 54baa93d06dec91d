"""The block on causes: what is wrong, what it should be, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syditval.annotation.review_blocks import SECTION, head_row, head_texts, title
from syditval.annotation.review_entries import CENTRED, Entry, Row, amount, place, ruled, tinted
from syditval.messages import Texts
from syditval.model.cause import Cause, Change, NotLocalised, Slip
from syditval.model.finding import Finding
from syditval.model.report import Report

_HEADS = {
    **{"severity": "severity", "code": "settles", "cell": "cell", "row": "row", "column": "column"},
    **{"message": "cause", "expected": "suggested", "found": "found", "difference": "low"},
    **{"bound": "high", "unit": "certainty", "note": "mechanism"},
}


def cause_rows(report: Report, words: Texts) -> Iterator[Row]:
    """A row for each cell that is wrong, and one for what could not be localised; none without either."""
    if not report.causes and not report.not_localised:
        return
    yield from title("causes", words)
    yield head_row(head_texts(_HEADS, words))
    for cause in report.causes:
        changes = ((slip, change) for slip in cause.slips for change in slip.changes)
        for number, (slip, change) in enumerate(changes):
            row = _change(cause, slip, change, words)
            yield ruled(row if number else row | _cause(cause, report.failures(cause.table), words))
    for item in report.not_localised:
        yield ruled(_not_localised(item, report.findings_of(item.explains), words))


def _cause(cause: Cause, failed: int, words: Texts) -> Row:
    """What is said of a cause once, at the first of its cells."""
    settles = words.get(SECTION, "settles", failures=cause.failures, failed=failed)
    return {
        "code": Entry(settles if cause.failures else "", CENTRED),
        "message": Entry(cause.message),
        "unit": Entry(words.get("certainty", cause.certainty.name.lower()), CENTRED),
    }


def _change(cause: Cause, slip: Slip, change: Change, words: Texts) -> Row:
    return {
        "severity": tinted(cause.severity, words.get("severity", cause.severity.value)),
        "cell": place(change.cell.address),
        "row": Entry(change.row_label),
        "column": Entry(change.column_label),
        "expected": _known(change.suggested),
        "found": _known(change.found),
        "difference": amount(change.low),
        "bound": amount(change.high),
        "note": Entry(words.get("mechanism", slip.mechanism.name.lower())),
    }


def _not_localised(item: NotLocalised, findings: tuple[Finding, ...], words: Texts) -> Row:
    first = findings[0]
    return {
        "severity": tinted(first.severity, words.get("severity", first.severity.value)),
        "cell": place(first.cell.address if first.cell else ""),
        "message": Entry(item.message),
        "unit": Entry(words.get(SECTION, "not_localised"), CENTRED),
    }


def _known(value: Decimal | None) -> Entry:
    return Entry("") if value is None else amount(value)
