"""Where the cells of an HTML table stand, and what they hold."""

from __future__ import annotations

import pytest

from syditval.model.cells import Area, Sheet
from syditval.reading.html_grid import HtmlGrid, as_shown
from syditval.reading.limits import DEFAULT, Limits
from tests.reading.refusals import refusal


def laid_out(*rows: str, limits: Limits = DEFAULT, above: str = "") -> Sheet:
    """A table of rows such as ``a 2x1 | b``: the cell's text, then how many rows and columns it spans."""
    grid = HtmlGrid("april", limits, [above])
    for row in rows:
        grid.begin_row({})
        for cell in row.split("|"):
            text, *spans = cell.split()
            down, _, across = (spans or ["1x1"])[0].partition("x")
            grid.begin_cell({"rowspan": down, "colspan": across})
            grid.text.append(text)
            grid.end_cell()
        grid.end_row()
    return grid.sheet()


def drawn(sheet: Sheet) -> dict[str, str]:
    """Each cell's text by its address."""
    return {sheet.ref(*place).a1: cell.text for place, cell in sheet.cells.items()}


class TestPlaces:
    def test_are_those_of_a_plain_table(self) -> None:
        assert drawn(laid_out("a|b", "c|d")) == {"A1": "a", "B1": "b", "A2": "c", "B2": "d"}

    def test_to_the_right_of_a_wide_cell(self) -> None:
        sheet = laid_out("a 1x3|b", "c|d")

        assert drawn(sheet) == {"A1": "a", "D1": "b", "A2": "c", "B2": "d"}
        assert sheet.merged == (Area(1, 1, 1, 3),)

    def test_beside_a_tall_cell(self) -> None:
        sheet = laid_out("a|b 2x1|c", "d|e", "f|g")

        assert drawn(sheet) == {"A1": "a", "B1": "b", "C1": "c", "A2": "d", "C2": "e", "A3": "f", "B3": "g"}
        assert sheet.merged == (Area(1, 2, 2, 2),)

    def test_among_headings_of_two_rows(self) -> None:
        sheet = laid_out("Konto 2x1|Budget 1x2|Utfall 1x2", "2023|2024|2023|2024", "5010|1|2|3|4")

        assert drawn(sheet) == {
            **{"A1": "Konto", "B1": "Budget", "D1": "Utfall"},
            **{"B2": "2023", "C2": "2024", "D2": "2023", "E2": "2024"},
            **{"A3": "5010", "B3": "1", "C3": "2", "D3": "3", "E3": "4"},
        }

    def test_after_a_span_that_says_nothing(self) -> None:
        assert drawn(laid_out("a 0x0|b -1xtwo|c ١x²")) == {"A1": "a", "B1": "b", "C1": "c"}


class TestSpans:
    def test_count_for_no_more_than_in_a_browser(self) -> None:
        sheet = laid_out("a 1x999999999|b")

        assert list(sheet.cells) == [(1, 1), (1, 1001)]

    def test_end_with_the_table(self) -> None:
        assert laid_out("a 99999x1|b", "c", "d").merged == (Area(1, 1, 3, 1),)

    def test_of_digits_without_end_cost_nothing(self) -> None:
        assert laid_out("a 1x" + "9" * 9_999).merged == (Area(1, 1, 1, 1000),)

    def test_beyond_the_last_column_are_refused(self) -> None:
        wide = "|".join(["a 1x1000"] * 17)

        refused = refusal(laid_out, wide).about(file="april.xls")

        assert refused.code == "R045"
        assert str(refused).startswith('april.xls: "WQK1:YCV1" on the sheet april is no area')


class TestText:
    def test_that_stands_in_no_cell_comes_in_rows_of_its_own(self) -> None:
        assert drawn(laid_out("a|b", above="Drift\nTusen kronor")) == {
            "A1": "Drift",
            "A2": "Tusen kronor",
            "A3": "a",
            "B3": "b",
        }

    def test_of_blanks_is_no_cell(self) -> None:
        grid = HtmlGrid("april", DEFAULT, ["  \n\xa0"])
        for text in (" ", "\n", "\xa0", "a"):
            grid.begin_cell({})
            grid.text.append(text)

        assert drawn(grid.sheet()) == {"D1": "a"}

    def test_has_its_blanks_as_a_browser_shows_them(self) -> None:
        assert as_shown("\r\n\t  1\xa0200  \f kr") == " 1\xa0200 kr"


@pytest.mark.parametrize("style", ["display:none", "height:0; DISPLAY: none", "mso-x:y;display :none"])
def test_a_row_that_is_not_displayed_is_hidden(style: str) -> None:
    grid = HtmlGrid("april", DEFAULT, [])
    for attributes in ({}, {"style": style}, {"style": None}):
        grid.begin_row(attributes)
        grid.begin_cell({})
        grid.text.append("a")

    sheet = grid.sheet()
    assert list(sheet.cells) == [(1, 1), (2, 1), (3, 1)]
    assert sheet.hidden_rows == {2}


@pytest.mark.parametrize(("limit", "most"), [("sheet_cells", 3), ("text_characters", 6), ("merged_areas", 2)])
def test_a_limit_may_be_reached_and_not_exceeded(limit: str, most: int) -> None:
    rows = ("Budget 1x2|b 1x2", "c")

    assert laid_out(*rows, limits=Limits().with_value(limit, str(most))).cells
    with_less = Limits().with_value(limit, str(most - 1))
    refused = refusal(lambda: laid_out(*rows, limits=with_less))
    assert (refused.code, refused.fields["limit"], refused.fields["found"]) == ("R013", limit, str(most))
