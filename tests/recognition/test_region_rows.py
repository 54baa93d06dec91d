"""What the rows of a region are called, and what they are."""

from __future__ import annotations

from syditval.aggregates import Aggregate, Axis
from syditval.model.relation import Form, Grounds
from syditval.model.table import Row
from syditval.recognition.region_rows import label_at, region_rows
from syditval.recognition.regions import NumberSheet, number_sheets
from tests.text_tables import workbook

GROUNDS = Grounds("neighbours", 1, 1, 1, 1)
NESTED = """
Löner            | 512
varav pensioner  | 87
Hyror            | 231
Verksamheten     | 743
Räntor           | 64
Summa            | 807
"""


def total(target: int, *parts: int) -> Aggregate:
    return Aggregate(Form.SUM, Axis.COLUMN, target, parts, (2,), (), GROUNDS)


def numbers(text: str) -> NumberSheet:
    (sheet,) = number_sheets(workbook(text))
    return sheet


def rows(text: str, *aggregates: Aggregate) -> tuple[Row, ...]:
    sheet = numbers(text)
    return region_rows(sheet, sorted(sheet.lattice.figures), aggregates)


def test_totals_subtotals_and_of_which_rows_are_told_by_the_sums() -> None:
    found = rows(NESTED, total(4, 1, 3), total(6, 4, 5))

    assert [f"{row.label}: {row.role}" for row in found] == [
        "Löner: detail",
        "varav pensioner: of-which",
        "Hyror: detail",
        "Verksamheten: subtotal",
        "Räntor: detail",
        "Summa: total",
    ]


def test_an_of_which_row_that_is_added_is_a_line_like_any_other() -> None:
    assert rows(NESTED, total(4, 1, 2, 3))[1].role == "detail"


def test_a_sum_along_rows_makes_no_row_a_total() -> None:
    across = Aggregate(Form.SUM, Axis.ROW, 6, (1, 3), (1,), (), GROUNDS)

    assert {row.role.value for row in rows(NESTED, across)} == {"detail", "of-which"}


def test_rows_are_keyed_by_what_they_are_called() -> None:
    assert [row.key for row in rows("IT & tele | 512\nIT & tele | 231\n | 743")] == [
        "ittele",
        "ittele~2",
        "unlabelled",
    ]


SIDE_BY_SIDE = "Skola | 512 | Fritid | 87\nVård | 231 | | 64\n | 118 | Kultur | 41"


def test_what_stands_between_figures_names_those_to_its_right() -> None:
    sheet = numbers(SIDE_BY_SIDE)

    assert label_at(sheet, 1, 4) == (3, "Fritid")
    assert label_at(sheet, 1, 2) == (1, "Skola")


def test_where_nothing_stands_there_the_first_text_of_the_row_does() -> None:
    assert label_at(numbers(SIDE_BY_SIDE), 2, 4) == (1, "Vård")


def test_a_number_or_a_mark_in_place_of_one_names_nothing() -> None:
    sheet = numbers("Skola | 512 | 87\n | x | 64\n | - | 41\nKultur | 17 | 19\nEl | 13 | 23")

    assert label_at(sheet, 2, 2) == label_at(sheet, 3, 2) == (0, "")
