"""HTML tables, which many systems save under the name .xls. Every table is a sheet; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from syditval.model.cells import Sheet
from syditval.reading.contents import Contents, refuse_beyond
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.html_grid import HtmlGrid, as_shown
from syditval.reading.limits import Limits
from syditval.reading.text_encoding import decoded, mojibake_in

_BREAKS = frozenset({"br", "hr", "p", "div", "li", "caption", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_NOT_SHOWN = frozenset({"script", "style", "title"})
# So many tags of which none ends: the standard library would search for the end of each to the last byte.
_ENDLESS = re.compile(r"<(?:[^<>]*<){100}")


def read_html(content: bytes, limits: Limits, name: str) -> Contents:
    """Every table that holds a text as a sheet, named after the file; one inside another is its own.

    Cells hold their text as a browser shows it. Text outside all tables, such as a title with the
    unit, comes in rows above the table that follows. Raises UnreadableWorkbook for a page without
    tables, for markup that makes no sense, and for more than the limits allow.
    """
    text = decoded(content)
    if _ENDLESS.search(text):
        raise UnreadableWorkbook("R007", cause="markup")
    page = _Page(Path(name).stem, limits)
    try:
        page.feed(text)
        page.close()
    except AssertionError as error:
        # What the standard library raises for a declaration that it cannot make out.
        raise UnreadableWorkbook("R007", cause="markup") from error
    sheets = tuple(page.sheets())
    if not sheets:
        raise UnreadableWorkbook("R009")
    return Contents(sheets, tuple(trait for sheet in sheets for trait in mojibake_in(sheet)))


class _Page(HTMLParser):
    """Tags to tables. End tags may be left out, as HTML allows."""

    def __init__(self, stem: str, limits: Limits) -> None:
        super().__init__()
        self._stem = stem
        self._limits = limits
        self._tables: list[HtmlGrid] = []
        self._open: list[HtmlGrid] = []
        self._outside: list[str] = []
        self._not_shown = ""

    def sheets(self) -> Iterator[Sheet]:
        """The tables that hold anything, in the order in which they begin."""
        sheets = (sheet for table in self._tables if (sheet := table.sheet()).cells)
        for number, sheet in enumerate(sheets, start=1):
            yield replace(sheet, name=self._stem if number == 1 else f"{self._stem} {number}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._begin_table()
        elif tag in _NOT_SHOWN:
            self._not_shown = tag
        elif tag in _BREAKS:
            self._text.append("\n")
        elif self._open and tag == "tr":
            self._open[-1].begin_row(dict(attrs))
        elif self._open and tag in _CELLS:
            self._open[-1].begin_cell(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._not_shown:
            self._not_shown = ""
        elif tag in _BREAKS:
            self._text.append("\n")
        elif self._open and tag == "table":
            self._open.pop().end_row()
        elif self._open and tag == "tr":
            self._open[-1].end_row()
        elif self._open and tag in _CELLS:
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if not self._not_shown:
            self._text.append(as_shown(data))

    def close(self) -> None:
        """The page is over: what stands below the last table becomes rows of it."""
        super().close()
        if self._tables:
            self._tables[-1].text.extend(self._outside)

    @property
    def _text(self) -> list[str]:
        return self._open[-1].text if self._open else self._outside

    def _begin_table(self) -> None:
        above: list[str] = []
        if not self._open:
            above, self._outside = self._outside, above
        table = HtmlGrid(self._stem, self._limits, above)
        self._not_shown = ""
        self._tables.append(table)
        self._open.append(table)
        refuse_beyond(self._limits, "sheets", len(self._tables), self._stem)
        refuse_beyond(self._limits, "xml_depth", len(self._open), self._stem)
