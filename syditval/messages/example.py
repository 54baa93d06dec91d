"""What an example's cells show, and what is to be said of it below the table, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from syditval.messages.amounts import GROUP, written
from syditval.messages.brevity import spans
from syditval.messages.catalogue import Texts
from syditval.messages.standing import threshold_written
from syditval.messages.visible import is_hidden, visible
from syditval.model.cells import Cell, CellKind, Sheet, column_letters
from syditval.model.example import DAY, Example
from syditval.model.period import Period
from syditval.model.waiver import Waiver

_PER_CENT = "%"
# Formats that show a number as it is written here anyway.
_ORDINARY = ("General", "0.0%", "yyyy-mm-dd")
_LIKE_A_NUMBER = re.compile(r"-?[0-9 ]+([.,][0-9]+)?")


def grid(sheet: Sheet) -> Iterator[list[tuple[str, ...]]]:
    """The rows of a sheet down to its last and out to its last column, each cell as the lines that it takes.

    A formula stands on the first line and what it gave below it; a blank cell takes no line.
    """
    bottom, right = (max(places) for places in zip(*sheet.cells, strict=True))
    for row in range(1, bottom + 1):
        yield [_lines(sheet.cells.get((row, column))) for column in range(1, right + 1)]


def sheets(example: Example) -> Iterator[tuple[str, Sheet, bool]]:
    """The sheets of an example and those of the months before it.

    Each stands with its heading, empty for a sheet alone, and whether it is one of the example itself.
    """
    own = str(Period.of_day(DAY)) if example.months else ""
    books = [(own, example.workbook), *((str(each.period), each.workbook) for each in example.months)]
    for month, book in books:
        for sheet in book.sheets:
            name = sheet.name if len(book.sheets) > 1 else ""
            yield " ".join(filter(None, (month, name))), sheet, book is example.workbook


def remarks(example: Example, words: Texts) -> Iterator[str]:
    """What the tables of an example do not show by themselves, a sentence each."""
    for sheet in example.workbook.sheets:
        for key, fields in (*_statements(sheet), *_cell_remarks(sheet)):
            yield words.get("example", key, **fields)
    yield from _recalculated(example, words)
    for trait in example.workbook.traits:
        what = words.get("trait", trait.kind.name.lower())
        where = f"{trait.where} ({trait.detail})" if trait.detail else trait.where
        yield words.get("example", "trait_at" if where else "trait", what=what, where=where)
    for waiver in example.waivers:
        yield words.get("example", "waiver", terms=_terms(waiver, words), reason=waiver.reason)
    if example.decision:
        yield words.get("example", "decision", decision=example.decision)
    for month in example.months:
        for found in month.findings:
            finding = f"{found.code}/{found.place}"
            yield words.get("example", "found_then", finding=finding, month=month.period)
    yield from example.others


def _lines(cell: Cell | None) -> tuple[str, ...]:
    return tuple(part for part in (cell.formula, _value(cell)) if part) if cell else ()


def _value(cell: Cell) -> str:
    if isinstance(cell.value, Decimal):
        is_percentage = cell.number_format.endswith(_PER_CENT)
        return f"{written(cell.value * 100)}{GROUP}{_PER_CENT}" if is_percentage else written(cell.value)
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    return "" if cell.value is None else visible(str(cell.value))


def _statements(sheet: Sheet) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What is said of a sheet, its rows and its columns, as keys of the catalogue with their fields."""
    if sheet.state != "visible":
        yield sheet.state.lower(), {"sheet": sheet.name}
    looks = sheet.emphasis.items()
    rows = {
        "hidden_rows": sheet.hidden_rows,
        "bold_rows": {row for (row, _), look in looks if look.bold},
        "overlined_rows": {row for (row, _), look in looks if look.top_border},
        "indented_rows": {row for (row, _), look in looks if look.indent},
    }
    for key, numbers in rows.items():
        if numbers:
            yield key, {"rows": ", ".join(spans(numbers))}
    if sheet.hidden_columns:
        yield "hidden_columns", {"columns": ", ".join(spans(sheet.hidden_columns, column_letters))}


def _cell_remarks(sheet: Sheet) -> Iterator[tuple[str, Mapping[str, str]]]:
    for place, cell in sheet.cells.items():
        a1 = sheet.ref(*place).a1
        if cell.number_format not in _ORDINARY:
            yield "number_format", {"cell": a1, "format": cell.number_format}
        if cell.kind is CellKind.NOT_CALCULATED:
            yield "not_calculated", {"cell": a1}
        if _LIKE_A_NUMBER.fullmatch(cell.text) and cell.kind is CellKind.TEXT:
            yield "text", {"cell": a1}
        if hidden := [visible(character) for character in cell.text if is_hidden(character)]:
            yield "hidden_characters", {"cell": a1, "characters": ", ".join(dict.fromkeys(hidden))}
    if any(cell.formula and cell.value is not None for cell in sheet.cells.values()):
        yield "formulas", {}


def _recalculated(example: Example, words: Texts) -> Iterator[str]:
    if example.recalculated is None:
        return
    for sheet, fresh in zip(example.workbook.sheets, example.recalculated.sheets, strict=True):
        for place, cell in fresh.cells.items():
            if cell is not sheet.cells.get(place):
                yield words.get("example", "recalculated", cell=sheet.ref(*place).a1, value=_value(cell))


def _terms(waiver: Waiver, words: Texts) -> str:
    """Which finding a waiver names, and how far it goes: ``F101/budget/total/actual until 2024-12-31``."""
    terms = {
        "who": waiver.who,
        "until": waiver.until.isoformat() if waiver.until else "",
        "at_most": threshold_written(waiver.at_most) if waiver.at_most else "",
    }
    said = (words.get("standing", name, value=term) for name, term in terms.items() if term)
    return "".join((f"{waiver.code}/{waiver.place}", *said))
