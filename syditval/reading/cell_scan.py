"""The pre-flight of one cell: its type, its value, and that it says only one thing."""

from __future__ import annotations

from syditval.reading.cell_values import TYPES, is_boolean, is_finite, is_index, is_number
from syditval.reading.errors import UnreadableWorkbook


class CellScan:
    """The cell that is open, if one is; and how many numbers and formulas all cells held so far.

    ``strings`` is how many shared texts the workbook has.
    """

    def __init__(self, strings: int) -> None:
        self.numbers = self.formulas = 0
        self._strings = strings
        self._place = self._kind = ""
        self._found: set[str] = set()

    @property
    def is_open(self) -> bool:
        """Whether a cell is open."""
        return bool(self._kind)

    def open(self, place: str, kind: str) -> None:
        """A cell begins. Raises UnreadableWorkbook for a type that does not exist."""
        if kind not in TYPES:
            raise UnreadableWorkbook("R043", cell=place, found=kind)
        self._place, self._kind = place, kind
        self._found.clear()

    def close(self) -> bool:
        """The cell ends; whether it holds anything."""
        self._kind = ""
        return bool(self._found)

    def begin(self, name: str) -> None:
        """A value, a formula or a text begins: one of each, and the text only in a cell of texts."""
        is_text_cell = self._kind == "inlineStr"
        misplaced = is_text_cell if name == "v" else not is_text_cell and name == "is"
        if misplaced or name in self._found:
            raise UnreadableWorkbook("R046", cell=self._place, found=f"<{name}>")
        self._found.add(name)
        self.formulas += name == "f"

    def value(self, text: str) -> None:
        """The value is complete. Raises UnreadableWorkbook for one that is none of its type."""
        if not text:
            self._found.discard("v")
        elif self._kind == "n":
            if is_finite(text) and not is_number(text):
                raise UnreadableWorkbook("R042", cell=self._place, found=text)
            self.numbers += is_finite(text)
        elif self._kind == "s" and not is_index(text, self._strings):
            raise UnreadableWorkbook("R044", cell=self._place, found=text, count=str(self._strings))
        elif self._kind == "b" and not is_boolean(text):
            raise UnreadableWorkbook("R042", cell=self._place, found=text)
