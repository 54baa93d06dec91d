"""What adds up, region by region."""

from __future__ import annotations

from syditval.model.report import Report
from syditval.reports.regions_block import MOST_LINES, write_regions
from tests.reports.example_sums import summing
from tests.reports.papers import on_page


def block(report: Report, width: int = 80) -> str:
    return on_page(lambda page: write_regions(report, page), width)


def test_a_region_has_its_tree_of_sums_then_what_else_its_figures_are_made_of() -> None:
    lines = block(summing("en")).splitlines()

    assert lines[2:11] == [
        "1  Drift!A2:E11  Nettokostnader per nämnd, tkr  tkr",
        "   B11 = B6 + B9:B10  Summa                3 of 4 columns",
        "                      inconsistent: C11",
        "     B6 = B3:B5       Barn och utbildning  3 of 4 columns",
        "                      not checked: E6",
        "     B9 = B7:B8       Social               4 of 4 columns",
        "     B10              Kultur",
        "   D3 = B3 - C3       Avvikelse               8 of 9 rows",
        "                      inconsistent: D11",
    ]


def test_regions_in_which_nothing_adds_up_are_counted() -> None:
    text = " ".join(block(summing("en")).split())

    assert "nothing was found to add up: 1, the first Skolor!A10:B10." in text


def test_a_region_that_is_alone_with_nothing_has_no_counts() -> None:
    assert block(summing("en", "Skola | 512")).splitlines()[2:] == [
        "Regions of figures in which nothing was found to add up: 1, the first",
        "Sheet1!A1:B1.",
    ]


def test_verdicts_are_counted_for_each_region_by_its_place() -> None:
    lines = block(summing("en")).splitlines()

    assert lines[-3].split() == ["1", "Drift!A2:E11", "18", "-", "-", "2", "1", "33/35"]


def sections(count: int) -> str:
    """So many sections of three lines with a total each, in two columns."""
    rows = [
        f"Rad {n}{line} | {1000 + 7 * n * n + 31 * line} | {500 + 11 * n + 13 * line * line}"
        if line < 3
        else f"Summa {n} | {3000 + 21 * n * n + 93} | {1500 + 33 * n + 65}"
        for n in range(1, count + 1)
        for line in range(4)
    ]
    return "\n | Budget | Utfall\n" + "\n".join(rows)


def test_of_a_region_with_very_many_patterns_the_first_are_shown() -> None:
    text = block(summing("en", sections(60)))

    assert "more lines; --format json lists everything." in text
    assert len(text.splitlines()) < MOST_LINES + 15


def test_it_fits_a_narrow_terminal() -> None:
    assert max(map(len, block(summing("sv"), 80).splitlines())) <= 80
