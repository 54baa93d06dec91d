"""What was read: which file, of which kind, and how much of everything it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.model.earlier import Against
from syditval.model.period import Period
from syditval.reports.heading import write_heading, write_nothing_recognised
from tests.reports.example_reports import FILE, report
from tests.reports.example_sums import summing
from tests.reports.papers import on_page


def test_a_file_is_known_by_its_name_and_the_first_digits_of_its_hash() -> None:
    several = replace(report("en"), inputs=(FILE, replace(FILE, name="maj.xlsx", sheets=1, cells=12_345)))

    assert on_page(lambda page: write_heading(several, page)) == (
        "april.xlsx  SHA-256 3f9a41c2d0e1\n"
        "  xlsx: 2 sheets, 23 rows, 138 cells, 80 numbers, 1 formula\n"
        "maj.xlsx  SHA-256 3f9a41c2d0e1\n"
        "  xlsx: 1 sheet, 23 rows, 12 345 cells, 80 numbers, 1 formula\n"
    )


@pytest.mark.parametrize(
    ("container", "language", "said"),
    [("xls", "sv", "xls: 2 blad, "), ("html", "en", "HTML: 2 sheets, "), ("delimited", "sv", "textexport: ")],
)
def test_the_kind_of_file_is_told_whatever_its_name_says(container: str, language: str, said: str) -> None:
    other = replace(report(language), inputs=(replace(FILE, container=container),))

    assert f"\n  {said}" in on_page(lambda page: write_heading(other, page), language=language)


def test_a_file_name_that_is_no_valid_text_is_shown_all_the_same() -> None:
    odd = replace(report("en"), inputs=(replace(FILE, name="bok\udcf6\n.xlsx"),))

    assert on_page(lambda page: write_heading(odd, page)).startswith(r"bok\udcf6 .xlsx  SHA-256")


def test_nothing_recognised_means_nothing_checked() -> None:
    text = on_page(lambda page: write_nothing_recognised(report("en"), page))

    assert "so nothing in it was checked" in text
    assert "budget, investment" in text


def test_where_no_kind_was_looked_for_there_was_no_figure() -> None:
    text = on_page(lambda page: write_nothing_recognised(summing("en", "Skola | i dag"), page))

    assert text.split("\n")[1:3] == ["There is no figure in this workbook, so nothing in it was checked.", ""]


def test_what_it_was_held_against_stands_below_the_file() -> None:
    months = (Against("mars.xlsx", "1" * 64, Period(2024, 3)), Against("2023.xlsx", "2" * 64, None))
    held = replace(report("en"), against=months)

    assert on_page(lambda page: write_heading(held, page)).endswith(
        "\n  Compared with mars.xlsx (2024-03), 2023.xlsx.\n"
    )
    assert "Compared" not in on_page(lambda page: write_heading(replace(held, against=()), page))
