"""What an example shows of its cells, and what is said of the rest."""

from __future__ import annotations

import pytest

from syditval.messages import texts
from syditval.messages.catalogue import LANGUAGES
from syditval.messages.example import grid, remarks, sheets
from syditval.model.example_text import parse_example


def said(text: str, language: str = "en") -> list[str]:
    return [remark.replace("\xa0", " ") for remark in remarks(parse_example(text), texts(language))]


def test_the_grid_goes_as_far_as_the_last_cell_and_shows_cells_as_a_reader_sees_them() -> None:
    (sheet,) = parse_example(
        """
        Förbrukning | 13.9%   | -1652.5
                    | #DIV/0! | 2024-04-30 {date}

        Lokal\\u200bhyror | =SUM(B1:B2) -> 12 | =C1
        """
    ).workbook.sheets

    assert list(grid(sheet)) == [
        [("Förbrukning",), ("13,9\xa0%",), ("-1\xa0652,5",)],
        [(), ("#DIV/0!",), ("2024-04-30",)],
        [(), (), ()],
        [("Lokal\\u200bhyror",), ("=SUM(B1:B2)", "12"), ("=C1",)],
    ]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("! hidden sheet\nSumma | 1", "The sheet is hidden."),
        ("! very hidden sheet\nSumma | 1", "The sheet is hidden in such a way that no menu shows it."),
        ("! hidden rows 3 7-9\nSumma | 1", "Hidden rows: 3, 7-9."),
        ("! hidden columns C D F\nSumma | 1", "Hidden columns: C-D, F."),
        ("! bold 1\nSumma | 1", "Rows in bold type: 1."),
        ("! overlined 1\nSumma | 1", "Rows with a line above them: 1."),
        ("! indent 1 2\nSumma | 1", "Indented rows: 1."),
        ("Summa | 170 {;;;}", "B1 has the number format ;;;."),
        ("Summa | =B2+1", "B1 holds a formula without a stored result."),
        ('Summa | "20"', "B1 holds a text, although it looks like a number."),
        ("Lokal\\u200bhyror | 1", "In A1, \\u200b stands for a character that does not show."),
        ("Summa | =B2+1 -> 7", "Below each formula stands the result that was saved with it."),
        ("! recalculated B1 -> 8\nSumma | 7", "Calculated again, the formula in B1 gives 8."),
        ("! values only\nSumma | 1", "The workbook also holds values only, no formulas."),
        ("! mojibake Blad1!A3 -> LÃ¶n\nSumma | 1", "The workbook also holds garbled text: Blad1!A3 (LÃ¶n)."),
        (
            "! waiver F101 budget/total/actual up to 12 tkr until 2024-12-31 by A. Berg -> Rättas.\nSumma | 1",
            "The settings hold a waiver of F101/budget/total/actual by A. Berg until 2024-12-31 up to 12 tkr: Rättas.",
        ),
        ("! protected sheet\nSumma | 1", "protected sheet"),
    ],
)
def test_whatever_a_table_does_not_show_by_itself_is_said(text: str, remark: str) -> None:
    assert said(text) == [remark]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_plain_amounts_dates_and_percentages_there_is_nothing_to_say(language: str) -> None:
    assert said("Summa | 1 | 13.9% | 2024-04-30 {date} | -0.5", language) == []


MONTHS = """
! decision KF § 41
Summa | 1
! month 2024-03
# Drift
Summa | 2
# Invest
Summa | 3
! finding F101 budget/total/actual error
"""


def test_the_months_before_stand_below_with_their_headings() -> None:
    drawn = [(heading, sheet.name, is_own) for heading, sheet, is_own in sheets(parse_example(MONTHS))]

    assert drawn == [
        ("2024-04", "Sheet1", True),
        ("2024-03 Drift", "Drift", False),
        ("2024-03 Invest", "Invest", False),
    ]
    assert [heading for heading, *_ in sheets(parse_example("Summa | 1"))] == [""]


def test_what_was_decided_and_what_was_found_before_is_said() -> None:
    assert said(MONTHS) == [
        "The decision given is KF § 41.",
        "In 2024-03, F101/budget/total/actual was found already.",
    ]
