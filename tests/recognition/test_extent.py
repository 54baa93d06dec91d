"""How far down a table goes, and what each of its rows is."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

import pytest

from syditval.model.cells import Cell, CellKind, Sheet
from syditval.model.table import Row
from syditval.recognition.extent import Span, header_bottom, table_rows
from syditval.recognition.grid import Grid
from tests.recognition.found import BUDGET, grid


def found(text: str, limit: int = 99) -> tuple[Row, ...]:
    """The rows below a header of one row, with labels in column 1 and figures in 2 and 3."""
    return table_rows(grid("Benämning | Budget | Utfall\n" + text), BUDGET, Span((1,), (2, 3), 1, limit))


def outline(text: str) -> list[str]:
    """The rows as ``role: label, label``, one entry for each run of one role."""
    runs = groupby(found(text), key=lambda row: row.role)
    return [f"{role}: {', '.join(row.label for row in run)}" for role, run in runs]


def keys(text: str) -> list[str]:
    return [row.key for row in found(text)]


def test_a_table_ends_with_its_total_and_what_follows_are_notes() -> None:
    assert outline("""Intäkter | -900 | -300
        Personal | 500 | 170
        Summa | -400 | -130
        * varav statsbidrag
        Budgeten 2023 var | 400
        Källa: ekonomisystemet | 12 | 13
        """) == ["detail: Intäkter, Personal", "total: Summa"]


@pytest.mark.parametrize("blank_rows", [0, 1, 2, 5])
def test_a_total_may_stand_apart_from_its_lines(blank_rows: int) -> None:
    gap = "\n" * blank_rows

    assert outline(f"Intäkter | -900 | -300\nPersonal | 500 | 170\n{gap}Summa | -400 | -130") == [
        "detail: Intäkter, Personal",
        "total: Summa",
    ]


def test_but_not_further_than_five_rows() -> None:
    far = "\n" * 6

    assert outline(f"Intäkter | -900 | -300\nPersonal | 500 | 170\n{far}Summa | -400 | -130") == [
        "detail: Intäkter, Personal"
    ]


def test_one_blank_row_between_lines_is_passed_over_and_two_end_the_table() -> None:
    assert outline("Intäkter | -900 | -300\n\nPersonal | 500 | 170\n\n\nAntal anställda | 12 | 13") == [
        "detail: Intäkter, Personal"
    ]


def test_a_second_total_far_below_is_another_tables() -> None:
    assert outline("Intäkter | -900\nPersonal | 500\nSumma | -400\n\n\nSumma | 7") == [
        "detail: Intäkter, Personal",
        "total: Summa",
    ]


def test_without_a_total_the_table_ends_with_its_last_line() -> None:
    assert outline("Intäkter | -900 | -300\nPersonal | 500 | 170\nKälla: ekonomisystemet") == [
        "detail: Intäkter, Personal"
    ]
    assert outline("Intäkter | -900 | -300\nvarav statsbidrag | -100 | -30") == [
        "detail: Intäkter",
        "of-which: varav statsbidrag",
    ]


def test_a_total_may_stand_first() -> None:
    assert outline("Totalt | -400 | -130\nIntäkter | -900 | -300\nPersonal | 500 | 170\nKälla: systemet") == [
        "total: Totalt",
        "detail: Intäkter, Personal",
    ]


def test_below_a_first_total_the_lines_of_a_last_one_belong_to_the_table() -> None:
    assert outline(
        "Totalt | -400\nSumma intäkter | -900\nBidrag | -900\nSumma kostnader | 500\nPersonal | 500"
    ) == [
        "subtotal: Totalt, Summa intäkter",
        "detail: Bidrag",
        "total: Summa kostnader",
        "detail: Personal",
    ]


def test_the_table_stops_above_its_limit() -> None:
    assert [row.label for row in found("Intäkter | -900\nPersonal | 500\nSumma | -400", limit=4)] == [
        "Intäkter",
        "Personal",
    ]


@pytest.mark.parametrize("text", ["", "Intäkter", "Summa | 12 | 13", "Intäkter\nKostnader\nSumma | 1"])
def test_without_a_line_of_figures_there_is_no_table(text: str) -> None:
    assert outline(text) == []


def test_headings_among_the_lines_of_which_rows_and_subtotals_have_roles_of_their_own() -> None:
    sections = """Intäkter
        Bidrag          | -500 | -200
        varav staten    | -300 | -100
        Avgifter        | -400 | -100
        Summa intäkter  | -900 | -300
        Kostnader
        Personal        | 500  | 170
        Summa kostnader | 500  | 170
        Netto           | -400 | -130
        """

    assert outline(sections) == [
        "section: Intäkter",
        "detail: Bidrag",
        "of-which: varav staten",
        "detail: Avgifter",
        "subtotal: Summa intäkter",
        "section: Kostnader",
        "detail: Personal",
        "subtotal: Summa kostnader",
        "total: Netto",
    ]


class TestTotalsWithoutALabel:
    def test_a_last_line_without_a_label_is_the_total(self) -> None:
        assert outline("Intäkter | -900\nPersonal | 500\n | -400") == [
            "detail: Intäkter, Personal",
            "total: ",
        ]

    @pytest.mark.parametrize(
        "lines",
        [
            "Intäkter | -900\n | -400",  # one line alone adds up to nothing new
            "Intäkter | -900\n | 500\n | -400",  # labels are missing anyway
            "Intäkter | -900\n | -400\nPersonal | 500",
        ],
    )
    def test_any_other_line_without_a_label_is_a_line(self, lines: str) -> None:
        assert {row.role for row in found(lines)} == {"detail"}

    def test_nor_is_one_beside_a_total_with_a_label(self) -> None:
        assert outline("Intäkter | -900\nPersonal | 500\n | 0\nSumma | -400") == [
            "detail: Intäkter, Personal, ",
            "total: Summa",
        ]


class TestKeys:
    """A row's key is the same next month, wherever the row stands then."""

    def test_are_section_and_label_however_they_are_typeset(self) -> None:
        assert keys("""Drift
            PERSONAL*            | 1
            Tele- och data       | 2
            Summa drift          | 3
            Investeringar
            Projekt 117          | 4
            Projekt 118          | 5
            Summa                | 9
            TOTALT               | 12
            """) == [
            "drift",
            "drift/personal",
            "drift/teleochdata",
            "drift/summadrift",
            "investeringar",
            "investeringar/projekt117",
            "investeringar/projekt118",
            "investeringar/summa",
            "total",
        ]

    def test_are_account_numbers_where_these_name_the_lines(self) -> None:
        assert keys("3010 | 1\n5010 | 2") == ["3010", "5010"]

    def test_are_numbered_where_they_repeat_or_are_missing(self) -> None:
        assert keys("Politik | 1\nPolitik | 2\n | 3\n | 4\nSumma | 10") == [
            "politik",
            "politik~2",
            "unlabelled",
            "unlabelled~2",
            "total",
        ]

    def test_sections_are_known_to_their_lines(self) -> None:
        assert [row.section for row in found("Drift\nPersonal | 1\nTotalt | 1")] == [
            "drift",
            "drift",
            "drift",
        ]


class TestLabels:
    def test_a_line_is_named_by_the_nearest_label_column_that_says_something(self) -> None:
        lines = grid("Konto | Benämning | Budget\n30 | Intäkter | -900\n50 |  | 500\nSumma | | -400")
        named = table_rows(lines, BUDGET, Span((1, 2), (3,), 1, 99))

        assert [(row.label, row.role) for row in named] == [
            ("Intäkter", "detail"),
            ("50", "detail"),
            ("Summa", "total"),
        ]

    def test_a_label_wrapped_in_its_cell_is_one_line(self) -> None:
        cells = {
            (2, 1): Cell(CellKind.TEXT, "Tele- och\n datakommunikation"),
            (2, 2): Cell(CellKind.NUMBER, Decimal(1)),
        }
        wrapped = Sheet("Drift", cells)
        (row,) = table_rows(Grid(wrapped), BUDGET, Span((1,), (2,), 1, 99))

        assert row.label == "Tele- och datakommunikation"


@pytest.mark.parametrize(
    ("below", "bottom"),
    [
        ("| 2024 | 240430", 2),
        ("| tkr | tkr", 2),
        ("(tkr) | 2024 | 240430", 2),
        ("| 2024 | ack\n| tkr | tkr", 3),
        ("| helår | ack", 2),
        ("|      | 240430", 2),
        ("| % | %", 2),
        ("Intäkter | 2024 | 240430", 1),
        ("3010 | 2024 | 2023", 1),
        ("| 1 | 2", 2),
        ("| 2 | 3", 2),
        ("1 | 2 | 3", 2),
        ("| 2024 | 240430\n| 1 | 2", 3),
        ("| 2 | 1", 1),
        ("| 3 | 4", 1),
        ("Intäkter | 1 | 2", 1),
        ("| 500 | 170", 1),
        ("| 12 106 | 3 463", 1),
        ("| - | -", 1),
        ("| 2024 | 170", 1),
        ("\nIntäkter | -900 | -300", 1),
        ("", 1),
    ],
)
def test_rows_of_words_dates_units_and_column_numbers_below_the_headings_belong_to_the_header(
    below: str, bottom: int
) -> None:
    drawn = grid(f"Benämning | Budget | Utfall\n{below}\nIntäkter | -900 | -300")

    assert header_bottom(drawn, Span((1,), (2, 3), 1, 99)) == bottom


def test_the_header_does_not_reach_into_the_next_table() -> None:
    drawn = grid("| Budget | Utfall\n| Budget | Utfall")

    assert header_bottom(drawn, Span((1,), (2, 3), 1, 2)) == 1
