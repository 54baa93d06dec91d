"""Columns and areas by their letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.cells import Area, column_letters
from syditval.reading.areas import area, column_number
from syditval.reading.names import LAST_COLUMN


@given(st.integers(1, LAST_COLUMN))
def test_every_column_is_found_by_its_letters_in_either_case(number: int) -> None:
    assert column_number(column_letters(number)) == number
    assert column_number(column_letters(number).lower()) == number


@pytest.mark.parametrize("letters", ["", "XFE", "ZZZ", "AAAA", "1", "A1", "Å", "A ", "A\n"])
def test_other_letters_name_no_column(letters: str) -> None:
    assert column_number(letters) == 0


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("A4:E15", Area(4, 1, 15, 5)),
        ("a4:e15", Area(4, 1, 15, 5)),
        ("$A$4:$E$15", Area(4, 1, 15, 5)),
        ("C7", Area(7, 3, 7, 3)),
        ("A1:XFD1048576", Area(1, 1, 1_048_576, 16_384)),
    ],
)
def test_an_area_is_found_by_its_corners(reference: str, found: Area) -> None:
    assert area(reference) == found


@pytest.mark.parametrize(
    "reference",
    [
        "",
        "A",
        "A0",
        "A01",
        "1:3",
        "A1:",
        "E15:A4",
        "A9:B4",
        "A1:XFE1",
        "A1:A1048577",
        "A1:B2:C3",
        "A1:B2\n",
        "A١",
    ],
)
def test_anything_else_is_none(reference: str) -> None:
    assert area(reference) is None
