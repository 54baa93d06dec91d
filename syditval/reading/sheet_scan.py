"""The pre-flight of one sheet: every reference, type and number in it, and an independent count.

What is refused here is what two programs would read differently, or one not at all: a cell that is
there twice, a cell in a row that is not its own, a number that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from syditval.model.cells import Counts, column_letters
from syditval.reading.areas import area, column_number
from syditval.reading.ascending import Ascending
from syditval.reading.cell_scan import CellScan
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.names import LAST_COLUMN, LAST_ROW, is_main
from syditval.reading.regular_rows import regular_block
from syditval.reading.sheet_lanes import in_lanes
from syditval.reading.xml_scan import Attributes, XmlScan

_ROW_NUMBER = re.compile(r"[1-9][0-9]{0,6}\Z")
# How deep each element stands.
_DATA, _ROW, _CELL, _VALUE = 2, 3, 4, 5
# More elements and attributes than a regular row nests and has.
_FEW = 64


class SheetScan(XmlScan):
    """Expat over a worksheet. ``strings`` is how many shared texts the workbook has."""

    def __init__(self, part: str, limits: Limits, strings: int) -> None:
        super().__init__(part, limits)
        self._strings = strings
        self._names: dict[str, str] = {}
        self._starts = {
            "sheetData": self._begin_data,
            "row": self._begin_row,
            "c": self._begin_cell,
            "v": self._begin_value,
            "f": lambda _: self._begin_in_cell("f"),
            "is": lambda _: self._begin_in_cell("is"),
            "t": self._begin_text,
            "mergeCell": self._merge,
        }
        self._ends = {
            "sheetData": self._end_data,
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "t": self._end_text,
        }
        self._rows = Ascending()
        self._columns = Ascending()
        self._row = self._column = self._merged = 0
        self._had_data = self._in_data = self._in_row = self._row_is_filled = False
        self._cell = CellScan(strings)
        self._text: str | None = None
        self._filled_rows = self._cells = 0

    def scan(self, chunks: Iterable[bytes]) -> None:
        """Read the whole sheet, in the fast lane where its rows are regular."""
        super().scan(in_lanes(self, chunks))

    @property
    def is_between_rows(self) -> bool:
        """Whether the next thing to come is a row, or the end of the rows."""
        return self._in_data and self.depth == _DATA

    def takes(self, rows: bytes) -> bool:
        """Whether some bytes are regular rows within the limits; they are then counted."""
        limits = self.limits
        if len(rows) > limits.text_characters or min(limits.xml_depth, limits.xml_attributes) < _FEW:
            return False
        block = regular_block(rows, self._strings)
        if block is None or self._cells + block.counts.cells > limits.sheet_cells:
            return False
        if not self._rows.add_all(block.rows):
            return False
        self._row = block.rows[-1] if block.rows else self._row
        self._filled_rows += block.counts.rows
        self._cells += block.counts.cells
        self._cell.numbers += block.counts.numbers
        self._cell.formulas += block.counts.formulas
        return True

    def listen(self, to_events: bool) -> None:
        """Whether expat is to report elements, or only to see that they are well formed."""
        self.parser.StartElementHandler = self.start if to_events else None
        self.parser.EndElementHandler = self.end if to_events else None
        self.parser.CharacterDataHandler = self.characters if to_events else None

    @property
    def counts(self) -> Counts:
        """What the sheet holds by this way of counting."""
        return Counts(self._filled_rows, self._cells, self._cell.numbers, self._cell.formulas)

    def began(self, root: str) -> None:
        """The names of the elements that matter, in the namespace that the sheet is written in."""
        namespace, _, local = root.rpartition(" ")
        if local != "worksheet" or not is_main(namespace):
            raise UnreadableWorkbook("R032", part=self.part, expected="a_worksheet", found=root)
        self._names = {f"{namespace} {name}": name for name in self._starts}
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins: one of those that figures depend on, or another."""
        self.deeper(attributes)
        if self._text is not None:
            raise self._out_of_place(name)
        known = self._names.get(name)
        if known is not None:
            self._starts[known](attributes)
        elif self._in_data or self.depth == _DATA:
            self._refuse_likeness(name)

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        known = self._names.get(name)
        if known in self._ends:
            self._ends[known]()

    def characters(self, text: str) -> None:
        """Text inside a value; expat hands long ones over in pieces."""
        if self._text is not None:
            self._text += text
            if len(self._text) > self.limits.text_characters:
                raise self.too_much("text_characters", len(self._text))

    def _refuse_likeness(self, name: str) -> None:
        """What would be a row or a cell but for its namespace would be read by some programs only."""
        if self.depth <= _VALUE and name.rpartition(" ")[2] in self._starts:
            raise self._out_of_place(name)

    def _begin_data(self, _: Attributes) -> None:
        if self.depth != _DATA or self._had_data:
            raise self._out_of_place("sheetData")
        self._had_data = self._in_data = True

    def _end_data(self) -> None:
        self._in_data = False

    def _begin_row(self, attributes: Attributes) -> None:
        if not self._in_data or self.depth != _ROW:
            raise self._out_of_place("row")
        given = attributes.get("r")
        if given is not None and not _ROW_NUMBER.match(given):
            raise self._impossible(given)
        self._row = self._row + 1 if given is None else int(given)
        if self._row > LAST_ROW:
            raise self._impossible(str(self._row))
        if not self._rows.add(self._row):
            raise UnreadableWorkbook("R041", cell=f"A{self._row}")
        self._column = 0
        self._columns = Ascending()
        self._in_row, self._row_is_filled = True, False

    def _end_row(self) -> None:
        self._in_row = False
        self._filled_rows += self._row_is_filled

    def _begin_cell(self, attributes: Attributes) -> None:
        if not self._in_row or self.depth != _CELL:
            raise self._out_of_place("c")
        reference = attributes.get("r")
        self._column = self._column + 1 if reference is None else self._column_of(reference)
        if self._column > LAST_COLUMN:
            raise self._impossible(self._place)
        if not self._columns.add(self._column):
            raise UnreadableWorkbook("R041", cell=self._place)
        self._cell.open(self._place, attributes.get("t", "n"))

    def _column_of(self, reference: str) -> int:
        row = str(self._row)
        column = column_number(reference.removesuffix(row)) if reference.endswith(row) else 0
        if not column:
            raise self._impossible(reference)
        return column

    def _end_cell(self) -> None:
        if self._cell.close():
            self._cells += 1
            self._row_is_filled = True
            if self._cells > self.limits.sheet_cells:
                raise self.too_much("sheet_cells", self._cells)

    def _begin_in_cell(self, name: str) -> None:
        if not self._cell.is_open or self.depth != _VALUE:
            raise self._out_of_place(name)
        self._cell.begin(name)

    def _begin_value(self, _: Attributes) -> None:
        self._begin_in_cell("v")
        self._text = ""

    def _end_value(self) -> None:
        self._cell.value(self._text or "")
        self._text = None

    def _begin_text(self, _: Attributes) -> None:
        if self._cell.is_open and self.depth == _VALUE + 1:
            self._cell.begin("t")
        self._text = ""

    def _end_text(self) -> None:
        self._text = None

    def _merge(self, attributes: Attributes) -> None:
        self._merged += 1
        if self._merged > self.limits.merged_areas:
            raise self.too_much("merged_areas", self._merged)
        if area(attributes.get("ref", "")) is None:
            raise UnreadableWorkbook("R045", found=attributes.get("ref", ""))

    @property
    def _place(self) -> str:
        return f"{column_letters(self._column)}{self._row}"

    def _out_of_place(self, name: str) -> UnreadableWorkbook:
        place = self._place if self._column else f"A{self._row or 1}"
        return UnreadableWorkbook("R046", cell=place, found=f"<{name}>")

    def _impossible(self, reference: str) -> UnreadableWorkbook:
        return UnreadableWorkbook("R040", cell=f"A{self._row or 1}", found=reference)
