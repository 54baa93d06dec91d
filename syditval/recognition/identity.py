"""What a workbook states of itself: whose figures it holds, and which month they reach to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from syditval.model.cells import Sheet, Workbook, quoted_sheet
from syditval.model.kind import BUDGET, OUTCOMES
from syditval.model.period import Period
from syditval.model.table import Column, Table
from syditval.recognition.grid import Grid
from syditval.recognition.periods import Month, month_of, year_of
from syditval.recognition.statements import (
    Statement,
    entity_name,
    has_colon,
    stated_year,
    statements,
)

# A workbook speaks of itself in so many lines above its tables, or at the top of a sheet without any.
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class StatedEntity:
    """The name of an entity, the rank of the field that it stands in (0 is the narrowest), and where."""

    name: str
    rank: int
    address: str


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """A month that figures reach to, and where that stands; ``year`` is None where nothing tells it."""

    month: int
    year: int | None
    address: str

    @property
    def period(self) -> Period | None:
        """The month with its year, or None where that is not known."""
        return None if self.year is None else Period(self.year, self.month)

    def allows(self, period: Period) -> bool:
        """Whether a period does not contradict it."""
        return self.month == period.month and self.year in (None, period.year)

    def __str__(self) -> str:
        return str(self.period or f"{self.month:02}")


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything that a workbook states of itself, each thing once.

    ``entities`` are those of all fields, the narrowest first; ``choices`` those of the narrowest field alone.
    More than one choice, or more than one of the ``periods``, contradict one another.
    """

    entities: tuple[StatedEntity, ...] = ()
    periods: tuple[StatedPeriod, ...] = ()

    @property
    def choices(self) -> tuple[StatedEntity, ...]:
        """The names in the narrowest field that is stated at all."""
        return tuple(each for each in self.entities if each.rank == self.entities[0].rank)


def stated_in(workbook: Workbook, tables: Sequence[Table]) -> Stated:
    """What a workbook with some recognised tables states, in the headings of outcomes, above the tables, and
    by the names of those sheets that say nothing else of their month.

    Columns of other years and of forecasts say nothing of the month, and neither do dates of printing.
    A month without its year is of the year of the budget, as far as that is one.
    """
    entities: list[StatedEntity] = []
    months: list[tuple[Month, str]] = []
    years: list[list[int]] = [[], [], []]
    for sheet in workbook.sheets:
        if sheet.state != "visible":
            continue
        own = [table for table in tables if table.sheet == sheet.name]
        lines = _Lines(sheet, own)
        entities += lines.entities()
        reached = [*_of_headings(lines.grid, own), *lines.months()]
        months += reached or _of_name(sheet, own)
        years[0] += _years(own, (BUDGET,))
        years[1] += _years(own, OUTCOMES)
        years[2] += lines.years()
    year = next((found[0] for found in years if len(set(found)) == 1), None)
    return Stated(tuple(_distinct(entities)), tuple(_completed(months, year)))


def _of_headings(grid: Grid, tables: Iterable[Table]) -> Iterator[tuple[Month, str]]:
    for table in tables:
        for column in table.columns:
            if column.role in OUTCOMES and (month := month_of(column.header)):
                yield month, _heading_of(grid, table, column)


def _heading_of(grid: Grid, table: Table, column: Column) -> str:
    """The address of the cell of a heading that names the month, or else of its last one."""
    first_line = min((row.number for row in table.rows), default=table.area.bottom)
    rows = [row for row in range(table.area.top, first_line) if grid.heading(row, column.column)]
    dated = [row for row in rows if month_of(grid.heading(row, column.column))]
    place = ((dated or rows or [table.area.top])[-1], column.column)
    return grid.sheet.ref(*grid.anchors.get(place, place)).address


def _of_name(sheet: Sheet, tables: Sequence[Table]) -> Iterator[tuple[Month, str]]:
    month = month_of(sheet.name) if tables else None
    if month is not None:
        yield month, quoted_sheet(sheet.name)


def _years(tables: Iterable[Table], roles: Sequence[str]) -> Iterator[int]:
    for table in tables:
        for column in table.columns:
            if column.role in roles and (year := year_of(column.header)):
                yield year


class _Lines:
    """The lines of a sheet that may speak of the workbook itself: those above its first table."""

    def __init__(self, sheet: Sheet, tables: Sequence[Table]) -> None:
        self.grid = Grid(sheet)
        top = min((table.area.top for table in tables), default=None)
        rows = [row for row in self.grid.rows if top is None or row < top][:MOST_LINES]
        self.places = [(row, column) for row in rows for column in sorted(self.grid.by_row[row])]

    def entities(self) -> Iterator[StatedEntity]:
        for place, statement in self._statements():
            if statement.rank is not None and (name := entity_name(self._said(place, statement))):
                yield StatedEntity(name, statement.rank, self.grid.sheet.ref(*place).address)

    def months(self) -> Iterator[tuple[Month, str]]:
        for place, statement in self._statements():
            month = statement.month or month_of(self._said(place, statement))
            if statement.rank is None and month is not None:
                yield month, self.grid.sheet.ref(*place).address

    def years(self) -> Iterator[int]:
        for place in self.places:
            if year := stated_year(self.grid.heading(*place)):
                yield year

    def _statements(self) -> Iterator[tuple[tuple[int, int], Statement]]:
        for place in self.places:
            for statement in statements(self.grid.text(*place)):
                yield place, statement

    def _said(self, place: tuple[int, int], statement: Statement) -> str:
        """What is said in the cell itself, or else in the next one to the right."""
        if statement.text.strip(" :.*"):
            return statement.text
        row, column = place
        beside = next((each for each in sorted(self.grid.by_row[row]) if each > column), None)
        if beside is None or not (has_colon(statement) or self._is_label(row, column, beside)):
            return ""
        return self.grid.heading(row, beside) or self.grid.name(row, beside)

    def _is_label(self, row: int, column: int, beside: int) -> bool:
        """Whether a word without a colon is the label of the cell beside it, and not the head of a column."""
        below = self.grid.text(row + 1, column)
        return not below or not self.grid.cell(row + 1, beside) or any(statements(below))


def _distinct(entities: Iterable[StatedEntity]) -> list[StatedEntity]:
    """Each name of each field once, the narrowest field first; capitals make no other name."""
    first: dict[tuple[int, str], StatedEntity] = {}
    for each in entities:
        first.setdefault((each.rank, each.name.casefold()), each)
    return sorted(first.values(), key=lambda each: each.rank)


def _completed(months: Iterable[tuple[Month, str]], year: int | None) -> Iterator[StatedPeriod]:
    """Each month once; one without a year is the same as one with a year, or of the year that is known."""
    months = list(months)
    full = {month: address for month, address in reversed(months) if month.year is not None}
    full = {month: full[month] for month, _ in months if month in full}
    yield from (StatedPeriod(month.month, month.year, address) for month, address in full.items())
    told = {month.month for month in full}
    for month, address in months:
        if month.month not in told:
            told.add(month.month)
            yield StatedPeriod(month.month, year, address)
