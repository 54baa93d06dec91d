"""Columns and areas from their letters, as strictly as a spreadsheet writes them."""

from __future__ import annotations

import re

from syditval.model import cells
from syditval.model.cells import Area
from syditval.reading.names import LAST_COLUMN, LAST_ROW

_LETTERS = re.compile(r"[A-Za-z]{1,3}\Z")
_CORNER = r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})"
_AREA = re.compile(rf"{_CORNER}(?::{_CORNER})?\Z")


def column_number(letters: str) -> int:
    """The number of a column, counted from 1; 0 for letters that name none."""
    if not _LETTERS.match(letters):
        return 0
    number = cells.column_number(letters)
    return number if number <= LAST_COLUMN else 0


def area(reference: str) -> Area | None:
    """The area of a reference such as ``A4:E15`` or ``A4``; None where it is none."""
    match = _AREA.match(reference)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    found = Area(int(top), column_number(left), int(bottom or top), column_number(right or left))
    possible = found.top <= found.bottom <= LAST_ROW and 0 < found.left <= found.right
    return found if possible else None
