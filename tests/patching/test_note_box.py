"""Where the boxes of notes lie."""

from __future__ import annotations

import pytest

from syditval.patching.cell_names import Place
from syditval.patching.note_box import Grid, anchor, rows_beside
from syditval.patching.sheet_part import asked_for
from tests.patching.packages import sheet

PLAIN = "<sheetData/>"
TEXT = (48, 4)


def grid(content: str = PLAIN, *places: Place) -> Grid:
    """The grid of a sheet, which knows the rows that notes on some places may need."""
    return Grid(sheet(content, asked_for((), rows_beside(places))))


def size(of: Grid, corners: tuple[int, ...]) -> tuple[int, int]:
    """Width and height in pixels between the corners."""
    left, x1, top, y1, right, x2, bottom, y2 = corners
    width = sum(of.width(column) for column in range(left, right)) - x1 + x2
    height = sum(of.height(row) for row in range(top, bottom)) - y1 + y2
    return width, height


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        '<sheetFormatPr defaultRowHeight="12.75" defaultColWidth="20"/><sheetData/>',
        '<cols><col min="1" max="2" width="30"/><col min="3" max="5" width="3.5"/></cols><sheetData/>',
        '<cols><col min="2" max="4" hidden="1" width="9"/></cols><sheetData/>',
        '<cols><col min="2" max="4" width="-9"/><col min="0" max="99999" width="9"/></cols><sheetData/>',
        '<sheetData><row r="1" ht="60"/><row r="2" hidden="1"/><row r="3" ht="7.5"/></sheetData>',
        '<sheetFormatPr defaultRowHeight="0" zeroHeight="1"/><sheetData/>',
        '<sheetFormatPr defaultRowHeight="high"/><sheetData><row r="2" ht="NaN"/></sheetData>',
        '<sheetFormatPr defaultRowHeight="1e999"/><sheetData/>',
    ],
)
@pytest.mark.parametrize("place", [(1, 1), (2, 3), (8, 2)])
def test_the_box_is_as_big_as_its_text_whatever_the_sheet_looks_like(content: str, place: Place) -> None:
    of = grid(content, place)

    assert size(of, anchor(of, place, TEXT)) == (312, 4 * 15 + 12)


def test_the_box_begins_beside_the_cell_and_one_row_above() -> None:
    assert anchor(grid(), (8, 3), TEXT)[:4] == (3, 12, 6, 12)
    assert anchor(grid(), (1, 3), TEXT)[:4] == (3, 12, 0, 12)


def test_a_very_long_note_gets_a_box_that_fits_a_screen() -> None:
    assert size(grid(), anchor(grid(), (8, 3), (96, 500))) == (624, 60 * 15 + 12)


def test_the_box_of_the_last_cell_stays_on_the_sheet() -> None:
    left, _, _, _, right, _, bottom, _ = anchor(grid(), (1048576, 16384), TEXT)

    assert (left, right, bottom) == (16383, 16383, 1048575)


def test_where_all_columns_to_the_right_are_hidden_the_box_ends_in_the_last() -> None:
    hidden = '<cols><col min="4" max="16384" hidden="1"/></cols><sheetData/>'

    assert anchor(grid(hidden), (8, 3), TEXT)[4] == 16383


def test_heights_are_those_of_the_rows_beside_a_note() -> None:
    assert rows_beside([]) == frozenset()
    assert {min(rows_beside([(1, 1)])), min(rows_beside([(9, 1)])), max(rows_beside([(9, 1)]))} == {1, 8, 28}
