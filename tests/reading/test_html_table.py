"""HTML under the name .xls: every table is a sheet, and nothing but text is taken from the page."""

from __future__ import annotations

import pytest

from syditval.model.cells import Area, CellKind
from syditval.model.trait import TraitKind
from syditval.reading.html_table import read_html
from syditval.reading.limits import Limits
from tests.reading.refusals import refusal


def sheets(html: str) -> dict[str, list[str]]:
    """The cells of each sheet, as ``A1 Konto``."""
    return {
        sheet.name: [f"{sheet.ref(*place).a1} {cell.text}" for place, cell in sorted(sheet.cells.items())]
        for sheet in read_html(html.encode(), Limits(), "april.xls").sheets
    }


def cells(html: str) -> list[str]:
    """The cells of the only sheet."""
    (only,) = sheets(html).values()
    return only


EXPORT = """
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>Rapport</title>
<style>td {mso-number-format:"0"}</style><!--[if gte mso 9]><xml><x:Name>Blad1</x:Name></xml><![endif]--></head>
<body><h2>Ekonomiskt resultat</h2><p>Belopp i tkr</p>
<table border=1>
  <thead><tr><th rowspan="2">Konto</th><th colspan="2">Utfall</th></tr><tr><th>2023</th><th>2024</th></tr></thead>
  <tbody><tr><td>L&ouml;ner &amp; arvoden</td><td x:num="1200">1&nbsp;200</td><td>&minus;3,5</td></tr></tbody>
</table>
<p>Utskriven av ekonomi</p></body></html>
"""


def test_an_export_is_read_as_it_is_shown() -> None:
    assert sheets(EXPORT) == {
        "april": [
            "A1 Ekonomiskt resultat",
            "A2 Belopp i tkr",
            "A3 Konto",
            "B3 Utfall",
            "B4 2023",
            "C4 2024",
            "A5 Löner & arvoden",
            "B5 1\xa0200",
            "C5 −3,5",
            "A6 Utskriven av ekonomi",
        ]
    }


def test_cells_are_texts_and_spans_are_merged_areas() -> None:
    (sheet,) = read_html(EXPORT.encode(), Limits(), "april.xls").sheets

    assert {cell.kind for cell in sheet.cells.values()} == {CellKind.TEXT}
    assert sheet.merged == (Area(3, 1, 4, 1), Area(3, 2, 3, 3))


class TestMarkup:
    def test_end_tags_may_be_left_out(self) -> None:
        assert cells("<table><tr><td>a<td>b<tr><td>c<td>d") == ["A1 a", "B1 b", "A2 c", "B2 d"]

    def test_rows_may_be_left_out(self) -> None:
        assert cells("<table><td>a</td><td>b</td></table>") == ["A1 a", "B1 b"]

    def test_tags_may_be_in_capitals(self) -> None:
        assert cells("<TABLE><TR><TD>a</TD><TD COLSPAN=2>b</TD><TD>c</TD></TR></TABLE>") == [
            "A1 a",
            "B1 b",
            "D1 c",
        ]

    def test_lines_of_a_cell_are_those_that_the_page_asks_for(self) -> None:
        assert cells("<table><td> Budget\n   2024<br>helår <p>tkr</p></td>") == ["A1 Budget 2024\nhelår\ntkr"]

    def test_what_is_marked_up_within_a_cell_is_one_text(self) -> None:
        assert cells("<table><td><b>Lö</b>ner <i>m.m.</i></td>") == ["A1 Löner m.m."]

    def test_a_caption_comes_in_a_row_above(self) -> None:
        assert cells("<table><caption>Drift</caption><tr><td>a</table>") == ["A1 Drift", "A2 a"]

    def test_text_among_cells_is_not_lost_and_moves_none(self) -> None:
        assert cells("<table><tr>x<td>a</td>y<td>b</td></tr><tr><td>c</table>") == [
            "A1 a",
            "B1 b",
            "A2 xy",
            "A3 c",
        ]

    def test_programs_and_styles_and_comments_are_no_text(self) -> None:
        shown = "<table><td>a<script>alert('<td>b')</script><style>c{}</style><!-- <td>d --></td>"

        assert cells(shown) == ["A1 a"]

    def test_tags_outside_a_table_are_nothing(self) -> None:
        assert cells("</table></td><td>a<tr><table><td>b</td></table></table>") == ["A1 a", "A2 b"]

    def test_nothing_is_fetched(self) -> None:
        shown = '<table background="file:///etc/passwd"><td><img src="http://x.invalid/a.png">a</td>'

        assert cells(shown) == ["A1 a"]


class TestTables:
    def test_are_a_sheet_each_in_their_order(self) -> None:
        assert sheets("<table><td>a</table>Investering<table><td>b</table>") == {
            "april": ["A1 a"],
            "april 2": ["A1 Investering", "A2 b"],
        }

    def test_without_text_are_none(self) -> None:
        assert sheets("<table><td></table><table><td>&nbsp;</table><table><td>a</table>") == {
            "april": ["A1 a"]
        }

    def test_inside_a_table_are_sheets_of_their_own(self) -> None:
        assert sheets("<table><td>a<table><td>b</table>c<td>d</table>") == {
            "april": ["A1 ac", "B1 d"],
            "april 2": ["A1 b"],
        }

    def test_that_only_lay_out_the_page_are_no_sheets(self) -> None:
        assert sheets("<table><tr><td><table><tr><td>a</table></table>") == {"april": ["A1 a"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_may_be_in_several_encodings(encoding: str) -> None:
    (sheet,) = read_html("<table><td>Löner".encode(encoding), Limits(), "april.xls").sheets

    assert sheet.cells[1, 1].text == "Löner"


def test_a_page_that_was_garbled_before_is_noticed() -> None:
    (trait,) = read_html("<table><td>a<td>LÃ¶ner".encode(), Limits(), "april.xls").traits

    assert (trait.kind, trait.where, trait.detail) == (TraitKind.MOJIBAKE, "april!B1", "LÃ¶ner")


REFUSED = {
    "no table": ("<html><body>Sessionen har upphört</body></html>", "R009"),
    "no text in a table": ("<table><tr><td></table>", "R009"),
    "a declaration of nonsense": ("<table><![foo[ x", "R007"),
    "tags without end": ("<table>" + "<a " * 200_000, "R007"),
    "comments without end": ("<table>" + "<!--" * 200_000, "R007"),
    "tables without end": ("<table><td>" * 300, "R013"),
    "a control character": ("<table><td>\0", "R015"),
}


@pytest.mark.parametrize(("html", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(html: str, code: str) -> None:
    assert refusal(read_html, html.encode(), Limits(), "april.xls").code == code


@pytest.mark.parametrize(("limit", "most"), [("sheets", 3), ("xml_depth", 2)])
def test_a_limit_may_be_reached_and_not_exceeded(limit: str, most: int) -> None:
    page = b"<table><td>a<table><td>b</table></table><table><td>c</table>"

    assert read_html(page, Limits().with_value(limit, str(most)), "april.xls").sheets
    refused = refusal(read_html, page, Limits().with_value(limit, str(most - 1)), "april.xls")
    assert (refused.code, refused.fields["limit"], refused.fields["found"]) == ("R013", limit, str(most))
