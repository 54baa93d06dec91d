"""A workbook's formulas, and the cells that they mean."""

from __future__ import annotations

import pytest

from syditval.model.cells import CellRef
from tests.formulas.evaluated import book_of

BOOK = """
# Ett
1 | =A1 -> 1 | =Två!A1+Saknas!A1+A1 -> 2
# Två
5 | =SUM(A:A) -> 5
"""


def test_every_formula_with_its_sheet_and_place() -> None:
    book = book_of(BOOK)

    assert [(each.sheet.name, place) for each, place, _ in book.formulas] == [
        ("Ett", (1, 2)),
        ("Ett", (1, 3)),
        ("Två", (1, 2)),
    ]
    assert book.form(CellRef("ett", 1, 2)) is book.form(CellRef("Ett", 1, 2))
    with pytest.raises(KeyError):
        book.form(CellRef("Ett", 1, 1))


def test_references_mean_cells_of_their_own_sheet_or_of_another_that_is_there() -> None:
    book = book_of(BOOK)
    home = CellRef("Ett", 1, 3)
    spots = book.spots(book.form(home).references, home)

    assert sorted((spot.formulas.sheet.name, spot.area.a1) for spot in spots) == [
        ("Ett", "A1:A1"),
        ("Två", "A1:A1"),
    ]


def test_cells_and_sheets_by_name() -> None:
    book = book_of(BOOK)
    cell = book.cell(CellRef("två", 1, 1))

    assert cell is not None
    assert cell.value == 5
    assert book.cell(CellRef("Två", 9, 9)) is None
    assert book.sheet("TVÅ").name == "Två"
