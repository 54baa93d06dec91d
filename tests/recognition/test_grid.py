"""A sheet as its reader sees it."""

from __future__ import annotations

import pytest

from syditval.model.cells import Area
from syditval.recognition.grid import Grid, is_date
from tests.recognition.found import grid, merged
from tests.text_tables import sheet

SHEET = """
Drift        |          | Belopp i tkr

             | Budget   | Utfall   | 2024
             | tkr      | 240430   | 12.5
3010         | -900     | " -300 " | =A1
"""


def test_rows_and_columns_are_those_that_hold_anything() -> None:
    drift = grid(SHEET)

    assert drift.rows == (1, 3, 4, 5)
    assert drift.columns == (1, 2, 3, 4)
    assert list(drift.by_row[1]) == [1, 3]


def test_texts_come_in_reading_order_from_the_columns_asked_for() -> None:
    drift = grid(SHEET)

    assert drift.texts([1, 3], range(1, 5)) == ["Drift", "Belopp i tkr", "Budget", "Utfall"]
    assert drift.texts([3, 1], range(2, 4)) == ["Budget", "Utfall", "Belopp i tkr"]
    assert drift.texts([2, 99], range(1, 5)) == []


def test_a_text_is_that_of_the_cell_itself_without_blanks_around_it() -> None:
    drift = grid(SHEET)

    assert [drift.text(5, column) for column in (1, 3, 4, 9)] == ["", "-300", "", ""]


def test_in_a_heading_years_and_dates_are_digits_and_other_numbers_are_nothing() -> None:
    drift = grid(SHEET)

    assert [drift.heading(4, column) for column in (2, 3, 4)] == ["tkr", "240430", ""]
    assert drift.heading(3, 4) == "2024"
    assert drift.heading(5, 2) == ""
    assert drift.heading(9, 9) == ""


def test_a_line_may_be_named_by_a_whole_number() -> None:
    drift = grid(SHEET)

    assert [drift.name(5, 1), drift.name(4, 4), drift.name(1, 1), drift.name(2, 1)] == [
        "3010",
        "",
        "Drift",
        "",
    ]


def test_a_merged_heading_stands_over_every_cell_it_covers() -> None:
    drawn = Grid(
        merged(
            """
            | Budget | Utfall och prognos |
            |        | Ack utfall         | Helårsprognos
            """,
            Area(1, 2, 2, 2),
            Area(1, 3, 1, 4),
        )
    )

    assert drawn.heading(1, 4) == "Utfall och prognos"
    assert drawn.heading(2, 2) == "Budget"
    assert drawn.text(1, 4) == ""


def test_a_merged_area_over_the_whole_sheet_is_no_burden() -> None:
    endless = Grid(merged(SHEET, Area(1, 1, 1_048_576, 16_384)))

    assert len(endless.anchors) == 16
    assert endless.heading(5, 4) == "Drift"


def test_years_and_dates_are_told_from_amounts() -> None:
    assert all(map(is_date, ["1990", "2024", "240430", "20240430"]))
    assert not any(map(is_date, ["", "1652", "3010", "99", "43306", "2024.5", "24-04-30", "²"]))


@pytest.mark.parametrize(
    ("written", "wording"),
    [("Budget", True), ("2024", True), ("240430", True), ("tkr", True), ("", False)]
    + [(figure, False) for figure in ("12", "1 200", "13,9 %", '"-"', "-43306")],
)
def test_words_years_and_dates_are_wording_and_figures_are_not(written: str, wording: bool) -> None:
    assert Grid(sheet(f"x | {written}")).is_wording(1, 2) is wording
