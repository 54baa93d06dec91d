"""One sheet's XML to rows of cells: stored value, formula and cached value from a single pass.

This is the one place that knows how cells are read. Whatever else iterates over the same rows, and
knows the same things when it is through, can stand in its stead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Context
from typing import Any
from xml.etree.ElementTree import Element, iterparse

from openpyxl.worksheet._reader import (
    CELL_TAG,
    COL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.formula import ArrayFormula

from syditval.model.cells import Area, Cell, CellKind, Counts, Emphasis, column_letters
from syditval.reading.areas import area
from syditval.reading.cell_values import is_finite
from syditval.reading.decoration import complaint_about, is_decoration
from syditval.reading.names import LAST_COLUMN
from syditval.reading.package import PartStream
from syditval.reading.shared_strings import text_of, unescaped
from syditval.reading.style_sheet import Styles

_NUMBER = CellKind.NUMBER
# Excel keeps 15 significant digits; files hold up to 17, which are noise of the binary double.
_to_decimal = Context(prec=15).create_decimal

UNKNOWN_FORMULA = "="
_TABLE_FORMULA = "=TABLE()"
# A row's height, as a number.
_HEIGHT = re.compile(r"\s*[0-9.]+(?:[eE][+-]?[0-9]+)?\s*\Z")
_COLUMN_NUMBER = re.compile(r"[0-9]{1,5}\Z")
_YES = frozenset(("1", "true"))

Row = tuple[int, list[tuple[int, Cell]]]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the cells of all sheets refer to: shared texts, styles, the day that dates count from."""

    strings: Sequence[str]
    styles: Styles
    epoch: datetime


class SheetRows(WorkSheetParser):
    """The rows of one sheet, as openpyxl's parser of cells reads them.

    Iterating gives each row that holds something: its number, and its cells by column; ``emphasis`` is
    then that of this row, by column. After that the rest is known: what is hidden and merged, how much
    was read, and what is odd about decoration.
    """

    def __init__(self, chunks: Iterable[bytes], tables: Tables) -> None:
        formats = tables.styles.formats
        super().__init__(
            PartStream(iter(chunks)),
            tables.strings,
            data_only=True,
            epoch=tables.epoch,
            date_formats=formats.dates,
            timedelta_formats=formats.durations,
        )
        self._formats = {str(number): code for number, code in enumerate(formats.codes)}
        self._emphases = tables.styles.emphases
        self.counts = Counts(0, 0, 0, 0)
        self.hidden_rows: set[int] = set()
        self._hidden_spans: set[tuple[int, int]] = set()
        self.merged: list[Area] = []
        self.emphasis: dict[int, Emphasis] = {}
        self.oddities: dict[str, None] = {}
        self._numbers = self._formulas = 0

    def __iter__(self) -> Iterator[Row]:
        rows = cells = 0
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                found = self._row(element)
                element.clear()
                if found:
                    rows += 1
                    cells += len(found)
                    yield self.row_counter, found
            elif element.tag == COL_TAG:
                self._column(element)
            elif element.tag == MERGE_TAG:
                self.merged += filter(None, (area(merged.get("ref", "")) for merged in element))
            elif is_decoration(element.tag) and (complaint := complaint_about(element)):
                self.oddities[complaint] = None
        self.counts = Counts(rows, cells, self._numbers, self._formulas)

    @property
    def hidden_columns(self) -> frozenset[int]:
        """The columns that are hidden, each gone through once however many spans it is in."""
        hidden: set[int] = set()
        reached = 0
        for first, last in sorted(self._hidden_spans):
            hidden.update(range(max(first, reached + 1), last + 1))
            reached = max(reached, last)
        return frozenset(hidden)

    def _row(self, element: Element) -> list[tuple[int, Cell]]:
        number = element.get("r")
        self.row_counter = self.row_counter + 1 if number is None else int(number)
        self.col_counter = 0
        self.emphasis = {}
        if element.get("hidden") in _YES:
            self.hidden_rows.add(self.row_counter)
        if not _HEIGHT.match(element.get("ht", "0")):
            self.oddities[f'ht="{element.get("ht")}"'] = None
        found, emphases = [], self._emphases
        for child in element:
            if child.tag == CELL_TAG and (cell := self._cell(child)) is not None:
                found.append((self.col_counter, cell))
                if emphases and (emphasis := emphases.get(child.get("s", "0"))):
                    self.emphasis[self.col_counter] = emphasis
        return found

    def _cell(self, element: Element) -> Cell | None:
        kind, raw = element.get("t", "n"), element.findtext(VALUE_TAG) or None
        style = self._formats.get(element.get("s", "0")) or self._unknown_style(element)
        if kind == "inlineStr":
            # Its text is read here: openpyxl would demand that its fonts and colours make sense.
            element.set("t", "str")
        try:
            parsed = self.parse_cell(element)
        except (ValueError, OverflowError):
            # No number, no date: the cell is refused, not the file.
            parsed = {"data_type": "b" if kind == "b" else "e", "value": raw}
        formula = None
        if (len(element) > 1 or raw is None) and element.find(FORMULA_TAG) is not None:
            formula = self._formula(element)
            self._formulas += 1
        if kind == "n" and raw is not None and parsed["data_type"] == "n":
            self._numbers += 1
            return Cell(_NUMBER, _to_decimal(raw.strip()), formula, style)
        held = self._held(kind, raw, element, parsed)
        if held is not None:
            return Cell(held[0], held[1], formula, style)
        # A formula may have the empty text as its result; without any it was not calculated.
        if formula and kind == "str" and element.find(VALUE_TAG) is not None:
            return Cell(CellKind.TEXT, "", formula, style)
        return Cell(CellKind.NOT_CALCULATED, None, formula, style) if formula else None

    def _held(
        self, kind: str, raw: str | None, element: Element, parsed: dict[str, Any]
    ) -> tuple[CellKind, str | bool | datetime] | None:
        """What a cell holds that is no plain number; None where it holds nothing."""
        if kind == "inlineStr":
            inline = element.find(INLINE_STRING)
            return None if inline is None else (CellKind.TEXT, text_of(inline))
        if raw is None:
            return None
        if kind == "str":
            return CellKind.TEXT, unescaped(raw)
        if kind == "b":
            return CellKind.BOOLEAN, raw.strip() in _YES
        return self._converted(kind, raw, parsed)

    def _converted(self, kind: str, raw: str, parsed: dict[str, Any]) -> tuple[CellKind, str | datetime]:
        """What openpyxl made of a shared text, a date or an error; a time of day stays text."""
        value = parsed["value"]
        self._numbers += kind == "n" and is_finite(raw)
        if parsed["data_type"] == "e":
            return CellKind.ERROR, raw
        if isinstance(value, datetime):
            return CellKind.DATE, value
        if isinstance(value, date):
            return CellKind.DATE, datetime(value.year, value.month, value.day)
        return CellKind.TEXT, str(value)

    def _unknown_style(self, element: Element) -> str:
        """Note a style that does not exist, and put it right, lest it be an obstacle."""
        self.oddities[f's="{element.get("s")}"'] = None
        element.set("s", "0")
        return self._formats["0"]

    def _formula(self, element: Element) -> str:
        """The formula's text, with that of a shared formula moved to this cell."""
        if element.get("r") is None:
            element.set("r", f"{column_letters(self.col_counter)}{self.row_counter}")
        try:
            formula = self.parse_formula(element)  # type: ignore[no-untyped-call]
        except Exception:
            # What openpyxl cannot take apart it fails at in many ways; the value is not affected.
            return UNKNOWN_FORMULA
        if isinstance(formula, ArrayFormula):
            return str(formula.text)
        return formula if isinstance(formula, str) else _TABLE_FORMULA

    def _column(self, element: Element) -> None:
        """Note which columns are hidden; what else is said of columns is decoration."""
        span = element.get("min", ""), element.get("max", "")
        if element.get("hidden") in _YES and all(map(_COLUMN_NUMBER.match, span)):
            self._hidden_spans.add((int(span[0]), min(int(span[1]), LAST_COLUMN)))
