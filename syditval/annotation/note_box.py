"""Where the box of a note lies: to the right of its cell, as big as its text."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from syditval.annotation.xml_part import main, whole

# What a spreadsheet takes where the sheet says nothing, in pixels.
_COLUMN_WIDTH, _ROW_HEIGHT = 64, 20
_PIXELS_PER_CHARACTER = 7
_PIXELS_PER_POINT = 4 / 3

_BOX_WIDTH = 310
_LINE_HEIGHT = 15
_PADDING = 12
_MOST_LINES = 40
_OFFSET = 12
_LAST_COLUMN, _LAST_ROW = 16383, 1048575


class Grid:
    """Widths of columns and heights of rows, in pixels, for columns and rows counted from 0."""

    def __init__(self, sheet: etree._Element) -> None:
        defaults = sheet.find(main("sheetFormatPr"))
        self._width, self._height = _COLUMN_WIDTH, _ROW_HEIGHT
        if defaults is not None:
            self._width = _size(defaults, "defaultColWidth", _PIXELS_PER_CHARACTER, 0) or _COLUMN_WIDTH
            self._height = _size(defaults, "defaultRowHeight", _PIXELS_PER_POINT, 0) or _ROW_HEIGHT
        self._columns = [
            (
                range(whole(column, "min"), whole(column, "max") + 1),
                _size(column, "width", _PIXELS_PER_CHARACTER, self._width),
            )
            for column in sheet.iterfind(f"{main('cols')}/{main('col')}")
        ]
        self._heights = {
            whole(row, "r"): _size(row, "ht", _PIXELS_PER_POINT, self._height)
            for row in sheet.iterfind(f"{main('sheetData')}/{main('row')}")
            if "ht" in row.attrib or "hidden" in row.attrib
        }

    def width(self, column: int) -> int:
        """The width of a column."""
        fitting = (width for numbers, width in self._columns if column + 1 in numbers)
        return next(fitting, self._width)

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._heights.get(row + 1, self._height)


def anchor(grid: Grid, row: int, column: int, lines: int) -> tuple[int, ...]:
    """The corners of the box for a cell (counted from 1): column, pixels, row, pixels, twice."""
    left = min(column, _LAST_COLUMN)
    top = max(row - 2, 0)
    height = min(lines, _MOST_LINES) * _LINE_HEIGHT + _PADDING
    right, right_offset = _walk(left, _OFFSET + _BOX_WIDTH, grid.width, _LAST_COLUMN)
    bottom, bottom_offset = _walk(top, _OFFSET + height, grid.height, _LAST_ROW)
    return left, _OFFSET, top, _OFFSET, right, right_offset, bottom, bottom_offset


def _walk(start: int, pixels: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    place = start
    while place < last and pixels >= size(place):
        pixels -= size(place)
        place += 1
    return place, pixels


def _size(element: etree._Element, attribute: str, scale: float, default: int) -> int:
    if element.get("hidden") in ("1", "true"):
        return 0
    try:
        return round(float(element.get(attribute, "")) * scale)
    except (ValueError, OverflowError):
        return default
