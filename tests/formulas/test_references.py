"""References are relative to the cell that they stand in, and reach no further than a sheet does."""

from __future__ import annotations

import pytest

from syditval.formulas.references import area_of, read_reference
from syditval.formulas.tree import ErrorConstant, Opaque, Reference, Why

HOME = (10, 4)


@pytest.mark.parametrize(
    ("text", "sheet", "area", "one_down_and_right"),
    [
        ("B5", None, "B5:B5", "C6:C6"),
        ("b5", None, "B5:B5", "C6:C6"),
        ("$B$5", None, "B5:B5", "B5:B5"),
        ("B$5:$C9", None, "B5:C9", "C5:C10"),
        ("C9:B5", None, "B5:C9", "C6:D10"),
        ("$A:$C", None, "A1:C1048576", "A1:C1048576"),
        ("B:B", None, "B1:B1048576", "C1:C1048576"),
        ("3:$4", None, "A3:XFD4", "A4:XFD4"),
        ("Blad2!B5", "Blad2", "B5:B5", "C6:C6"),
        ("'Blad ''2'''!B5", "Blad '2'", "B5:B5", "C6:C6"),
        ("Årsskiftet!$A$1", "Årsskiftet", "A1:A1", "A1:A1"),
    ],
)
def test_cells_ranges_columns_rows_and_sheets(
    text: str, sheet: str | None, area: str, one_down_and_right: str
) -> None:
    reference = read_reference(text, *HOME)

    assert isinstance(reference, Reference)
    assert reference.sheet == sheet
    assert area_of(reference, *HOME).a1 == area
    assert area_of(reference, HOME[0] + 1, HOME[1] + 1).a1 == one_down_and_right


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[1]Blad1!A1", Why.OTHER_WORKBOOK),
        ("'[Budget 2023.xlsx]Blad1'!A1", Why.OTHER_WORKBOOK),
        ("[1]!namn", Why.OTHER_WORKBOOK),
        ("Tabell1[Belopp]", Why.TABLE),
        ("Jan:Dec!B2", Why.SEVERAL_SHEETS),
        ("'Jan:Dec'!B2", Why.SEVERAL_SHEETS),
        ("Budget", Why.NAME),
        ("Blad1!Budget", Why.NAME),
        ("@A1", Why.NAME),
        ("A0", Why.NAME),
        ("A1048577", Why.NAME),
        ("XFE1", Why.NAME),
        ("A1:B", Why.NAME),
        ("A", Why.NAME),
        ("5", Why.NAME),
    ],
)
def test_what_is_no_reference_here(text: str, why: Why) -> None:
    assert read_reference(text, *HOME) == Opaque(why, text)


@pytest.mark.parametrize("text", ["#REF!", "Blad1!#REF!"])
def test_a_reference_to_what_is_gone_is_an_error_value(text: str) -> None:
    assert read_reference(text, *HOME) == ErrorConstant("#REF!")
