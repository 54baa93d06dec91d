"""Every region of a workbook as a table, with what its figures are made of."""

from __future__ import annotations

from decimal import Decimal

from syditval.model.amounts import FigureState, Unit
from syditval.recognition import Region, regions_of
from tests.text_tables import workbook


def regions(text: str) -> list[Region]:
    return list(regions_of(workbook(text)))


QUARTERS = """
# Drift
Personal och lokaler, tkr

           | Budget | Utfall | Andel
Löner      | 512    | 498    | 97.3%
Hyror      | 231    | 175    | 75.8%
Övrigt     | 87     | 61     | 70.1%
Summa      | 830    | 734    | 88.4%
"""


def test_a_region_is_a_table_from_its_headings_to_its_last_figure() -> None:
    (region,) = regions(QUARTERS)
    table = region.table

    assert (table.id, table.kind, table.range) == ("region", "region", "Drift!A3:D7")
    assert (table.title, table.unit, table.unit_source) == ("Personal och lokaler, tkr", Unit.TKR, "Drift!A1")
    assert [f"{column.role} {column.header} {column.type}" for column in table.columns] == [
        "label  label",
        "B Budget amount",
        "C Utfall amount",
        "D Andel percent",
    ]
    assert table.figures[4, "D"].value == Decimal("97.3")


def test_what_its_figures_are_made_of_comes_with_it() -> None:
    (region,) = regions(QUARTERS)

    assert sorted(f"{found.axis} {found.target} {found.form}" for found in region.aggregates) == [
        "column 7 sum",
        "row 4 ratio",
    ]


TWO = """
# Första
Skola | 512
# Andra
Vård  | 231


Omsorg | 87
"""


def test_regions_are_numbered_over_the_whole_workbook() -> None:
    assert [f"{region.table.id} {region.table.range}" for region in regions(TWO)] == [
        "region Första!A1:B1",
        "region-2 Andra!A1:B1",
        "region-3 Andra!A4:B4",
    ]


def test_a_pattern_over_two_regions_belongs_to_each_where_its_totals_stand() -> None:
    months = "\n".join(f"Rad {n} | {n * 37} | {n * n + 11} | {n * n + n * 37 + 11}" for n in range(1, 9))
    first, second = regions(f"\n | A | B | Summa\n{months}\n\n\n{months}")

    assert [found.holds for found in first.aggregates] == [tuple(range(2, 10))]
    assert [found.holds for found in second.aggregates] == [tuple(range(12, 20))]


def test_what_is_no_number_among_the_figures_is_withheld_with_its_state() -> None:
    text = "\n | Q1 | Q2 | Q3\nLöner | 512 | x | 530\nHyror | 231 | 231 | #REF!\nEl | 87 | 104 | =A1"
    (region,) = regions(text)

    assert {figure.cell.a1: figure.state for figure in region.withheld.values()} == {
        "C2": FigureState.UNREADABLE,
        "D3": FigureState.ERROR_VALUE,
        "D4": FigureState.NOT_CALCULATED,
    }
    assert not any(figure.value is None for figure in region.table.figures.values())


def test_a_workbook_without_numbers_has_none() -> None:
    assert regions("Skola | i dag") == []


def test_what_is_withheld_belongs_to_the_region_that_it_stands_in() -> None:
    marked = "Löner | 512 | x\nHyror | 231 | 175\nEl | 87 | 64\nResor | 41 | 38"
    first, second = regions(f"{marked}\n\n\n{marked}")

    assert [[figure.cell.a1 for figure in each.withheld.values()] for each in (first, second)] == [
        ["C1"],
        ["C7"],
    ]


def test_what_is_no_number_among_percentages_is_nothing_that_a_sum_lacks() -> None:
    text = "\n | Utfall | Andel\nLöner | 512 | 61.7%\nHyror | 231 | x\nEl | 87 | 10.5%\nResor | 41 | 4.7%"
    (region,) = regions(text)

    assert region.withheld == {}
