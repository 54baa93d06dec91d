"""The review sheet as a worksheet part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lxml import etree

from syditval.annotation.review_entries import WIDTHS, Entry, Row, lines
from syditval.annotation.review_page import Page
from syditval.annotation.styles import Styles
from syditval.annotation.xml_part import main, new_root, plain, serialised
from syditval.model.cells import column_letters
from syditval.model.record import exact

# The most links that a sheet may hold.
_LINK_LIMIT = 65530
_PAPER_A4 = "9"
_LINE_HEIGHT = 16


def review_sheet(page: Page, styles: Styles) -> bytes:
    """The part for a page: shown first, without grid lines, printed across, as wide as one sheet of paper."""
    sheet = new_root("worksheet")
    properties = _add(sheet, "sheetPr")
    _add(properties, "pageSetUpPr", fitToPage="1")
    views = _add(sheet, "sheetViews")
    _add(views, "sheetView", showGridLines="0", tabSelected="1", workbookViewId="0")
    _add(sheet, "sheetFormatPr", defaultRowHeight="15")
    _add_columns(sheet, page.rows)
    _add_rows(sheet, page.rows, styles)
    if page.findings:
        _add(sheet, "autoFilter", ref=page.findings.a1)
    _add_links(sheet, page.rows)
    _add(sheet, "pageMargins", left="0.4", right="0.4", top="0.6", bottom="0.6", header="0.3", footer="0.3")
    _add(sheet, "pageSetup", paperSize=_PAPER_A4, orientation="landscape", fitToWidth="1", fitToHeight="0")
    footer = _add(sheet, "headerFooter")
    _add(footer, "oddFooter").text = "&L&F, &A&R&P (&N)"
    return serialised(sheet)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, main(name), attributes)


def _add_columns(sheet: etree._Element, rows: Iterable[Row]) -> None:
    """The columns, that of the links as wide as the longest: an address cannot be broken."""
    links = [len(entry.link) + 2 for row in rows for entry in row.values() if entry.link]
    widths = WIDTHS | {"cell": max(WIDTHS["cell"], *links, 0)}
    columns = _add(sheet, "cols")
    for number, width in enumerate(widths.values(), start=1):
        _add(columns, "col", min=str(number), max=str(number), width=str(width), customWidth="1")


def _add_rows(sheet: etree._Element, rows: Iterable[Row], styles: Styles) -> None:
    data = _add(sheet, "sheetData")
    for number, row in enumerate(rows, start=1):
        element = _add(data, "row", r=str(number))
        if (height := lines(row)) > 1:
            # Not every program fits a row to its text on opening.
            element.set("ht", str(height * _LINE_HEIGHT))
            element.set("customHeight", "1")
        for address, entry in _addressed(number, row):
            _add_cell(element, address, entry, styles)


def _addressed(number: int, row: Row) -> Iterator[tuple[str, Entry]]:
    """The entries of a row with their addresses, from left to right."""
    for column, name in enumerate(WIDTHS, start=1):
        if name in row:
            yield f"{column_letters(column)}{number}", row[name]


def _add_cell(row: etree._Element, address: str, entry: Entry, styles: Styles) -> None:
    cell = _add(row, "c", r=address, s=str(styles.look(entry.look)))
    if isinstance(entry.value, int | Decimal):
        _add(cell, "v").text = exact(Decimal(entry.value))
    elif entry.value:
        # An inline text is never taken for a formula, whatever it begins with.
        cell.set("t", "inlineStr")
        text = _add(_add(cell, "is"), "t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = plain(entry.value)


def _add_links(sheet: etree._Element, rows: Iterable[Row]) -> None:
    places = (found for number, row in enumerate(rows, start=1) for found in _addressed(number, row))
    links = [(address, entry.link) for address, entry in places if entry.link]
    if links:
        parent = _add(sheet, "hyperlinks")
        for address, link in links[:_LINK_LIMIT]:
            _add(parent, "hyperlink", ref=address, location=link, display=plain(link))
