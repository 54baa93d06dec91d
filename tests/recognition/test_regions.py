"""Sheets of numbers as the search for aggregates sees them."""

from __future__ import annotations

from syditval.aggregates import Lattice
from syditval.recognition.regions import number_sheets
from tests.text_tables import workbook

REPORT = """
Driftredovisning, tkr
        | Budget | Utfall  |        | Andel av
        | 2024   | apr     | Antal  | budget
Skola   | 512    | 487     | 13     | 95.1%
Vård    | 231    | 264     | 29     | 114.3%
Summa   | 743    | 751     | 42     | 101.1%
"""


def lattice(text: str) -> Lattice:
    (sheet,) = number_sheets(workbook(text))
    return sheet.lattice


def test_only_sheets_that_hold_numbers_are_looked_at() -> None:
    book = workbook("# Drift\nSkola | 512\n# Text\nOm rapporten\n# Tom\n# År\n | 2023 | 2024")

    assert [sheet.grid.sheet.name for sheet in number_sheets(book)] == ["Drift"]


def test_rows_and_columns_are_those_that_hold_figures() -> None:
    report = lattice(REPORT)

    assert (report.rows, report.columns) == ([4, 5, 6], [2, 3, 4, 5])
    assert len(report.figures) == 12


def test_percentages_are_known() -> None:
    (sheet,) = number_sheets(workbook(REPORT))

    assert sheet.percentages == {(4, 5), (5, 5), (6, 5)}


class TestNames:
    def test_of_rows_are_their_texts(self) -> None:
        assert lattice(REPORT).row_names == {4: "Skola", 5: "Vård", 6: "Summa"}
        assert lattice("10 a | Skola | 512 | Norr").row_names == {1: "10 a Skola Norr"}
        assert lattice(" | 512").row_names == {1: ""}

    def test_of_columns_are_all_that_stands_above_them(self) -> None:
        assert lattice(REPORT).column_names == {
            2: "Budget 2024",
            3: "Utfall apr",
            4: "Antal",
            5: "Andel av budget",
        }

    def test_are_cut_where_they_are_long(self) -> None:
        assert lattice(f"{'Skola ' * 40} | 512").row_names[1].startswith("Skola Skola")
        assert len(lattice(f"{'Skola ' * 40} | 512").row_names[1]) == 80
        assert len(lattice(f" | {'Budget ' * 40}\nSkola | 512").column_names[2]) == 80


class TestShares:
    """Percentages, rates and averages: what need not add up."""

    def test_are_written_in_per_cent(self) -> None:
        assert lattice("Skola | 512 | 95.1%").shares == {(1, 3)}

    def test_or_called_so_in_the_heading(self) -> None:
        assert lattice(" | Budget | Andel\nSkola | 512 | 95\nVård | 231 | 114").shares == {(2, 3), (3, 3)}

    def test_or_called_so_in_the_row(self) -> None:
        assert lattice("Kostnad | 512 | 487\nKostnad per elev | 13 | 14").shares == {(2, 2), (2, 3)}

    def test_up_to_the_next_heading(self) -> None:
        stacked = " | Budget | Andel\nSkola | 512 | 95\n | Plan | Bokfört\nSkola | 87 | 64"

        assert lattice(stacked).shares == {(2, 3)}


def test_every_heading_begins_a_block_of_rows() -> None:
    stacked = " | Budget | Utfall\nSkola | 512 | 487\nVård | 231 | 264\n | Plan | Bokfört\nSkola | 87 | 64"

    assert lattice(stacked).blocks == [[2, 3], [5]]


class TestStressed:
    BOLD = "Skola | 512\nVård | 231\nSumma | 743\n! bold {}"

    def test_rows_are_bold_where_most_are_not(self) -> None:
        assert lattice(self.BOLD.format("3")).stressed == {3}
        assert lattice(self.BOLD.format("2-3")).stressed == frozenset()

    def test_rows_are_under_a_line(self) -> None:
        assert lattice("Skola | 512\nVård | 231\nTillsammans | 743\n! overlined 3").stressed == {3}

    def test_rows_are_in_capitals(self) -> None:
        assert lattice("Skola | 512\nVård | 231\nNÄMNDER | 743").stressed == {3}


def test_rows_are_set_in_by_their_style_or_by_blanks() -> None:
    assert lattice("! indent 2 1\nSkola | 512\nFörskola | 231\nVård | 743").indents == {1: 0, 2: 1, 3: 0}


class TestWithheld:
    def test_is_a_mark_in_a_column_of_figures(self) -> None:
        assert lattice("A | 512 | x\nB | 231 | 87\nC | .a | 64\nD | 41 | 13").withheld == {(1, 3), (3, 2)}

    def test_is_no_dash_and_no_longer_text(self) -> None:
        column = "A | 512 | 1\nB | - | 2\nC | se not 3 nedan | 5\nD | 41 | 6\nE | 13 | 8\nF | 87 | 9"

        assert lattice(column).withheld == frozenset()

    def test_is_no_text_in_a_column_of_texts(self) -> None:
        assert lattice("A | 512 | Nord\nB | 231 | Syd\nC | 87 | 64").withheld == frozenset()

    def test_is_an_error_value_and_a_formula_without_a_result(self) -> None:
        assert lattice("A | 512 | #REF!\nB | =C1 | 87").withheld == {(1, 3), (2, 2)}
