"""The page as a worksheet part."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest

from syditval.annotation.review_columns import COLUMNS, WIDTHS
from syditval.annotation.review_entries import PLAIN, Entry, Row, amount, place
from syditval.annotation.review_page import Page
from syditval.annotation.review_sheet import review_sheet
from syditval.model.cells import Area
from syditval.patching.dialect import STRICT, TRANSITIONAL
from syditval.patching.styles import Look

MAIN = f"{{{TRANSITIONAL.main}}}"
ITEM = {"id": Entry("F101", PLAIN), "status": Entry("öppen")}


class Looks:
    """Numbers for looks, in the order in which they are asked for."""

    def __init__(self) -> None:
        self.numbers: dict[Look, int] = {}

    def look(self, look: Look) -> int:
        return self.numbers.setdefault(look, len(self.numbers))


def page_of(*rows: Row, area: Area | None = None, rows_of: Mapping[str, int] | None = None) -> Page:
    return Page(rows, area, rows_of or {}, ("öppen", "förklarad", "rättad"))


def sheet_of(*rows: Row, area: Area | None = None) -> Element:
    return fromstring(review_sheet(page_of(*rows, area=area), Looks(), TRANSITIONAL))


def the(sheet: Element, name: str) -> Element:
    """The only element with a name."""
    (found,) = sheet.iter(MAIN + name)
    return found


def names(sheet: Element) -> list[str]:
    return [child.tag.removeprefix(MAIN) for child in sheet]


class TestSheet:
    def test_its_elements_stand_in_the_order_of_their_schema(self) -> None:
        sheet = sheet_of(*[{}] * 4, ITEM | {"cell": place("Drift!C8")}, area=Area(4, 1, 5, 18))

        assert names(sheet) == [
            *("sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter"),
            *("dataValidations", "hyperlinks", "pageMargins", "pageSetup", "headerFooter", "ignoredErrors"),
        ]
        assert the(sheet, "autoFilter").get("ref") == "A4:R5"

    def test_without_items_and_links_it_has_no_empty_elements(self) -> None:
        assert names(sheet_of({"severity": Entry("Fel")})) == [
            *("sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
            *("pageMargins", "pageSetup", "headerFooter"),
        ]

    def test_head_and_places_stay_in_sight(self) -> None:
        assert the(sheet_of({}), "pane").attrib == {
            **{"xSplit": "4", "ySplit": "4", "topLeftCell": "E5"},
            **{"activePane": "bottomRight", "state": "frozen"},
        }

    def test_it_is_printed_across_and_as_wide_as_one_page(self) -> None:
        sheet = sheet_of({})

        assert the(sheet, "pageSetUpPr").get("fitToPage") == "1"
        assert the(sheet, "pageSetup").attrib == {
            **{"paperSize": "9", "orientation": "landscape", "fitToWidth": "1", "fitToHeight": "0"}
        }
        assert the(sheet, "oddFooter").text == "&L&F, &A&R&P (&N)"

    def test_what_only_programs_read_is_hidden(self) -> None:
        columns = list(the(sheet_of({}), "cols"))

        assert [column.get("width") for column in columns[: len(WIDTHS)]] == [str(w) for w in WIDTHS.values()]
        assert [column.get("hidden") for column in columns] == [None] * len(WIDTHS) + ["1"] * 3
        assert len(columns) == len(COLUMNS)

    def test_it_is_written_in_the_dialect_of_its_workbook(self) -> None:
        strict = fromstring(review_sheet(page_of({}), Looks(), STRICT))

        assert strict.tag == f"{{{STRICT.main}}}worksheet"

    def test_the_same_page_gives_the_same_bytes(self) -> None:
        page = page_of({"severity": Entry("Fel", PLAIN)})

        assert review_sheet(page, Looks(), TRANSITIONAL) == review_sheet(page, Looks(), TRANSITIONAL)


class TestCells:
    @pytest.mark.parametrize(
        "text", ["=1+1", "+46 70", "-", "@SUM(A1)", "plain", "two\nlines", " <b>&amp; ", "ÅÄÖ 😀"]
    )
    def test_text_is_inline_text_whatever_it_begins_with(self, text: str) -> None:
        cell = the(sheet_of({"message": Entry(text)}), "c")

        assert (cell.get("r"), cell.get("t")) == ("F1", "inlineStr")
        assert ["".join(cell.itertext()), cell.find(f"{MAIN}f")] == [text, None]

    @pytest.mark.parametrize(
        ("value", "written"), [("43306", "43306"), ("-0.50", "-0.5"), ("1E+6", "1000000"), ("0E-9", "0")]
    )
    def test_a_number_is_a_number_with_all_its_digits(self, value: str, written: str) -> None:
        cell = the(sheet_of({"expected": amount(Decimal(value))}), "c")

        assert (cell.get("t"), cell.findtext(f"{MAIN}v")) == (None, written)

    def test_an_empty_entry_is_a_cell_with_a_look_only(self) -> None:
        cell = the(sheet_of({"earlier": Entry("")}), "c")

        assert (cell.attrib, len(cell)) == ({"r": "P1", "s": "0"}, 0)

    def test_entries_are_written_from_left_to_right_each_in_its_look(self) -> None:
        row = the(sheet_of({"message": Entry("b", PLAIN), "ref": Entry("a"), "rule": Entry("c")}), "row")

        assert [(cell.get("r"), cell.get("s")) for cell in row] == [("A1", "0"), ("F1", "1"), ("L1", "0")]

    def test_a_row_of_wrapped_text_is_given_its_height(self) -> None:
        low, high = the(
            sheet_of({"message": Entry("kort")}, {"message": Entry("tre\nkorta\nrader")}), "sheetData"
        )

        assert low.get("ht") is None
        assert (high.get("ht"), high.get("customHeight")) == ("45", "1")


class TestStatuses:
    def test_every_item_has_the_list_to_choose_from_wherever_it_is_sorted_to(self) -> None:
        further_cell: Row = {"ref": Entry("1")}
        rows: list[Row] = [{}, {}, {}, ITEM, ITEM, further_cell, ITEM, {}, {}, {}, ITEM]
        sheet = sheet_of(*rows, area=Area(4, 1, 7, 18))
        rule = the(sheet, "dataValidation")

        assert (rule.get("type"), rule.get("sqref")) == ("list", "M5:M7 M11:M11")
        assert the(sheet, "formula1").text == '"öppen,förklarad,rättad"'

    def test_no_program_need_warn_of_numbers_that_are_text(self) -> None:
        sheet = sheet_of(*[{}] * 4, ITEM, area=Area(4, 1, 5, 18))

        assert the(sheet, "ignoredError").attrib == {"sqref": "A5:A5", "numberStoredAsText": "1"}


class TestLinks:
    def test_a_link_leads_to_its_place(self) -> None:
        link = the(sheet_of({}, {"cell": place("'Läs mig'!C8")}), "hyperlink")

        assert link.attrib == {"ref": "D2", "location": "'Läs mig'!C8", "display": "'Läs mig'!C8"}

    def test_there_are_no_more_than_a_sheet_may_hold(self) -> None:
        sheet = sheet_of(*[{"cell": place("Drift!C8")}] * 65_531)

        assert len(the(sheet, "hyperlinks")) == 65_530
