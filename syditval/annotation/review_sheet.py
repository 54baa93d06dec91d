"""The review sheet as a worksheet part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from syditval.annotation.review_columns import COLUMNS, HEAD, LETTERS, NUMBERS
from syditval.annotation.review_entries import Entry
from syditval.annotation.review_layout import LINE_HEIGHT, height, widths
from syditval.annotation.review_page import Page
from syditval.messages.brevity import runs
from syditval.model.record import exact
from syditval.patching.dialect import Dialect
from syditval.patching.markup import DECLARATION, element, text
from syditval.patching.styles import Look, Styles

# The most links that a sheet may hold.
_LINK_LIMIT = 65530
_PAPER_A4 = "9"
# What stands before this column stays in sight when the sheet is scrolled, as does the head.
_FIRST_SCROLLED = "concerns"
_MARGINS = {"left": "0.3", "right": "0.3", "top": "0.6", "bottom": "0.6", "header": "0.3", "footer": "0.3"}
_ON_PAPER = {"paperSize": _PAPER_A4, "orientation": "landscape", "fitToWidth": "1", "fitToHeight": "0"}


def review_sheet(page: Page, styles: Styles, dialect: Dialect) -> bytes:
    """The part for a page: shown first, without grid lines, printed across, as wide as one sheet of paper."""
    columns = widths(page.rows)
    parts = [
        element("sheetPr", inner=element("pageSetUpPr", {"fitToPage": "1"})),
        _view(),
        element("sheetFormatPr", {"defaultRowHeight": str(LINE_HEIGHT)}),
        element("cols", inner="".join(_columns(columns))),
        element("sheetData", inner="".join(_rows(page, columns, styles.look))),
        element("autoFilter", {"ref": page.area.a1}) if page.area else "",
        _statuses(page),
        _links(page),
        element("pageMargins", _MARGINS),
        element("pageSetup", _ON_PAPER),
        element("headerFooter", inner=element("oddFooter", inner=text("&L&F, &A&R&P (&N)"))),
        _numbers_as_text(page),
    ]
    return (DECLARATION + element("worksheet", {"xmlns": dialect.main}, "".join(parts))).encode()


def _view() -> str:
    """The sheet as it is first seen: head and places stay where they are when it is scrolled."""
    first = f"{LETTERS[_FIRST_SCROLLED]}{HEAD + 1}"
    split = {"xSplit": str(NUMBERS[_FIRST_SCROLLED] - 1), "ySplit": str(HEAD), "topLeftCell": first}
    pane = element("pane", {**split, "activePane": "bottomRight", "state": "frozen"})
    selection = element("selection", {"pane": "bottomRight", "activeCell": first, "sqref": first})
    view = {"showGridLines": "0", "tabSelected": "1", "workbookViewId": "0"}
    return element("sheetViews", inner=element("sheetView", view, pane + selection))


def _columns(columns: Mapping[str, int]) -> Iterator[str]:
    for name, number in NUMBERS.items():
        place = {"min": str(number), "max": str(number)}
        shown = {"width": str(columns[name])} if name in columns else {"width": "9", "hidden": "1"}
        yield element("col", {**place, **shown, "customWidth": "1"})


def _rows(page: Page, columns: Mapping[str, int], style: Callable[[Look], int]) -> Iterator[str]:
    for number, row in enumerate(page.rows, start=1):
        cells = "".join(
            _cell(f"{LETTERS[name]}{number}", row[name], style) for name in COLUMNS if name in row
        )
        points = height(row, columns)
        # Not every program fits a row to its text on opening.
        size = f' ht="{points}" customHeight="1"' if points > LINE_HEIGHT else ""
        yield f'<row r="{number}"{size}>{cells}</row>'


def _cell(address: str, entry: Entry, style: Callable[[Look], int]) -> str:
    start = f'<c r="{address}" s="{style(entry.look)}"'
    if not isinstance(entry.value, str):
        return f"{start}><v>{exact(Decimal(entry.value))}</v></c>"
    if not entry.value:
        return f"{start}/>"
    # An inline text is never taken for a formula, whatever it begins with.
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{text(entry.value)}</t></is></c>'


def _statuses(page: Page) -> str:
    """The list to choose a status from, for every item: also where the sorting of items may put one."""
    settled = {number for number, row in enumerate(page.rows, start=1) if "id" in row and number > HEAD}
    listed = range(HEAD + 1, page.area.bottom + 1) if page.area else ()
    column = LETTERS["status"]
    places = [f"{column}{first}:{column}{last}" for first, last in runs(settled.union(listed))]
    if not places:
        return ""
    choice = element("formula1", inner=text('"' + ",".join(page.statuses) + '"'))
    rule = {"type": "list", "allowBlank": "1", "showErrorMessage": "1", "sqref": " ".join(places)}
    return element("dataValidations", {"count": "1"}, element("dataValidation", rule, choice))


def _links(page: Page) -> str:
    entries = ((number, name, row[name]) for number, row in enumerate(page.rows, 1) for name in row)
    links = [(f"{LETTERS[name]}{number}", entry) for number, name, entry in entries if entry.link]
    found = (
        element("hyperlink", {"ref": address, "location": entry.link, "display": str(entry.value)})
        for address, entry in links[:_LINK_LIMIT]
    )
    return element("hyperlinks", inner="".join(found)) if links else ""


def _numbers_as_text(page: Page) -> str:
    """Item numbers are text, so that they sort as they are numbered; no program need warn of that."""
    if page.area is None:
        return ""
    place = f"{LETTERS['ref']}{HEAD + 1}:{LETTERS['ref']}{page.area.bottom}"
    return element(
        "ignoredErrors", inner=element("ignoredError", {"sqref": place, "numberStoredAsText": "1"})
    )
