"""Around what something is said of stands the table as the sheet has it; of a long one, only what is near."""

from __future__ import annotations

import pytest

from syditval.model.cells import Cell, CellKind, CellRef
from syditval.model.example_text import cell
from syditval.model.excerpt import Excerpt
from syditval.recognition.excerpts import AROUND, MOST_ROWS, excerpts, shown
from tests.recognition.found import tables_in
from tests.text_tables import workbook

SMALL = """
Ekonomiskt resultat, tkr

Benämning | Budget | Utfall | Prognos | Avvikelse | Kommentar
Intäkter  | -900   | -300   | -900    | 0         | ny taxa
Personal  | 500    |        | 500     | 0         |
Lokaler   | 400    | 130    | 400     | 0         | 1652.5
Summa     | 0      | -170   | 0       | 0         |

Underskottet beror på hyrorna.
"""
HEAD = "Benämning | Budget | Utfall | Prognos | Avvikelse\n"
# Lines in rows 2 to 101, a subtotal in row 102, lines down to 202, the total in row 203.
LONG = (
    HEAD
    + "".join(f"Konto {number} | 1 | 1 | 1 | 0\n" for number in range(100))
    + "Summa kostnader | 100 | 100 | 100 | 0\n"
    + "".join(f"Objekt {number} | 1 | 1 | 1 | 0\n" for number in range(100))
    + "Summa totalt | 200 | 200 | 200 | 0\n"
)


def excerpts_of(text: str, *places: tuple[int, int], sheet: str = "Sheet1") -> list[Excerpt]:
    """What is shown around some cells of a workbook written as text."""
    cells = [CellRef(sheet, *place) for place in places]
    return list(excerpts(workbook(text), tables_in(text), cells))


def rows_of(text: str, *places: tuple[int, int]) -> tuple[int, ...]:
    """The rows that are shown of the only table that something is said of."""
    (excerpt,) = excerpts_of(text, *places)
    return excerpt.rows


class TestSmallTable:
    def test_is_shown_whole_with_every_text_that_is_no_figure(self) -> None:
        assert excerpts_of(SMALL, (6, 3)) == [
            Excerpt(
                "budget",
                rows=(3, 4, 5, 6, 7),
                texts={
                    (3, 1): "Benämning",
                    (3, 2): "Budget",
                    (3, 3): "Utfall",
                    (3, 4): "Prognos",
                    (3, 5): "Avvikelse",
                    (3, 6): "Kommentar",
                    (4, 1): "Intäkter",
                    (4, 6): "ny taxa",
                    (5, 1): "Personal",
                    (6, 1): "Lokaler",
                    (6, 6): "1\xa0652,5",
                    (7, 1): "Summa",
                },
            )
        ]

    def test_is_shown_once_however_much_is_said_of_it(self) -> None:
        assert excerpts_of(SMALL, (6, 3), (7, 3), (7, 3)) == excerpts_of(SMALL, (6, 3))

    def test_is_shown_up_to_the_most_rows_there_are_of_a_small_one(self) -> None:
        def table(rows: int) -> str:
            lines = "".join(f"Konto {number} | 1 | 1 | 1 | 0\n" for number in range(rows - 2))
            return f"{HEAD}{lines}Summa | {rows - 2} | {rows - 2} | {rows - 2} | 0"

        assert rows_of(table(MOST_ROWS), (30, 3)) == tuple(range(1, MOST_ROWS + 1))
        assert len(rows_of(table(MOST_ROWS + 1), (30, 3))) == 1 + AROUND + 1 + AROUND + 1


class TestLongTable:
    def test_is_shown_by_its_heading_its_total_and_the_rows_around(self) -> None:
        assert rows_of(LONG, (50, 3)) == (1, *range(50 - AROUND, 50 + AROUND + 1), 203)

    def test_shows_each_place_that_something_is_said_of_in_the_order_of_rows(self) -> None:
        assert rows_of(LONG, (150, 2), (50, 3), (51, 3)) == (1, *range(47, 55), *range(147, 154), 203)

    def test_is_not_shown_beyond_its_ends(self) -> None:
        assert rows_of(LONG, (2, 3)) == (1, 2, 3, 4, 5, 203)
        assert rows_of(LONG, (203, 3)) == (1, 200, 201, 202, 203)

    def test_gives_texts_of_the_rows_that_are_shown_alone(self) -> None:
        (excerpt,) = excerpts_of(LONG, (50, 3))

        assert {text for (row, column), text in excerpt.texts.items() if column == 1 and row > 1} == {
            *(f"Konto {number}" for number in range(45, 52)),
            "Summa totalt",
        }


def test_each_table_is_shown_by_itself_in_the_order_of_the_tables() -> None:
    text = f"# Drift\n{SMALL}\n# Kapital\n{SMALL}"
    book, tables = workbook(text), tables_in(text)
    cells = [CellRef("Kapital", 6, 3), CellRef("Drift", 6, 3)]

    assert [each.table for each in excerpts(book, tables, cells)] == [table.id for table in tables]
    assert [each.table for each in excerpts(book, tables, cells[:1])] == [tables[1].id]


def test_of_which_nothing_is_said_is_not_shown() -> None:
    assert excerpts_of(SMALL) == []
    assert excerpts_of(SMALL, (9, 1)) == []
    assert excerpts_of(SMALL, (6, 3), sheet="Sheet2") == []


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("-1652.5", "-1\xa0652,5"),
        ("Personal", "Personal"),
        ("2024-04-30 {date}", "2024-04-30"),
        ("#DIV/0!", "#DIV/0!"),
        ("=SUM(B2:B3) -> 1200", "1\xa0200"),
        ("=SUM(B2:B3)", "=SUM(B2:B3)"),
        ('=A1 -> "ja"', "ja"),
    ],
)
def test_a_cell_is_shown_by_what_it_holds(written: str, text: str) -> None:
    assert shown(cell(written)) == text


def test_a_formula_whose_text_is_not_known_is_shown_by_nothing() -> None:
    assert shown(Cell(CellKind.NOT_CALCULATED, None)) == ""
