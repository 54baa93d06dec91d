"""Addresses as they stand in parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.cells import Area
from syditval.patching.cell_names import address_of, area_named, place_named
from syditval.patching.errors import CannotAnnotate


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("A1", (1, 1)),
        ("$C$14", (14, 3)),
        ("c14", (14, 3)),
        ("AA9", (9, 27)),
        ("XFD1048576", (1048576, 16384)),
    ],
)
def test_an_address_names_a_place(address: str, place: tuple[int, int]) -> None:
    assert place_named(address) == place


@given(st.integers(1, 1048576), st.integers(1, 16384))
def test_a_place_is_what_its_address_says(row: int, column: int) -> None:
    assert place_named(address_of((row, column))) == (row, column)


def test_a_reference_names_an_area_of_one_cell_or_more() -> None:
    assert area_named("A4:$E$15") == Area(4, 1, 15, 5)
    assert area_named("AA9") == Area(9, 27, 9, 27)


@pytest.mark.parametrize(
    "address", ["", "A", "1", "1A", "A0", "A-1", "ABCD1", "Drift!A1", "A1 ", "A" + "9" * 5000]
)
def test_what_names_no_cell_is_refused(address: str) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        area_named(address)

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": f"cell {address}"})
