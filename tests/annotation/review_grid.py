"""A review sheet as a grid, the way that a reader of workbooks gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from syditval.annotation.review import Answer, CarriedOver, Settled, amounts, items, written_id
from syditval.annotation.review_columns import (
    COLUMNS,
    CONTINUED,
    HEAD,
    HIDDEN_HEADS,
    MARKER,
    OURS,
    RECORD,
    SETTLED,
)
from syditval.messages import texts
from syditval.model.cells import Cell, CellKind, Sheet
from syditval.model.report import Report

Value = str | int | Decimal | bool | datetime
Line = Mapping[str, Value]

_KINDS = {bool: CellKind.BOOLEAN, datetime: CellKind.DATE, str: CellKind.TEXT}


def grid(lines: Iterable[Line], language: str = "sv", columns: Iterable[str] = COLUMNS) -> Sheet:
    """A sheet with the marker, the head of the items, and lines below it by the names of their columns.

    A column with another name than those of the sheet is one of the auditor's own, with that head.
    """
    names = list(columns)
    heads = {name: head_of(name, language) for name in names if name != RECORD}
    rows = {1: {RECORD: MARKER}, HEAD: heads} | dict(enumerate(lines, start=HEAD + 1))
    cells = {
        (row, names.index(name) + 1): cell(value)
        for row, line in rows.items()
        for name, value in line.items()
        if value != ""
    }
    return Sheet("Granskning", cells)


def head_of(column: str, language: str) -> str:
    """What stands over a column."""
    words = texts(language)
    if words.has("annotation", f"head_{column}") and column in COLUMNS:
        return words.get("annotation", f"head_{column}")
    return HIDDEN_HEADS.get(column, column)


def cell(value: Value) -> Cell:
    """A cell that holds a value."""
    kind = _KINDS.get(type(value), CellKind.NUMBER)
    return Cell(kind, Decimal(value) if kind is CellKind.NUMBER else value)


def lines_of(
    report: Report, carried: CarriedOver, language: str = "sv", limit: int = 32767
) -> Iterator[Line]:
    """What stands below the head of a review: items, settled items, and a block of something else.

    Texts longer than ``limit`` go on in the rows below.
    """
    words = texts(language)
    for name, item in items(report).items():
        answer = carried.answers.get(name, Answer())
        yield from _pieces(
            {
                **{"message": item.message, "id": written_id(name), "amounts": amounts(item)},
                **{"status": words.get("annotation", f"status_{answer.status}"), "comment": answer.comment},
                **{"signature": answer.signature, "earlier": answer.remark},
            },
            limit,
        )
    yield {"ref": words.get("annotation", "block_settled"), "amounts": OURS}
    for row in carried.settled:
        yield from _pieces(_settled(row, words.get("annotation", f"status_{row.status}")), limit)
    yield {"ref": words.get("annotation", "block_not_checked"), "amounts": OURS}
    yield {"message": "3 tal utanför alla tabeller.", "amounts": OURS}


def _settled(row: Settled, status: str) -> dict[str, str]:
    return {
        **{"severity": row.severity, "code": row.code, "cell": row.place, "concerns": row.subject},
        **{"message": row.message, "expected": row.expected, "found": row.found, "status": status},
        **{"comment": row.comment, "signature": row.signature, "earlier": row.remark},
        **{"id": row.id, "amounts": SETTLED},
    }


def _pieces(line: Mapping[str, str], limit: int) -> Iterator[Line]:
    """A line whose texts take more than one row where they are too long for a cell."""
    hidden = {"id": line["id"], "amounts": line["amounts"]}
    rows = max(1, *(-(-len(text) // limit) for name, text in line.items() if name not in hidden))
    for number in range(rows):
        cut = {name: text[number * limit : (number + 1) * limit] for name, text in line.items()}
        yield cut | (hidden if number == 0 else hidden | {"amounts": f"{CONTINUED} {number}"})
