"""What stands around a table: its title, its unit, its period."""

from __future__ import annotations

import pytest

from syditval.model.amounts import Unit
from tests.recognition.found import table_in, tables_in

LINES = """Intäkter | -900 | -300 | -950 | 50
Personal | 500  | 170  | 480  | 20
Summa    | -400 | -130 | -470 | 70
"""
TABLE = "Benämning | Budget | Utfall | Prognos | Avvikelse\n" + LINES


def unit(text: str) -> tuple[str, str]:
    table = table_in(text)
    return table.unit.value, table.unit_source


class TestTheUnit:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Drift i mnkr\n\n" + TABLE, ("mkr", "Sheet1!A1")),
            ("Drift (mdkr)\n" + TABLE, ("mdkr", "Sheet1!A1")),
            ("Drift\nBelopp i tusental kronor\n\n" + TABLE, ("tkr", "Sheet1!A2")),
            ("Drift | | | (kronor)\n" + TABLE, ("kr", "Sheet1!D1")),
            ("(mkr) | Budget | Utfall | Prognos | Avvikelse\n" + LINES, ("mkr", "Sheet1!A1")),
            ("| Budget tkr | Utfall tkr | Prognos tkr | Avvikelse tkr\n" + LINES, ("tkr", "Sheet1!B1")),
            (
                "| Budget | Utfall | Prognos | Avvikelse\n| mkr | mkr | mkr | mkr\n" + LINES,
                ("mkr", "Sheet1!B2"),
            ),
            ("# Drift mkr\n" + TABLE, ("mkr", "'Drift mkr'")),
            (TABLE + "\nAlla belopp anges i kkr", ("tkr", "Sheet1!A6")),
            (TABLE + "\n\nFörvaltningen gör ett underskott om 1 200 tkr.", ("tkr", "Sheet1!A7")),
            (TABLE, ("tkr", "kind")),
        ],
    )
    def test_is_read_from_title_header_corner_sheet_or_prose_and_else_from_the_kind(
        self, text: str, found: tuple[str, str]
    ) -> None:
        assert unit(text) == found

    def test_nearest_to_the_figures_wins(self) -> None:
        assert unit("Koncernen, mdkr\nDrift, mkr\n" + TABLE)[0] == "mkr"
        assert unit("Drift, mkr\nTkr | Budget | Utfall | Prognos | Avvikelse\n" + LINES)[0] == "tkr"

    def test_a_line_about_units_outweighs_other_sentences(self) -> None:
        assert unit(TABLE + "\n\nTelia kostar 12 kr per månad\nBelopp i mkr")[0] == "mkr"

    def test_prose_that_speaks_of_two_units_says_nothing(self) -> None:
        assert unit(TABLE + "\n\nTelia kostar 12 kr per månad, 1 tkr om året\nUnderskott 1,2 mkr") == (
            "tkr",
            "kind",
        )

    def test_is_never_guessed_from_the_size_of_the_figures(self) -> None:
        millions = TABLE.replace("00 ", "00000000 ")

        assert unit(millions) == ("tkr", "kind")

    def test_of_two_tables_each_has_its_own(self) -> None:
        two = tables_in("Drift, tkr\n" + TABLE + "\nInvesteringar, mkr\n" + TABLE)

        assert [(table.unit, table.unit_source) for table in two] == [
            (Unit.TKR, "Sheet1!A1"),
            (Unit.MKR, "Sheet1!A7"),
        ]

    def test_a_unit_among_the_figures_is_not_the_tables(self) -> None:
        assert unit(TABLE.replace("480  |", "480 mkr |")) == ("tkr", "kind")


class TestTheTitle:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("Ekonomiskt resultat\n\n" + TABLE, "Ekonomiskt resultat"),
            ("Driftredovisning\nAnsvar 117\nUtskriven 2024-05-08\n" + TABLE, "Driftredovisning"),
            ("Nämnden\nTabell 3. Utveckling\nBelopp i tkr\n" + TABLE, "Tabell 3. Utveckling"),
            ("Drift i mnkr\n" + TABLE, "Drift i mnkr"),
            ("(tkr)\n" + TABLE, "Sheet1"),
            ("# Drift\n" + TABLE, "Drift"),
            ("Ett\n" + "\n" * 9 + TABLE, "Sheet1"),
        ],
    )
    def test_is_a_line_that_the_kind_knows_else_the_nearest_above_else_the_sheets_name(
        self, text: str, title: str
    ) -> None:
        assert table_in(text).title == title

    def test_is_not_looked_for_in_the_table_above(self) -> None:
        above, below = tables_in("Drift\n" + TABLE + "\n" + TABLE)

        assert (above.title, below.title) == ("Drift", "Sheet1")

    def test_may_stand_to_the_left_of_the_table(self) -> None:
        moved = "\n".join(f" | | {line}" for line in TABLE.strip().splitlines())

        assert table_in("Ekonomiskt resultat\n\n" + moved).title == "Ekonomiskt resultat"

    def test_of_tables_side_by_side_each_has_its_own(self) -> None:
        doubled = "\n".join(f"{line} | | {line}" for line in TABLE.strip().splitlines())
        left, right = tables_in("Hallsberg | | | | | | Laxå\n" + doubled)

        assert (left.title, right.title) == ("Hallsberg", "Laxå")


class TestThePeriod:
    @pytest.mark.parametrize(
        ("text", "period"),
        [
            (TABLE.replace("Utfall", "Utfall 240430"), "2024-04-30"),
            (TABLE.replace("Utfall", "Bokfört t.o.m. 2024-08-31"), "2024-08-31"),
            ("Uppföljning april 2024\n" + TABLE, "2024-04-30"),
            ("Period 202404\n" + TABLE, "2024-04-30"),
            ("# Drift 240430\n" + TABLE, "2024-04-30"),
            ("Uppföljning maj 2024\n" + TABLE.replace("Utfall", "Utfall 240430"), "2024-04-30"),
            ("Utskriven 2024-05-08\nPeriod jan-apr 2024\n" + TABLE, "2024-04-30"),
            ("Utskriftsdatum 2024-05-08\n" + TABLE, ""),
            (TABLE.replace("Budget", "Budget 2024"), ""),
            (TABLE, ""),
        ],
    )
    def test_is_the_date_of_the_headings_else_of_the_lines_above(self, text: str, period: str) -> None:
        assert table_in(text).period == period

    def test_may_stand_as_a_number_under_the_heading(self) -> None:
        dated = TABLE.replace("Intäkter", " | 2024 | 240430 | 2024 |\nIntäkter")

        assert table_in(dated).period == "2024-04-30"
