"""Where the boxes of notes lie."""

from __future__ import annotations

import pytest

from syditval.annotation.note_box import Grid, anchor
from syditval.annotation.xml_part import MAIN, parsed


def grid(content: str = "") -> Grid:
    return Grid(parsed(f'<worksheet xmlns="{MAIN}">{content}</worksheet>'.encode(), "sheet"))


def size(of: Grid, corners: tuple[int, ...]) -> tuple[int, int]:
    """Width and height in pixels between the corners."""
    left, x1, top, y1, right, x2, bottom, y2 = corners
    width = sum(of.width(column) for column in range(left, right)) - x1 + x2
    height = sum(of.height(row) for row in range(top, bottom)) - y1 + y2
    return width, height


@pytest.mark.parametrize(
    "content",
    [
        "",
        '<sheetFormatPr defaultRowHeight="12.75" defaultColWidth="20"/>',
        '<cols><col min="1" max="2" width="30"/><col min="3" max="5" width="3.5"/></cols>',
        '<cols><col min="2" max="4" hidden="1" width="9"/></cols>',
        '<sheetData><row r="1" ht="60"/><row r="2" hidden="1"/><row r="3" ht="7.5"/></sheetData>',
        '<sheetFormatPr defaultRowHeight="0" zeroHeight="1"/>',
        '<sheetFormatPr defaultRowHeight="high"/><sheetData><row r="2" ht="NaN"/></sheetData>',
    ],
)
@pytest.mark.parametrize("place", [(1, 1), (2, 3), (8, 2)])
def test_the_box_is_as_big_as_its_text_whatever_the_sheet_looks_like(
    content: str, place: tuple[int, int]
) -> None:
    of = grid(content)

    assert size(of, anchor(of, *place, lines=4)) == (310, 4 * 15 + 12)


def test_the_box_begins_beside_the_cell_and_one_row_above() -> None:
    assert anchor(grid(), row=8, column=3, lines=1)[:4] == (3, 12, 6, 12)
    assert anchor(grid(), row=1, column=3, lines=1)[:4] == (3, 12, 0, 12)


def test_a_very_long_note_gets_a_box_that_fits_a_screen() -> None:
    assert size(grid(), anchor(grid(), 8, 3, lines=500))[1] == 40 * 15 + 12


def test_the_box_of_the_last_cell_stays_on_the_sheet() -> None:
    left, _, _, _, right, _, bottom, _ = anchor(grid(), row=1048576, column=16384, lines=9)

    assert (left, right, bottom) == (16383, 16383, 1048575)
