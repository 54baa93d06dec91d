"""The cells of a sheet by what they hold, and which of them are figures of tables."""

from __future__ import annotations

from syditval.checks.census import Census, take_census
from syditval.model.cells import CellKind
from tests.checks.examined import examined
from tests.text_tables import sheet

SHEET = """
                  | Budget | Utfall  | Prognos | Avvikelse
Intäkter          | -900   | "- 300" | -900    | 0
Personalkostnader | 500    | #REF!   | 500     |
Lokalhyror        | 400    | =B4/3   | 400     | 0
Summa             | 0      | 0       | 0       | 0

Kontroll          | #N/A   | =B5     | 7       | 2024-04-30 {date}
"""


def census() -> Census:
    return take_census(sheet(SHEET), examined(SHEET).tables)


def test_every_cell_is_counted_once() -> None:
    taken = census()
    places = [place for kind in CellKind for place in taken.places[kind]]

    assert sorted(places) == sorted(taken.sheet.cells)
    assert taken.places[CellKind.DATE] == [(7, 5)]
    assert taken.places[CellKind.BOOLEAN] == []


def test_what_is_a_figure_of_a_table_does_not_stand_outside() -> None:
    taken = census()

    assert list(taken.places[CellKind.ERROR]) == [(3, 3), (7, 2)]
    assert list(taken.outside(CellKind.ERROR)) == [(7, 2)]
    assert list(taken.outside(CellKind.NOT_CALCULATED)) == [(7, 3)]


def test_numbers_and_texts_that_are_figures_are_amounts() -> None:
    amounts = set(census().amounts)

    assert {(2, 3), (2, 2), (7, 4)} <= amounts
    assert not {(1, 2), (2, 1), (3, 3), (7, 5)} & amounts


def test_a_table_of_another_sheet_has_no_part_in_it() -> None:
    bare = "# Kontroll\nKontroll | 1 | #REF!"

    assert list(take_census(sheet(bare), examined(SHEET).tables).outside(CellKind.ERROR)) == [(1, 3)]
