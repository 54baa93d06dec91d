"""What stands above a region of figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from syditval.model.amounts import Unit
from syditval.recognition.blocks import blocks_of
from syditval.recognition.region_heads import RegionHead, unit_of
from syditval.recognition.regions import number_sheets
from tests.recognition.found import grid
from tests.text_tables import workbook


def heads(text: str) -> Iterator[RegionHead]:
    (sheet,) = number_sheets(workbook(text))
    return (RegionHead(sheet, block) for block in blocks_of(sheet, ()))


TITLED = """
# Drift
Årsrapport
Nettokostnader
Belopp i tkr
          |  Budget | Utfall
          |  2024   | apr
Intäkter
Avgifter  |  118    | 87
Bidrag    |  231    | 64
"""


def test_headings_of_several_rows_are_put_together() -> None:
    (head,) = heads(TITLED)

    assert head.headings() == {2: "Budget 2024", 3: "Utfall apr"}


def test_the_title_is_the_nearest_line_that_says_more_than_a_unit() -> None:
    (head,) = heads(TITLED)

    assert head.title() == "Nettokostnader"


def test_without_one_it_is_the_name_of_the_sheet() -> None:
    (head,) = heads("# Drift\n | Budget | Utfall\nAvgifter | 118 | 87")

    assert head.title() == "Drift"


BELOW = """
Drift
       | Budget | Utfall
Skola  | 512    | 487
Vård   | 231    | 264


Investering
       | Plan   | Bokfört
Skola  | 87     | 64
Vård   | 41     | 59


Kultur | 13     | 19
"""


def test_each_region_has_its_own_title_and_headings() -> None:
    first, second, _ = heads(BELOW)

    assert (first.title(), second.title()) == ("Drift", "Investering")
    assert list(second.headings().values()) == ["Plan", "Bokfört"]


def test_a_region_without_headings_has_those_of_the_sheet() -> None:
    *_, last = heads(BELOW)

    assert last.headings() == last.sheet.lattice.column_names


@pytest.mark.parametrize(
    ("text", "unit", "source"),
    [
        ("Belopp i tkr\nSkola | 512", Unit.TKR, "Sheet1!A1"),
        ("Belopp i tkr\nSkola | 512\nVård, tkr | 231", Unit.TKR, "Sheet1!A1"),
        ("Belopp i tkr\nSkola | 512\nVård, mnkr | 231", Unit.UNSTATED, ""),
        ("Skola | 512", Unit.UNSTATED, ""),
        ("# Drift mnkr\nSkola | 512", Unit.MKR, "'Drift mnkr'"),
    ],
    ids=["once", "twice", "two", "none", "on the tab"],
)
def test_the_unit_is_the_only_one_that_the_sheet_states(text: str, unit: Unit, source: str) -> None:
    assert unit_of(grid(text)) == (unit, source)
