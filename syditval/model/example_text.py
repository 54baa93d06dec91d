r"""The notation of examples: sheets written as text, so that they read like the tables they are about.

One row a line, cells set off by ``|``; a line ``# Name`` begins a sheet.

    -43306, 13.9            a number: decimal point, no spaces
    13.9%                   the number 0.139 with a per cent format
    1652.37 {0}             a number with the number format ``0``
    2024-04-30 {date}       a date
    =SUM(B2:B3) -> 12       a formula with its cached value
    =SUM(B2:B3)             a formula that was never calculated
    #DIV/0!                 an error value
    "12"                    a text that would otherwise be read as something else

Anything else is text as it stands, but that ``\u200b`` in it is the character of that number.

A line that begins with ``!`` is no row but a statement on the sheet that it stands on, on the workbook,
or on what is asked of it. One that begins with a value of TraitKind gives where such a thing was
noticed, and after an arrow what stands there.

    ! hidden sheet, ! very hidden sheet
    ! hidden rows 3 7-9
    ! hidden columns C E
    ! bold 5 9-11           all cells of these rows
    ! overlined 5           a line above each of them
    ! indent 6-8 1          the texts of these rows by one step
    ! recalculated B6 -> 12 what a formula gives when it is calculated again
    ! external link xl/externalLinks/externalLink1.xml -> budget2023.xlsx
    ! waiver F101 budget/total/actual up to 12 tkr until 2024-12-31 by A. Berg -> Rättas i maj.
    ! decision KF 2024-03-25 § 41
    ! month 2024-03         what follows is the workbook of an earlier month
    ! finding F101 budget/total/actual error
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import chain

from syditval.model.cells import Cell, CellKind, Emphasis, Sheet, Workbook, column_number
from syditval.model.earlier import EarlierFinding
from syditval.model.example import Example, ExampleMonth
from syditval.model.period import Period
from syditval.model.threshold import Threshold
from syditval.model.trait import Trait, TraitKind
from syditval.model.waiver import Waiver

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(%?)(?:\s*\{(.+)\})?")
_DATE = re.compile(r"(\d{4}-\d\d-\d\d) \{date\}")
_ERROR = re.compile(r"#[A-Z/0?]+[!?A]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
_WAIVER = re.compile(
    r"(?P<code>\S+) (?P<place>\S+)(?: up to (?P<at_most>.+?))?"
    r"(?: until (?P<until>\S+))?(?: by (?P<who>.+?))? -> (?P<reason>.+)"
)
_MONTH, _FOUND = "! month ", "! finding "
_STATES = {"hidden sheet": "hidden", "very hidden sheet": "veryHidden"}


@dataclass
class _SheetDraft:
    """A sheet that is being read."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    again: dict[tuple[int, int], Cell] = field(default_factory=dict)
    rows: int = 0
    state: str = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()
    overlined: frozenset[int] = frozenset()
    indents: dict[int, int] = field(default_factory=dict)

    def add_row(self, line: str) -> None:
        self.rows += 1
        for column, written in enumerate(line.split("|"), start=1):
            if written.strip():
                self.cells[self.rows, column] = cell(written.strip())

    def obey(self, statement: str) -> bool:
        """Do what a statement on a sheet says; False where it is none."""
        what, _, rest = statement.partition(" ")
        if statement in _STATES:
            self.state = _STATES[statement]
        elif statement.startswith("hidden rows "):
            self.hidden_rows = _numbers(rest.split()[1:])
        elif statement.startswith("hidden columns "):
            self.hidden_columns = frozenset(map(column_number, rest.split()[1:]))
        elif what == "bold":
            self.bold = _numbers(rest.split())
        elif what == "overlined":
            self.overlined = _numbers(rest.split())
        elif what == "indent":
            *rows, steps = rest.split()
            self.indents |= dict.fromkeys(_numbers(rows), int(steps))
        elif what == "recalculated":
            address, _, result = rest.partition(" -> ")
            self.again[_place(address)] = cell(result)
        else:
            return False
        return True

    def sheet(self) -> Sheet:
        return Sheet(
            self.name,
            self.cells,
            self.state,
            self.hidden_rows,
            self.hidden_columns,
            emphasis={place: look for place in self.cells if (look := self._look(place)) != Emphasis()},
        )

    def sheet_again(self) -> Sheet:
        sheet = self.sheet()
        return replace(sheet, cells={**sheet.cells, **self.again})

    def _look(self, place: tuple[int, int]) -> Emphasis:
        row, is_text = place[0], self.cells[place].kind is CellKind.TEXT
        indent = self.indents.get(row, 0) if is_text else 0
        return Emphasis(row in self.bold, indent, top_border=row in self.overlined)


@dataclass
class _Draft:
    """An example that is being read."""

    sheets: dict[str, _SheetDraft] = field(default_factory=dict)
    name: str = "Sheet1"
    traits: list[Trait] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    decision: str = ""

    @property
    def sheet(self) -> _SheetDraft:
        """The sheet that is being read: one called Sheet1 where no line names any."""
        return self.sheets.setdefault(self.name, _SheetDraft(self.name))

    def add_line(self, line: str) -> None:
        mark, _, rest = line.strip().partition(" ")
        if mark == "#":
            self.name = rest
            self.sheets[rest] = _SheetDraft(rest)
        elif mark != "!":
            self.sheet.add_row(line)
        elif rest.startswith("waiver "):
            self.waivers.append(_waiver(rest.removeprefix("waiver ")))
        elif rest.startswith("decision "):
            self.decision = rest.removeprefix("decision ")
        elif kind := next((kind for kind in TraitKind if rest.startswith(kind.value)), None):
            where, _, detail = rest.removeprefix(kind.value).partition("->")
            self.traits.append(Trait(kind, where.strip(), detail.strip()))
        elif not self.sheet.obey(rest):
            self.others.append(rest)

    def workbook(self, name: str = "test.xlsx") -> Workbook:
        sheets = tuple(draft.sheet() for draft in self.sheets.values())
        return Workbook(name, "0" * 64, 1, sheets, traits=tuple(self.traits))

    def example(self, earlier: Sequence[_MonthDraft]) -> Example:
        book = self.workbook()
        recalculated = None
        if any(draft.again for draft in self.sheets.values()):
            recalculated = replace(book, sheets=tuple(draft.sheet_again() for draft in self.sheets.values()))
        others = chain(self.others, *(month.draft.others for month in earlier))
        months = tuple(month.month() for month in earlier)
        return Example(book, recalculated, tuple(self.waivers), tuple(others), months, self.decision)


@dataclass
class _MonthDraft:
    """An earlier month that is being read."""

    period: Period
    draft: _Draft = field(default_factory=_Draft)
    findings: list[EarlierFinding] = field(default_factory=list)

    def add_line(self, line: str) -> None:
        if line.startswith(_FOUND):
            self.findings.append(EarlierFinding(*line.removeprefix(_FOUND).split()))
        else:
            self.draft.add_line(line)

    def month(self) -> ExampleMonth:
        return ExampleMonth(self.period, self.draft.workbook(f"{self.period}.xlsx"), tuple(self.findings))


def parse_example(text: str) -> Example:
    """The example that a text writes down, in the notation of this module."""
    draft, months = _Draft(), list[_MonthDraft]()
    for line in text.strip("\n").splitlines():
        if line.startswith(_MONTH):
            months.append(_MonthDraft(Period.parse(line.removeprefix(_MONTH))))
        else:
            (months[-1] if months else draft).add_line(line)
    return draft.example(months)


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


def _waiver(statement: str) -> Waiver:
    stated = _WAIVER.fullmatch(statement)
    if stated is None:
        raise ValueError(f"{statement!r} is no waiver")
    return Waiver(
        code=stated["code"],
        place=stated["place"],
        reason=stated["reason"],
        at_most=Threshold.parse(stated["at_most"]) if stated["at_most"] else None,
        who=stated["who"] or "",
        until=date.fromisoformat(stated["until"]) if stated["until"] else None,
    )


def _numbers(spans: Iterable[str]) -> frozenset[int]:
    return frozenset(_each_number(spans))


def _each_number(spans: Iterable[str]) -> Iterator[int]:
    for span in spans:
        first, _, last = span.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _place(address: str) -> tuple[int, int]:
    match = _PLACE.fullmatch(address)
    if match is None:
        raise ValueError(f"{address!r} is no address")
    return int(match[2]), column_number(match[1])
