"""The address of a cell as somebody types it."""

from __future__ import annotations

import pytest

from syditval.cli.cell_address import CellAddress, cell_address
from syditval.cli.misuse import Misuse
from tests.reports.example_sums import summing


@pytest.mark.parametrize(
    ("text", "sheet", "a1"),
    [
        ("C14", None, "C14"),
        (" c14 ", None, "C14"),
        ("$C$14", None, "C14"),
        ("Drift!C14", "Drift", "C14"),
        ("'Blad 2'!C14", "Blad 2", "C14"),
        ("Blad 2!C14", "Blad 2", "C14"),
        ("'Ann''s blad'!AA3", "Ann's blad", "AA3"),
        ("'a!b'!B2", "a!b", "B2"),
    ],
)
def test_it_is_read_as_spreadsheets_write_it_and_more_kindly(text: str, sheet: str | None, a1: str) -> None:
    assert cell_address(text) == CellAddress(sheet, a1)


@pytest.mark.parametrize("text", ["", "C", "14", "C0", "C14:C15", "!C14", "ABCD1", "Drift"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(Misuse, match="C14"):
        cell_address(text)


def test_without_a_sheet_the_figures_of_every_sheet_are_meant() -> None:
    def found(text: str) -> list[str]:
        return [each.cell.address for each in cell_address(text).figures(summing("en"))]

    assert found("C5") == ["Drift!C5", "Skolor!C5"]
    assert found("Skolor!C5") == ["Skolor!C5"]
    assert found("A5") == []
