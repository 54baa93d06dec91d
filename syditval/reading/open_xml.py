"""An Office Open XML package, gone through in the pre-flight and ready to be read sheet by sheet."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

from syditval.model.cells import Cell, Counts, Emphasis, Sheet
from syditval.model.trait import Trait, TraitKind
from syditval.reading.contents import Contents
from syditval.reading.decoration import decoration_traits
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.outline import SheetPart
from syditval.reading.package import Package
from syditval.reading.preflight import preflight
from syditval.reading.shared_strings import read_strings
from syditval.reading.sheet import SheetRows, Tables
from syditval.reading.strict import as_transitional
from syditval.reading.style_sheet import Styles, read_styles
from syditval.reading.traits import package_traits


def read_open_xml(content: bytes, limits: Limits, _: str) -> Contents:
    """Every worksheet of a package, in the order of the tabs."""
    book = OpenXml(content, limits)
    sheets = tuple(book.read(sheet) for sheet in book.sheets)
    return Contents(sheets, tuple(book.traits), book.unread)


class OpenXml:
    """The sheets of a package. ``traits`` grows as sheets are read.

    Raises UnreadableWorkbook where the package does not pass the pre-flight.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._package = Package(content, limits)
        flight = preflight(self._package, limits)
        self._counts = flight.counts
        self.sheets = flight.outline.sheets
        self.unread = flight.outline.unread
        self.traits = [*package_traits(self._package, flight.outline), *flight.traits]
        self.traits += decoration_traits(self._package)
        styles = self._styles(flight.outline.related_part(self._package, "styles"))
        strings = read_strings(self._package.chunks(flight.strings)) if flight.strings else ()
        self._tables = Tables(list(strings), styles, flight.outline.epoch)

    def rows(self, sheet: SheetPart) -> SheetRows:
        """The rows of a sheet, one at a time, so that the whole of it need not be held."""
        return SheetRows(as_transitional(self._package.chunks(sheet.part)), self._tables)

    def read(self, sheet: SheetPart) -> Sheet:
        """A whole sheet. Raises UnreadableWorkbook where not just what the pre-flight counted was read."""
        rows = self.rows(sheet)
        cells: dict[tuple[int, int], Cell] = {}
        emphasis: dict[tuple[int, int], Emphasis] = {}
        for number, found in rows:
            emphasised = rows.emphasis
            for column, cell in found:
                place = number, column
                cells[place] = cell
                if column in emphasised:
                    emphasis[place] = emphasised[column]
        _refuse_loss(sheet.name, rows.counts, self._counts[sheet.name])
        for detail in rows.oddities:
            self.traits.append(Trait(TraitKind.BROKEN_DECORATION, sheet.name, detail))
        return Sheet(
            name=sheet.name,
            cells=cells,
            state=sheet.state,
            hidden_rows=frozenset(rows.hidden_rows),
            hidden_columns=rows.hidden_columns,
            merged=tuple(rows.merged),
            emphasis=emphasis,
        )

    def _styles(self, part: str | None) -> Styles:
        """The styles of cells; without a style sheet, or with a broken one, they are unknown."""
        if part is None:
            return Styles()
        try:
            return read_styles(self._package.chunks(part))
        except ParseError:
            self.traits.append(Trait(TraitKind.UNKNOWN_FORMATS, self._package.name(part)))
            return Styles()


def _refuse_loss(sheet: str, read: Counts, counted: Counts) -> None:
    """What was read must be what was counted in another way: nothing is lost without a word."""
    for what in ("rows", "cells", "numbers", "formulas"):
        here, there = getattr(read, what), getattr(counted, what)
        if here != there:
            raise UnreadableWorkbook("R047", sheet=sheet, what=what, read=str(here), counted=str(there))
