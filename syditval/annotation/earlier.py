"""What an earlier review sheet says, whatever a spreadsheet program and its user have done to it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from functools import cache

from syditval.annotation.review import Settled, Status
from syditval.annotation.review_columns import (
    CONTINUED,
    HEAD,
    HIDDEN_HEADS,
    MARKER,
    NUMBERS,
    OURS,
    SETTLED,
    WIDTHS,
)
from syditval.messages.catalogue import LANGUAGES, texts
from syditval.model.cells import Cell, CellKind, Sheet, Workbook
from syditval.model.record import exact

_TOLD = ("severity", "code", "cell", "concerns", "message", "expected", "found")
_ANSWERED = ("status", "comment", "signature", "earlier")
# What the auditor wrote in no column of ours, or in one that was given another head.
_APART = "apart"

# Where the marker is looked for in the first row: every sheet of every workbook is asked.
_MOST_COLUMNS = 100

# The texts of a row by the names of their columns.
Line = dict[str, str]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a row of an earlier review said, what the auditor wrote there, and the amounts as reviewed.

    ``was_settled`` says that it was listed as no more already then. A row that the auditor added, or one
    that is no item but was written in, has no id.
    """

    row: Settled
    amounts: str = ""
    was_settled: bool = False


def review_sheet_of(workbook: Workbook) -> Sheet | None:
    """The first sheet that is a review, whatever it is called now; None where there is none."""
    return next((sheet for sheet in workbook.sheets if _marker(sheet)), None)


def record_of(sheet: Sheet) -> str:
    """The record that stands in pieces below the marker, empty where there is none."""
    top, side = _marker(sheet) or (0, 0)
    rows = sorted(row for row, column in sheet.cells if column == side and row > top)
    return "".join(sheet.cells[row, side].text for row in rows)


def earlier_review(sheet: Sheet) -> tuple[Reviewed, ...]:
    """The items of a review sheet from top to bottom, then the rows that the auditor added.

    Columns are known by their heads, in either language. Nothing that the auditor wrote is left out:
    what stands in a column of their own comes with the comment, a status that is none with the remark.
    """
    items: defaultdict[str, list[Line]] = defaultdict(list)
    added = []
    for line in _lines(sheet):
        if line["id"]:
            items[line["id"]].append(line)
        elif _is_added(line):
            added.append(line)
    return tuple(_reviewed(line) for line in (*map(_united, items.values()), *added))


def _marker(sheet: Sheet) -> tuple[int, int] | None:
    places = ((1, column) for column in range(1, _MOST_COLUMNS + 1))
    return next(
        (place for place in places if (cell := sheet.cells.get(place)) and cell.value == MARKER), None
    )


def _lines(sheet: Sheet) -> Iterator[Line]:
    """The rows below the head of the items."""
    _, record = _marker(sheet) or (0, 0)
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for place in sorted(sheet.cells):
        number, column = place
        if column != record:
            rows[number][column] = _text(sheet.cells[place])
    top = next((number for number, row in rows.items() if HIDDEN_HEADS["id"] in row.values()), None)
    if top is None:
        # The head was deleted: the items stand in its place, and the columns where they always do.
        top = HEAD - 1
        rows[top] = {NUMBERS[name]: head for head, name in _columns().items()}
    heads = rows[top]
    names = _named(heads)
    for number, row in rows.items():
        if number > top:
            yield _line(row, names, heads)


def _named(heads: dict[int, str]) -> dict[int, str]:
    """The columns that are known by their heads; of two that are called the same, the first."""
    found = {_columns()[head]: column for column, head in reversed(heads.items()) if head in _columns()}
    return {column: name for name, column in found.items()}


@cache
def _columns() -> dict[str, str]:
    """Which column has which head."""
    hidden = {head: name for name, head in HIDDEN_HEADS.items()}
    words = [texts(language) for language in LANGUAGES]
    return hidden | {each.get("annotation", f"head_{name}"): name for name in WIDTHS for each in words}


def _line(row: Mapping[int, str], names: Mapping[int, str], heads: Mapping[int, str]) -> Line:
    """A row by the names of its columns. In a row of the auditor's own, only what is kept has a name."""
    is_ours = any(names.get(column) in HIDDEN_HEADS for column, text in row.items() if text)
    line = dict.fromkeys((*HIDDEN_HEADS, *_TOLD, *_ANSWERED), "")
    apart = []
    for column, text in row.items():
        name = names.get(column)
        if name in line:
            line[name] = text
        elif text and not (name and is_ours):
            head = heads.get(column)
            apart.append(f"{head}: {text}" if head else text)
    return line | {_APART: "\n".join(apart)}


def _is_added(line: Line) -> bool:
    """Whether a row without an id holds what only the auditor can have written."""
    if line["amounts"] != OURS:
        return any(text.strip() for text in line.values())
    return any(line[name].strip() and line[name] not in _columns() for name in (*_ANSWERED, _APART))


def _united(lines: Sequence[Line]) -> Line:
    """All rows of one item as one, also copies that the auditor made; what they say alike, once."""
    pieces = sorted(filter(_piece, lines), key=_piece)
    wholes = [line for line in lines if not _piece(line)] or [dict.fromkeys(lines[0], "")]
    first, *others = sorted(wholes, key=lambda line: not line["amounts"])
    whole = {name: "".join(line[name] for line in (first, *pieces)) for name in first}
    united = {name: _joined(*(line[name] for line in (whole, *others))) for name in first}
    return united | {"id": lines[0]["id"], "amounts": first["amounts"]}


def _piece(line: Line) -> int:
    """The number of a row in which the texts of another go on, else 0."""
    word, _, number = line["amounts"].partition(" ")
    return int(number) if word == CONTINUED and number.isdecimal() else 0


def _joined(*passages: str) -> str:
    """Passages below one another, none twice."""
    return "\n".join(dict.fromkeys(stripped for each in passages if (stripped := each.strip())))


def _reviewed(line: Line) -> Reviewed:
    status, strange = _status(line["status"])
    row = Settled(
        id=line["id"],
        severity=line["severity"],
        code=line["code"],
        place=line["cell"],
        subject=line["concerns"],
        message=line["message"],
        expected=line["expected"],
        found=line["found"],
        status=status,
        comment=_joined(line["comment"], line[_APART]),
        signature=line["signature"].strip(),
        remark=_joined(line["earlier"], *strange),
    )
    return Reviewed(row, line["amounts"], line["amounts"] == SETTLED)


def _status(text: str) -> tuple[Status, list[str]]:
    """The status that is meant, open where none is, and the words that mean none."""
    found = {word: _statuses().get(" ".join(word.split()).casefold()) for word in text.splitlines()}
    answered = (status for status in found.values() if status not in (None, Status.OPEN))
    strange = [f"Status: {word}" for word, status in found.items() if status is None and word.strip()]
    return next(answered, None) or Status.OPEN, strange


@cache
def _statuses() -> dict[str, Status]:
    words = [texts(language) for language in LANGUAGES]
    return {each.get("annotation", f"status_{status}"): status for status in Status for each in words}


def _text(cell: Cell) -> str:
    """What a cell says, whatever its kind; a formula that gave nothing says itself."""
    value = cell.value
    if value is None or cell.kind is CellKind.ERROR:
        return cell.formula or str(value or "")
    if isinstance(value, Decimal):
        return exact(value)
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ")
    return cell.text or str(value)
