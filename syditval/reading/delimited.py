"""Text exports (.csv, .txt) to one sheet. Every field stays the text that it is."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from syditval.model.cells import Cell, CellKind, CellRef, Sheet
from syditval.reading.contents import Contents, refuse_beyond
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.text_encoding import decoded, mojibake_in

# In this order where two explain a file equally well: the later ones stand in texts and amounts too.
_DELIMITERS = "\t;|,"
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_SAMPLE = 50_000
# A first line that Excel obeys and does not show.
_HINT = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)


def read_delimited(content: bytes, limits: Limits, name: str) -> Contents:
    """The one sheet of a text export, named after the file; an empty field is no cell.

    Raises UnreadableWorkbook for bytes that are no text, for quotation marks that can be read in
    more ways than one, and for more than the limits allow.
    """
    text, stem = decoded(content), Path(name).stem
    hint = _HINT.match(text)
    with _fields_as_long_as(len(text)):
        delimiter = hint[1] if hint else _delimiter(text)
        records = _records(text[hint.end() :] if hint else text, delimiter, stem)
        sheet = Sheet(stem, _cells(records, stem, limits))
    return Contents((sheet,), mojibake_in(sheet))


@contextmanager
def _fields_as_long_as(length: int) -> Iterator[None]:
    """The standard library has one limit for all; ours is asked once a field is read."""
    before = csv.field_size_limit(length + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """What splits the most lines of a text into the same number of fields."""
    return max(_DELIMITERS, key=lambda mark: _lines_alike(text[:_SAMPLE], mark))


def _lines_alike(sample: str, mark: str) -> int:
    if mark == ",":
        sample = _DECIMAL_COMMA.sub("", sample)
    widths = Counter(map(len, csv.reader(_lines(sample), delimiter=mark)))
    return max((lines for width, lines in widths.items() if width > 1), default=0)


def _records(text: str, delimiter: str, sheet: str) -> Iterator[list[str]]:
    """The fields of every row, blank rows too."""
    row = 1
    try:
        for fields in csv.reader(_lines(text), delimiter=delimiter, strict=True):
            yield fields
            row += 1
    except csv.Error as error:
        place = CellRef(sheet, row, 1).address
        raise UnreadableWorkbook("R046", cell=place, found="stray_quote") from error


def _lines(text: str) -> StringIO:
    """Lines that end in any of the ways lines do."""
    return StringIO(text, newline="")


def _cells(records: Iterator[list[str]], sheet: str, limits: Limits) -> dict[tuple[int, int], Cell]:
    cells: dict[tuple[int, int], Cell] = {}
    for row, fields in enumerate(records, start=1):
        for column, text in enumerate(fields, start=1):
            if text:
                cells[row, column] = Cell(CellKind.TEXT, text)
        refuse_beyond(limits, "sheet_cells", len(cells), sheet)
        refuse_beyond(limits, "text_characters", max(map(len, fields), default=0), sheet)
    return cells
