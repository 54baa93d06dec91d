"""A workbook as it was read: sparse sheets of cells, nothing interpreted yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from syditval.model.trait import Trait

# Names that Excel writes without quotes in a reference: letters, digits, underscore, full stop, not
# beginning with a digit, not looking like an address (A1) nor beginning like one (R1C1) themselves.
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*\Z")
_LOOKS_LIKE_ADDRESS = re.compile(r"[A-Z]{1,3}[0-9]+\Z|R[0-9]|R?C[0-9]|(?:R|C|RC)\Z", re.IGNORECASE)


def column_letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, counted from 1, from its letters in any case: A is 1, AA is 27, none is 0."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def quoted_sheet(name: str) -> str:
    """A sheet name as Excel writes it in a reference, in quotes where it needs them."""
    if _PLAIN_NAME.match(name) and not _LOOKS_LIKE_ADDRESS.match(name):
        return name
    return "'" + name.replace("'", "''") + "'"


@dataclass(frozen=True, order=True, slots=True)
class CellRef:
    """One place in a workbook. Rows and columns count from 1.

    ``source`` is empty in the workbook that a report is about, and the file name of another one that it
    is held against.
    """

    sheet: str
    row: int
    column: int
    source: str = ""

    @property
    def a1(self) -> str:
        """The address inside its sheet, such as ``C14``."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def address(self) -> str:
        """The address with its sheet, such as ``Drift!C14``, quoted as Excel does.

        In another workbook it is ``'[mars.xlsx]Drift'!C14``, as Excel writes a link to one.
        """
        if self.source:
            name = f"[{self.source}]{self.sheet}".replace("'", "''")
            return f"'{name}'!{self.a1}"
        return f"{quoted_sheet(self.sheet)}!{self.a1}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells inside one sheet, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def a1(self) -> str:
        """The area as Excel writes it, such as ``A4:E15``."""
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies inside the area."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class CellKind(StrEnum):
    """What is stored in a cell. A formula's kind is that of its cached value."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"
    NOT_CALCULATED = "not calculated"


class Cell(NamedTuple):
    """Stored value, formula and number format of one cell, side by side.

    ``value`` is a Decimal made from the text in the file for a number, the text itself for text
    and for an error value (``#DIV/0!``), and None for a formula without a cached value: that is
    neither blank nor zero. A number that is not finite and a date that does not exist are error
    values too, written as in the file. ``formula`` begins with ``=`` and is None where there is
    none; where its text is not known it is ``=`` alone.
    """

    # A tuple and no dataclass: there may be millions, and these are made twice as fast.
    kind: CellKind
    value: Decimal | str | bool | datetime | None
    formula: str | None = None
    number_format: str = "General"

    @property
    def text(self) -> str:
        """The cell's text if it holds text, a date as YYYY-MM-DD, else an empty string."""
        if self.kind is CellKind.TEXT:
            return str(self.value)
        if self.kind is CellKind.DATE and isinstance(self.value, datetime):
            return self.value.date().isoformat()
        return ""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How a cell is set apart by its style: bold type, steps of indentation, lines above and below it."""

    bold: bool = False
    indent: int = 0
    top_border: bool = False
    bottom_border: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as a sparse grid: only cells that hold something are in ``cells``.

    ``emphasis`` holds those of them that their style sets apart, as far as the container tells.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    state: str = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    emphasis: Mapping[tuple[int, int], Emphasis] = field(default_factory=dict)

    def ref(self, row: int, column: int) -> CellRef:
        """The reference of one of this sheet's cells."""
        return CellRef(self.name, row, column)

    @property
    def counts(self) -> Counts:
        """How much this sheet holds."""
        return Counts(
            rows=len({row for row, _ in self.cells}),
            cells=len(self.cells),
            numbers=sum(cell.kind in (CellKind.NUMBER, CellKind.DATE) for cell in self.cells.values()),
            formulas=sum(cell.formula is not None for cell in self.cells.values()),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was read. ``rows`` are those that hold something; ``numbers`` include dates."""

    rows: int
    cells: int
    numbers: int
    formulas: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.rows + other.rows,
            self.cells + other.cells,
            self.numbers + other.numbers,
            self.formulas + other.formulas,
        )


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as read: its file name, the SHA-256 and length of its bytes, its sheets in order.

    ``unread`` names the sheets that hold no cells by their nature, each with its type (chart sheet,
    macro sheet, dialog sheet). ``traits`` are what was noticed besides cells. ``container`` says what
    kind of file the bytes are, whatever the file's name says.
    """

    name: str
    sha256: str
    size: int
    sheets: tuple[Sheet, ...]
    unread: tuple[tuple[str, str], ...] = ()
    traits: tuple[Trait, ...] = ()
    container: str = "xlsx"

    @property
    def counts(self) -> Counts:
        """How much was read, over all sheets."""
        return sum((sheet.counts for sheet in self.sheets), Counts(0, 0, 0, 0))
