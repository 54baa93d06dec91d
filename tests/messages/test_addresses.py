"""Addresses of many cells in few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from syditval.messages.addresses import folded, on_sheet
from syditval.model.cells import CellRef


def cells(addresses: str) -> list[CellRef]:
    return [CellRef("Drift", *coordinate_to_tuple(each)) for each in addresses.split()]


@pytest.mark.parametrize(
    ("given_cells", "written"),
    [
        ("", []),
        ("B5", ["B5"]),
        ("B5 B6 B7", ["B5:B7"]),
        ("B7 B5 B6 B9", ["B5:B7", "B9"]),
        ("B5 C5 D5", ["B5:D5"]),
        ("B5 C5 E5 E5", ["B5:C5", "E5"]),
        ("C5 C6 D5 D6", ["C5:C6", "D5:D6"]),
    ],
)
def test_neighbours_are_one_range(given_cells: str, written: list[str]) -> None:
    assert folded(cells(given_cells)) == written


@given(st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8))))
def test_every_cell_is_in_exactly_one_range(places: set[tuple[int, int]]) -> None:
    found: list[tuple[int, int]] = []
    for address in folded(CellRef("Drift", *place) for place in places):
        left, top, right, bottom = range_boundaries(address)
        found += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]

    assert sorted(found) == sorted(places)


def test_the_sheet_stands_before_the_first_address() -> None:
    places = [CellRef("Blad 2", row, 3) for row in (5, 6, 9)]

    assert on_sheet(places) == "'Blad 2'!C5:C6, C9"


def test_of_very_many_places_on_a_sheet_the_first_are_named() -> None:
    places = (CellRef("Drift", row, 3) for row in range(1, 40, 2))

    assert on_sheet(places) == "Drift!C1, C3, C5, C7, C9, …"
