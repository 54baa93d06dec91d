"""Rows and columns are known by the nearest texts, and some names say what a line is."""

from __future__ import annotations

import pytest

from syditval.checks.labels import Labels, names_ratio, names_total, stands_apart
from syditval.model.cells import CellRef
from tests.text_tables import workbook

LABELS = Labels(workbook("Nämnd | jan | % | Not\nSkola | 1 | 2 | x\n2024 | 3 | 4\nSumma | 5 | | | 6"))


def test_the_nearest_text_to_the_left_and_above() -> None:
    assert [LABELS.of(CellRef("Sheet1", 2, column)) for column in (1, 2, 3, 5)] == ["", "Skola", "Skola", "x"]
    assert LABELS.column_of(CellRef("Sheet1", 2, 5)) == 4
    assert LABELS.of(CellRef("Sheet1", 3, 2)) == ""
    assert LABELS.column_of(CellRef("Sheet1", 3, 2)) == 0
    assert [LABELS.heading(CellRef("Sheet1", 4, column)) for column in (2, 3, 9)] == ["jan", "%", ""]


def test_the_rows_that_are_totals() -> None:
    assert LABELS.total_rows("Sheet1") == {4}


@pytest.mark.parametrize(
    "name",
    [
        "Summa",
        "SUMMA KOSTNADER",
        "S:a nämnder",
        "Delsumma",
        "Totalt",
        "Total",
        "Totala intäkter",
        "Nämnderna totalt",
        "Sum",
    ],
)
def test_totals(name: str) -> None:
    assert names_total(name)


@pytest.mark.parametrize("name", ["Skola", "Summarisk", "Totem", "Sumpmark", ""])
def test_no_totals(name: str) -> None:
    assert not names_total(name)


@pytest.mark.parametrize(
    "name", ["varav el", "- därav hyra", "Ingående balans", "IB", "Antal elever", "Andel"]
)
def test_lines_that_stand_apart(name: str) -> None:
    assert stands_apart(name)


@pytest.mark.parametrize("name", ["Vara", "Ibland", "Elever"])
def test_lines_that_do_not(name: str) -> None:
    assert not stands_apart(name)


def test_columns_of_ratios() -> None:
    assert names_ratio("Förbrukat %")
    assert names_ratio("Procent")
    assert not names_ratio("Budget")
