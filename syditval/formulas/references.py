"""What stands in a formula in the place of a reference: ``B5``, ``$B$5:C9``, ``A:A``, ``'Blad 2'!B5``."""

from __future__ import annotations

import re

from syditval.formulas.tree import Coordinate, ErrorConstant, Node, Opaque, Reference, Why
from syditval.model.cells import Area, column_number

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

# A corner may lack its column or its row, but then so must the other.
_CORNER = r"(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([0-9]{1,7}))?"
_PLACE = re.compile(rf"{_CORNER}(?::{_CORNER})?")
_ERROR = re.compile(r"(?:.*!)?(#[A-Z0-9/_]+[!?]?)")


def read_reference(text: str, row: int, column: int) -> Node:
    """The reference that a text is in a formula at a row and column, or why it is none.

    Whole columns and rows reach to the end of the sheet.
    """
    if "[" in text:
        return Opaque(Why.OTHER_WORKBOOK if "!" in text else Why.TABLE, text)
    if error := _ERROR.fullmatch(text):
        return ErrorConstant(error[1])
    sheet, separator, place = text.rpartition("!")
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    if ":" in sheet:
        return Opaque(Why.SEVERAL_SHEETS, text)
    match = _PLACE.fullmatch(place)
    corners = _corners(match.groups(), row, column) if match else None
    return Reference(sheet if separator else None, *corners) if corners else Opaque(Why.NAME, text)


def area_of(reference: Reference, row: int, column: int) -> Area:
    """The cells that a reference means in a formula at a row and column."""
    top, bottom = reference.top.at(row), reference.bottom.at(row)
    left, right = reference.left.at(column), reference.right.at(column)
    if top > bottom:
        top, bottom = bottom, top
    if left > right:
        left, right = right, left
    return Area(top, left, bottom, right)


def _corners(
    marks: tuple[str | None, ...], row: int, column: int
) -> tuple[Coordinate, Coordinate, Coordinate, Coordinate] | None:
    """Top, left, bottom and right; None where the text is no address of a sheet."""
    first, second = marks[:4], marks[4:]
    has_column, has_row = first[1] is not None, first[3] is not None
    if not any(second) and has_column and has_row:
        second = first
    if (has_column, has_row) != (second[1] is not None, second[3] is not None) or not (has_column or has_row):
        return None
    columns = [_coordinate(mark[0], column_number(mark[1] or ""), column) for mark in (first, second)]
    rows = [_coordinate(mark[2], int(mark[3] or 0), row) for mark in (first, second)]
    if not has_column:
        columns = [Coordinate(1, True), Coordinate(LAST_COLUMN, True)]
    if not has_row:
        rows = [Coordinate(1, True), Coordinate(LAST_ROW, True)]
    exists = all(1 <= each.at(row) <= LAST_ROW for each in rows)
    exists = exists and all(1 <= each.at(column) <= LAST_COLUMN for each in columns)
    return (rows[0], columns[0], rows[1], columns[1]) if exists else None


def _coordinate(dollar: str | None, number: int, home: int) -> Coordinate:
    return Coordinate(number, True) if dollar else Coordinate(number - home, False)
