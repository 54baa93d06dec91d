"""Where tables begin: the rows whose headings are those of a kind."""

from __future__ import annotations

import pytest

from syditval.recognition.bands import Band, extended, find_bands
from syditval.recognition.grid import Grid
from tests.recognition.found import KINDS, grid
from tests.text_tables import workbook


def bands(text: str) -> list[Band]:
    return find_bands(grid(text), KINDS)


def where(text: str) -> list[str]:
    """Each header that is found: its kind, its rows, its columns, its headings."""
    return [
        f"{band.kind.name} {band.top}-{band.bottom}, {band.left}-{band.right}: "
        + " | ".join(heading.text for heading in band.labels + band.headings)
        for band in bands(text)
    ]


LINES = """
Intäkter | -900 | -300 | -950 | 50
Personal | 500  | 170  | 480  | 20
"""


def test_a_header_is_found_below_title_and_preamble() -> None:
    assert where(
        """
        Driftredovisning 2024, uppföljning av budget
        Ansvar 117 | | | Budget

        Benämning | Budget | Utfall | Prognos | Avvikelse
        """
        + LINES
    ) == ["budget 4-4, 1-5: Benämning | Budget | Utfall | Prognos | Avvikelse"]


def test_headings_may_be_written_over_several_rows() -> None:
    assert where("""
        | Års   | Ack    | Prognos | Avvikelse
        | budget| utfall | helår   | mot
    """) == ["budget 1-2, 2-5: Års budget | Ack utfall | Prognos helår | Avvikelse mot"]


def test_words_broken_by_narrow_cells_are_put_together() -> None:
    assert where("""
        PROJEKT | BUDGE | BOKFÖR   | AVVIKELS | PROCENT FÖR | PROGNO  | AVVIKELS
                | T     | T t.o.m. | E        | BRUKNIN G   | S HELÅR | E
    """) == [
        "investment 1-2, 1-7: PROJEKT | BUDGE T | BOKFÖR T t.o.m. | AVVIKELS E | PROCENT FÖR BRUKNIN G"
        " | PROGNO S HELÅR | AVVIKELS E"
    ]


def test_further_rows_complete_the_headings() -> None:
    drawn = grid("""
        Budget | Utfall | Utfall | Prognos | Avvikelse
        2024   | 2023   | 2024   | helår   | mot
               | april  | april  |         | budget
    """)
    (band,) = find_bands(drawn, KINDS)
    whole = extended(drawn, band, 3)

    assert [heading.text for heading in band.headings] == [
        "Budget",
        "Utfall",
        "Utfall",
        "Prognos",
        "Avvikelse",
    ]
    assert [f"{heading.text}: {heading.roles[0]}" for heading in whole.headings] == [
        "Budget 2024: budget",
        "Utfall 2023 april: prior_year",
        "Utfall 2024 april: actual",
        "Prognos helår: forecast",
        "Avvikelse mot budget: variance",
    ]


def test_rows_that_would_break_the_headings_only_lengthen_the_header() -> None:
    drawn = grid("Utfall | Budget | Utfall | Prognos | Avvikelse\n2023 | 2024 | 2024 | 2024 | 2024")
    (band,) = find_bands(drawn, KINDS)[:1]

    assert extended(drawn, band, 9).bottom == 9


def test_a_group_heading_above_and_a_date_below_do_not_hide_the_heading() -> None:
    assert where("""
        Till och med april | | Helår   |
        Budget ack | Utfall  | Prognos | Budget
        2024       | 240430  | 2024    | 2024
    """) == ["budget 2-2, 1-4: Budget ack | Utfall | Prognos | Budget"]


@pytest.mark.parametrize(
    "text",
    [
        "Budget",
        "Budget | 12 | 13",
        "Utfall av budget | och prognos | för året",
        "Möte | Tid\nBudget | 9.00\nPrognos | 10.00",
        "Kommentar | Not | Benämning",
        "Budget | Kommentar",
        "Intäkter | 100 | 200",
    ],
)
def test_one_word_of_a_kind_is_no_header(text: str) -> None:
    assert where(text) == []


@pytest.mark.parametrize("row", ["Budget | Utfall", "Budget | Avvikelse", "Budget | Bokslut | Prognos"])
def test_half_of_the_required_columns_make_a_header(row: str) -> None:
    assert len(bands(row)) == 1


def test_more_than_half_of_them_missing_make_none() -> None:
    assert bands("Budget | Föregående år") == []


class TestWhichKind:
    INVESTMENT = "Projekt | Budget | Utfall | Avvikelse | Förbrukning % | Prognos | Avvikelse"

    def test_the_kind_with_most_columns_and_fewest_missing_is_taken(self) -> None:
        assert [band.kind.name for band in bands(self.INVESTMENT)] == ["investment"]
        assert [band.kind.name for band in bands("Projekt | Budget | Utfall | Prognos | Avvikelse")] == [
            "budget"
        ]

    @pytest.mark.parametrize(
        ("title", "kind"),
        [("Investeringar", "investment"), ("Investeringar 2024 (tkr)", "investment"), ("Annat", "budget")],
    )
    def test_between_equals_the_title_above_decides(self, title: str, kind: str) -> None:
        equal = f"{title} \n\n Budget | Utfall | Avvikelse | Procent"

        assert [band.kind.name for band in bands(equal)] == [kind]

    def test_a_column_that_only_one_kind_checks_counts_for_it(self) -> None:
        table = "Projekt | Budget | Utfall | Avvikelse"

        assert [band.kind.name for band in bands(f"{table} | Procent")] == ["investment"]
        assert [band.kind.name for band in bands(f"{table} | Prognos")] == ["budget"]

    def test_the_name_of_the_sheet_counts_as_a_title(self) -> None:
        drift, other = workbook("# Drift\nBudget | Utfall\n# Blad1\nBudget | Utfall").sheets

        assert find_bands(Grid(drift), KINDS)[0].score == find_bands(Grid(other), KINDS)[0].score + 2


class TestLinesAreNoHeader:
    """A first line named like a heading ("Konto 0") must not be swallowed by the header above it."""

    @pytest.mark.parametrize("word", ["Konto", "Verksamhet", "Budget", "Benämning"])
    @pytest.mark.parametrize("figure", ["100", "1 100", '"-"', "#REF!"])
    def test_where_figures_stand_in_it(self, word: str, figure: str) -> None:
        (band,) = bands(f"  | Budget | Utfall | Prognos | Avvikelse\n{word} 1 | {figure} | 10 | 100 | 0")

        assert (band.top, band.bottom) == (1, 1)

    def test_while_a_label_heading_beside_years_belongs_to_it(self) -> None:
        (band,) = bands("  | Budget | Utfall | Prognos | Avvikelse\nKonto | 2024 | 240430 | 2024 | 2024")

        assert (band.top, band.bottom) == (1, 2)
