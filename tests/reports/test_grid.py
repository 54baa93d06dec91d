"""Columns side by side: the second may be broken, no figure is ever cut."""

from __future__ import annotations

from rich.text import Text

from syditval.reports.grid import write_grid
from syditval.reports.page import Page
from tests.reports.papers import on_page

SHEETS = """
 | | exact | covered
1 | Drift | 7 | 25/25
2 | Investeringar i fastigheter och gator | 1 200 | 35/36
"""


def drawn(text: str, width: int) -> str:
    rows = [[Text(cell.strip()) for cell in line.split("|")] for line in text.strip("\n").splitlines()]

    def write(page: Page) -> None:
        write_grid(rows, 2, page, indent=1)

    return "\n" + on_page(write, width)


WIDE = """
                                           exact  covered
 1  Drift                                      7    25/25
 2  Investeringar i fastigheter och gator  1 200    35/36
"""

NARROW = """
                          exact  covered
 1  Drift                     7    25/25
 2  Investeringar i
    fastigheter och
    gator                 1 200    35/36
"""

LONG_WORD = """
 1  Drift                              7
 2  Driftredovisningsuppföljningsrapport
                                       8
"""

CHINESE = """
 1  北京     7
 2  Beijing  8
"""


def test_columns_are_as_wide_as_they_need_to_be() -> None:
    assert drawn(SHEETS, 80) == WIDE


def test_the_second_column_gives_way_on_a_narrow_page() -> None:
    assert drawn(SHEETS, 40) == NARROW


def test_a_long_word_is_whole_and_the_figures_stand_below_it() -> None:
    assert drawn("1 | Drift | 7\n2 | Driftredovisningsuppföljningsrapport | 8", 40) == LONG_WORD


def test_figures_are_whole_on_a_page_too_narrow_for_them() -> None:
    text = drawn(SHEETS.replace("covered", "covered" * 5), 40)

    assert "  1 200  " in text
    assert "  35/36\n" in text


def test_wide_characters_do_not_push_the_figures_aside() -> None:
    assert drawn("1 | 北京 | 7\n2 | Beijing | 8", 80) == CHINESE


def test_the_second_column_may_be_empty_throughout() -> None:
    assert drawn("1 |  | 7\n2 |  | 1 200", 40).split() == ["1", "7", "2", "1", "200"]
