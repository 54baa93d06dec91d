"""An HTML table laid out as a sheet: where each cell stands once spans are taken into account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from syditval.model.cells import Area, Cell, CellKind, Sheet
from syditval.reading.contents import refuse_beyond
from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.names import LAST_COLUMN

_BLANKS = re.compile(r"[ \t\r\n\f]+")
# The most that a span counts for in a browser.
_MOST_COLUMNS, _MOST_ROWS = 1_000, 65_534

Attributes = dict[str, str | None]


def as_shown(text: str) -> str:
    """Text with blanks and line breaks as a browser shows them: one blank each; other spaces are kept."""
    return _BLANKS.sub(" ", text)


class HtmlGrid:
    """One table while it is read, row by row. ``loose`` is text that stands in none of its cells.

    What comes into ``text`` is as shown; a line break in it is one that the page asks for.
    """

    def __init__(self, name: str, limits: Limits, loose: list[str]) -> None:
        self._name = name
        self._limits = limits
        self._loose = loose
        self._cells: dict[tuple[int, int], Cell] = {}
        self._areas: list[Area] = []
        self._hidden: set[int] = set()
        self._row = self._column = 0
        self._in_row = False
        self._open_cell: tuple[tuple[int, int], list[str]] | None = None
        # Down to which row a cell from above reaches, by column.
        self._covered = [0]

    @property
    def text(self) -> list[str]:
        """Where text goes that comes next: to the open cell, else to what stands in none."""
        return self._open_cell[1] if self._open_cell else self._loose

    def begin_row(self, attributes: Attributes) -> None:
        """``<tr>``, which also ends the row before it."""
        self.end_row()
        self._row += 1
        self._column = 0
        self._in_row = True
        if "display:none" in (attributes.get("style") or "").lower().replace(" ", ""):
            self._hidden.add(self._row)

    def end_row(self) -> None:
        """The row is over. Text that stands in no cell comes in rows of its own."""
        self.end_cell()
        self._in_row = False
        for line in _lines(self._loose):
            self._row += 1
            self._put((self._row, 1), line)
        self._loose.clear()

    def begin_cell(self, attributes: Attributes) -> None:
        """``<td>``, which also ends the cell before it. Raises UnreadableWorkbook beyond the last column."""
        if not self._in_row:
            self.begin_row({})
        self.end_cell()
        self._column += 1
        while self._column < len(self._covered) and self._covered[self._column] >= self._row:
            self._column += 1
        self._open_cell = ((self._row, self._column), [])
        self._spread(
            _span(attributes.get("rowspan"), _MOST_ROWS), _span(attributes.get("colspan"), _MOST_COLUMNS)
        )

    def end_cell(self) -> None:
        """``</td>``, or whatever else ends a cell."""
        if self._open_cell:
            place, text = self._open_cell
            self._open_cell = None
            self._put(place, "\n".join(_lines(text)))

    def sheet(self) -> Sheet:
        """The table as far as it was read."""
        self.end_row()
        areas = (replace(area, bottom=min(area.bottom, self._row)) for area in self._areas)
        return Sheet(self._name, self._cells, hidden_rows=frozenset(self._hidden), merged=tuple(areas))

    def _put(self, place: tuple[int, int], text: str) -> None:
        if text:
            self._cells[place] = Cell(CellKind.TEXT, text)
            refuse_beyond(self._limits, "text_characters", len(text), self._name)
            refuse_beyond(self._limits, "sheet_cells", len(self._cells), self._name)

    def _spread(self, rows: int, columns: int) -> None:
        """Keep the room that the open cell takes, if it is more than one cell."""
        area = Area(self._row, self._column, self._row + rows - 1, self._column + columns - 1)
        if area.right > LAST_COLUMN:
            raise UnreadableWorkbook("R045", sheet=self._name, found=area.a1)
        self._column = area.right
        if rows == columns == 1:
            return
        self._areas.append(area)
        refuse_beyond(self._limits, "merged_areas", len(self._areas), self._name)
        if rows > 1:
            self._covered += [0] * (area.right + 1 - len(self._covered))
            self._covered[area.left : area.right + 1] = [area.bottom] * columns


def _lines(pieces: list[str]) -> Iterator[str]:
    """The lines that hold something."""
    for line in "".join(pieces).split("\n"):
        if line.strip():
            yield as_shown(line).strip(" ")


def _span(written: str | None, most: int) -> int:
    digits = (written or "").strip()
    return min(max(int(digits[:9]), 1), most) if digits.isascii() and digits.isdigit() else 1
