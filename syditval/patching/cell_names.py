"""Addresses of cells and areas as they stand in a part, and back."""

from __future__ import annotations

import re

from syditval.model.cells import Area, column_letters, column_number
from syditval.patching.errors import CannotAnnotate

# Row and column, counted from 1.
Place = tuple[int, int]

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})\Z")


def address_of(place: Place) -> str:
    """The address of a place: ``C14``."""
    row, column = place
    return f"{column_letters(column)}{row}"


def place_named(address: str) -> Place:
    """The place that an address names. Raises CannotAnnotate for one that names none."""
    match = _ADDRESS.match(address.upper())
    if match is None:
        raise CannotAnnotate("A009", part=f"cell {address}")
    return int(match[2]), column_number(match[1])


def area_named(reference: str) -> Area:
    """The area that a reference such as ``A4:E15`` names. Raises CannotAnnotate for one that names none."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = place_named(first), place_named(last or first)
    return Area(top, left, bottom, right)
