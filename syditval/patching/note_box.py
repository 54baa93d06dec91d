"""Where the box of a note lies: to the right of its cell, as big as its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from syditval.patching.cell_names import Place
from syditval.patching.sheet_part import SheetPart

# What a spreadsheet takes where the sheet says nothing, in pixels.
_COLUMN_WIDTH, _ROW_HEIGHT = 64, 20
_PIXELS_PER_CHARACTER = 7
_PIXELS_PER_POINT = 4 / 3

_CHARACTER_WIDTH = 6.5
_LINE_HEIGHT = 15
_PADDING = 12
_MOST_LINES = 60
_OFFSET = 12
# The rows that the box of nearly every note lies beside; of those beyond, the usual height is taken.
_MOST_ROWS = 20
_LAST_COLUMN, _LAST_ROW = 16383, 1048575


class Grid:
    """Widths of columns and heights of rows, in pixels, for columns and rows counted from 0.

    Only those rows are known that the sheet was asked for; the others have the usual height.
    """

    def __init__(self, sheet: SheetPart) -> None:
        defaults = sheet.frame.root.find("sheetFormatPr")
        usual, self._height = _COLUMN_WIDTH, _ROW_HEIGHT
        if defaults is not None:
            given = defaults.attributes
            usual = _size(given, "defaultColWidth", _PIXELS_PER_CHARACTER, 0) or _COLUMN_WIDTH
            self._height = _size(given, "defaultRowHeight", _PIXELS_PER_POINT, 0) or _ROW_HEIGHT
        # One by one: boxes may have to go far to the right, past columns that are hidden.
        self._widths = [usual] * (_LAST_COLUMN + 1)
        for column in sheet.columns:
            width = _size(column.attributes, "width", _PIXELS_PER_CHARACTER, usual)
            for number in range(max(column.whole("min"), 1) - 1, min(column.whole("max"), _LAST_COLUMN + 1)):
                self._widths[number] = width
        self._heights = {
            number: _size(attributes, "ht", _PIXELS_PER_POINT, self._height)
            for number, attributes in sheet.row_attributes.items()
        }

    def width(self, column: int) -> int:
        """The width of a column."""
        return self._widths[column]

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._heights.get(row + 1, self._height)


def rows_beside(places: Iterable[Place]) -> frozenset[int]:
    """The rows, by number, whose heights the boxes of some cells may depend on."""
    return frozenset(near for row, _ in places for near in range(max(row - 1, 1), row + _MOST_ROWS))


def anchor(grid: Grid, place: Place, extent: tuple[int, int]) -> tuple[int, ...]:
    """The corners of the box for a cell (counted from 1): column, pixels, row, pixels, twice.

    ``extent`` is that of its text: characters and lines.
    """
    row, column = place
    left, top = min(column, _LAST_COLUMN), max(row - 2, 0)
    characters, lines = extent
    width = round(characters * _CHARACTER_WIDTH)
    height = min(lines, _MOST_LINES) * _LINE_HEIGHT + _PADDING
    right, right_offset = _walk(left, _OFFSET + width, grid.width, _LAST_COLUMN)
    bottom, bottom_offset = _walk(top, _OFFSET + height, grid.height, _LAST_ROW)
    return left, _OFFSET, top, _OFFSET, right, right_offset, bottom, bottom_offset


def _walk(start: int, pixels: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    place = start
    while place < last and pixels >= size(place):
        pixels -= size(place)
        place += 1
    return place, pixels


def _size(attributes: Mapping[str, str], name: str, scale: float, default: int) -> int:
    if attributes.get("hidden") in ("1", "true"):
        return 0
    try:
        return max(round(float(attributes.get(name, "")) * scale), 0)
    except (ValueError, OverflowError):
        return default
