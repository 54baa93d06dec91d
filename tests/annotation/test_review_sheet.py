"""The page as a worksheet part."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from syditval.annotation.review_entries import PLAIN, Entry, Row, amount, place
from syditval.annotation.review_page import Page
from syditval.annotation.review_sheet import review_sheet
from syditval.annotation.styles import Styles
from syditval.annotation.xml_part import main, parsed
from syditval.model.cells import Area
from tests.annotation.test_styles import styles_part


def sheet_of(*rows: Row, findings: Area | None = None) -> etree._Element:
    return parsed(review_sheet(Page(rows, findings), Styles(styles_part())), "sheet")


def names(sheet: etree._Element) -> list[str]:
    return [str(child.tag).partition("}")[2] for child in sheet]


def test_the_parts_of_the_sheet_stand_in_the_order_of_their_schema() -> None:
    sheet = sheet_of({"cell": place("Drift!C8")}, findings=Area(1, 1, 2, 12))

    assert names(sheet) == [
        *("sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "hyperlinks"),
        *("pageMargins", "pageSetup", "headerFooter"),
    ]


def test_a_sheet_without_links_and_findings_has_no_empty_elements() -> None:
    assert not {"autoFilter", "hyperlinks"} & set(names(sheet_of({"severity": Entry("Fel")})))


@pytest.mark.parametrize("text", ["=1+1", "+46 70", "-", "@SUM(A1)", "plain", "two\nlines"])
def test_text_is_inline_text_whatever_it_begins_with(text: str) -> None:
    (cell,) = sheet_of({"message": Entry(text)}).iter(main("c"))

    assert (cell.get("r"), cell.get("t")) == ("F1", "inlineStr")
    assert ["".join(cell.itertext()), cell.find(main("f"))] == [text, None]


@pytest.mark.parametrize(
    ("value", "written"), [("43306", "43306"), ("-0.50", "-0.5"), ("1E+6", "1000000"), ("0E-9", "0")]
)
def test_a_number_is_a_number_with_all_its_digits(value: str, written: str) -> None:
    (cell,) = sheet_of({"expected": amount(Decimal(value))}).iter(main("c"))

    assert (cell.get("t"), cell.findtext(main("v"))) == (None, written)


def test_an_empty_entry_is_a_cell_with_a_look_only() -> None:
    (cell,) = sheet_of({"note": Entry("")}).iter(main("c"))

    assert (cell.get("r"), len(cell)) == ("L1", 0)


def test_a_link_leads_to_its_place() -> None:
    sheet = sheet_of({}, {"cell": place("'Läs mig'!C8")})

    (link,) = sheet.iter(main("hyperlink"))
    assert (link.get("ref"), link.get("location")) == ("C2", "'Läs mig'!C8")


def test_a_link_to_a_sheet_with_a_hiding_name_shows_it_and_leads_there_all_the_same() -> None:
    address = "'Drift\N{RIGHT-TO-LEFT OVERRIDE}'!C8"
    sheet = sheet_of({"cell": place(address)})

    (link,) = sheet.iter(main("hyperlink"))
    assert (link.get("location"), link.get("display")) == (address, r"'Drift\u202e'!C8")
    assert "".join(sheet.find(main("sheetData")).itertext()) == r"'Drift\u202e'!C8"


def test_a_row_of_wrapped_text_is_given_its_height() -> None:
    low, high = sheet_of({"message": Entry("kort")}, {"message": Entry("ord " * 40)}).iter(main("row"))

    assert low.get("ht") is None
    assert (high.get("ht"), high.get("customHeight")) == ("48", "1")


def test_the_same_page_gives_the_same_bytes() -> None:
    page = Page(({"severity": Entry("Fel", PLAIN)},), None)

    assert review_sheet(page, Styles(styles_part())) == review_sheet(page, Styles(styles_part()))


def test_the_column_of_links_is_as_wide_as_the_longest() -> None:
    address = "'Ett kalkylblad med långt namn'!C8:H140"

    widths = [column.get("width") for column in sheet_of({"cell": place(address)}).iter(main("col"))]

    assert widths[2] == str(len(address) + 2)
    assert [column.get("width") for column in sheet_of({}).iter(main("col"))][2] == "16"
