"""Sheets written as text, so that a test's input reads like the table it is about.

One row a line, cells set off by ``|``; a line ``# Name`` begins a sheet.

    -43306, 13.9            a number: decimal point, no spaces
    13.9%                   the number 0.139 with a per cent format
    1652.37 {0}             a number with the number format ``0``
    2024-04-30 {date}       a date
    =SUM(B2:B3) -> 12       a formula with its cached value
    =SUM(B2:B3)             a formula that was never calculated
    #DIV/0!                 an error value
    "12"                    a text that would otherwise be read as something else

Anything else is text as it stands, but that ``\\u200b`` in it is the character of that number.

A line that begins with ``!`` is no row. It says something of the sheet that it stands on, or of the
workbook: one of the values of TraitKind, where it was noticed, and after an arrow what stands there.

    ! hidden sheet, ! very hidden sheet
    ! hidden rows 3 7-9
    ! hidden columns C E
    ! bold 5 9-11           all cells of these rows
    ! overlined 5           a line above each of them
    ! indent 6-8 1          the texts of these rows by one step
    ! recalculated B6 -> 12 what a formula gives when it is calculated again
    ! external link xl/externalLinks/externalLink1.xml -> budget2023.xlsx
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_to_tuple

from syditval.model.cells import Cell, CellKind, Emphasis, Sheet, Workbook
from syditval.model.trait import Trait, TraitKind

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(%?)(?:\s*\{(.+)\})?")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d) \{date\}")
_ERROR = re.compile(r"#[A-Z/0?]+[!?A]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_STATES = {"hidden sheet": "hidden", "very hidden sheet": "veryHidden"}
_AGAIN = "recalculated "
_LOOKS = ("bold", "overlined", "indent")


@dataclass
class _Draft:
    """A sheet that is being read."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    rows: int = 0
    state: str = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    bold: set[int] = field(default_factory=set)
    overlined: set[int] = field(default_factory=set)
    indents: dict[int, int] = field(default_factory=dict)

    def add_row(self, line: str) -> None:
        self.rows += 1
        for column, written in enumerate(line.split("|"), start=1):
            if written.strip():
                self.cells[self.rows, column] = cell(written.strip())

    def hide(self, what: str) -> None:
        """Obey ``hidden sheet``, ``very hidden sheet``, ``hidden rows 3 7-9`` or ``hidden columns C E``."""
        if what in _STATES:
            self.state = _STATES[what]
            return
        _, things, *names = what.split()
        if things == "rows":
            self.hidden_rows = frozenset(_numbers(names))
        else:
            self.hidden_columns = frozenset(map(column_index_from_string, names))

    def emphasise(self, what: str) -> None:
        """Obey ``bold 5 9-11``, ``overlined 5`` or ``indent 6-8 1``."""
        how, *numbers = what.split()
        if how == "indent":
            *numbers, steps = numbers
            self.indents |= dict.fromkeys(_numbers(numbers), int(steps))
        else:
            {"bold": self.bold, "overlined": self.overlined}[how].update(_numbers(numbers))

    def sheet(self, name: str) -> Sheet:
        return Sheet(
            name,
            self.cells,
            self.state,
            self.hidden_rows,
            self.hidden_columns,
            emphasis={place: look for place in self.cells if (look := self._look(place)) != Emphasis()},
        )

    def _look(self, place: tuple[int, int]) -> Emphasis:
        row, is_text = place[0], self.cells[place].kind is CellKind.TEXT
        indent = self.indents.get(row, 0) if is_text else 0
        return Emphasis(row in self.bold, indent, top_border=row in self.overlined)


def workbook(text: str) -> Workbook:
    """A workbook from a text; one sheet called Sheet1 where no line names any."""
    drafts: dict[str, _Draft] = {}
    traits: list[Trait] = []
    name = "Sheet1"
    for line in text.strip("\n").splitlines():
        mark, _, rest = line.strip().partition(" ")
        if mark == "#":
            name = rest
            drafts[name] = _Draft()
        elif mark != "!":
            drafts.setdefault(name, _Draft()).add_row(line)
        elif "hidden" in rest:
            drafts.setdefault(name, _Draft()).hide(rest)
        elif rest.startswith(_AGAIN):
            pass
        elif rest.startswith(_LOOKS):
            drafts.setdefault(name, _Draft()).emphasise(rest)
        else:
            traits.append(_trait(rest))
    sheets = tuple(draft.sheet(name) for name, draft in drafts.items())
    return Workbook("test.xlsx", "0" * 64, 1, sheets, traits=tuple(traits))


def recalculated(text: str) -> Workbook | None:
    """The workbook of a text of one sheet as it is calculated again, or None where nothing says so."""
    lines = [line.removeprefix(f"! {_AGAIN}") for line in text.splitlines() if line.startswith(f"! {_AGAIN}")]
    if not lines:
        return None
    book, again = workbook(text), {}
    for line in lines:
        address, _, result = line.partition(" -> ")
        again[coordinate_to_tuple(address)] = cell(result)
    (only,) = book.sheets
    return replace(book, sheets=(replace(only, cells={**only.cells, **again}),))


def _numbers(spans: Iterable[str]) -> Iterator[int]:
    for span in spans:
        first, _, last = span.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _trait(text: str) -> Trait:
    (kind,) = (kind for kind in TraitKind if text.startswith(kind.value))
    where, _, detail = text.removeprefix(kind.value).partition("->")
    return Trait(kind, where.strip(), detail.strip())


def sheet(text: str) -> Sheet:
    """The only sheet of a text."""
    (only,) = workbook(text).sheets
    return only


def cell(written: str) -> Cell:
    """One cell from its text."""
    if written.startswith("="):
        formula, _, cached = (part.strip() for part in written.partition("->"))
        return (cell(cached) if cached else Cell(CellKind.NOT_CALCULATED, None))._replace(formula=formula)
    if match := _NUMBER.fullmatch(written):
        digits, percent, number_format = match.groups()
        value = Decimal(digits) / 100 if percent else Decimal(digits)
        return Cell(CellKind.NUMBER, value, None, number_format or ("0.0%" if percent else "General"))
    if match := _DATE.fullmatch(written):
        return Cell(CellKind.DATE, datetime.fromisoformat(match[1]), None, "yyyy-mm-dd")
    if _ERROR.fullmatch(written):
        return Cell(CellKind.ERROR, written)
    return Cell(CellKind.TEXT, _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), written.strip('"')))
