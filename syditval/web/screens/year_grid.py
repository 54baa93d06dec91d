"""All entities over the months of a year, the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from syditval.store.entry import Entry
from syditval.web.screens.plot import MONTHS
from syditval.web.screens.states import State, state_of


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of an entity: its entry and state, None for a month that nobody could have sent yet."""

    month: int
    state: State | None
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Line:
    """An entity and its twelve months."""

    entity: str
    cells: tuple[Cell, ...]

    def count(self, state: State) -> int:
        """How many of its months are in a state."""
        return sum(cell.state is state for cell in self.cells)


@dataclass(frozen=True, slots=True)
class YearGrid:
    """The lines of a year."""

    year: int
    lines: tuple[Line, ...]

    @property
    def counts(self) -> Mapping[State, int]:
        """How many months are in each state that any is in, the worst first."""
        counted = {state: sum(line.count(state) for line in self.lines) for state in State}
        return {state: count for state, count in counted.items() if count}


def years_of(entries: Iterable[Entry]) -> tuple[int, ...]:
    """The years that entries are of, the latest first."""
    return tuple(sorted({entry.period.year for entry in entries}, reverse=True))


def chosen(year: int, years: Sequence[int]) -> int:
    """The year that is asked for, or else the latest there is; 0 where there is none."""
    return year if year in years else next(iter(years), 0)


def year_grid(year: int, entries: Iterable[Entry]) -> YearGrid:
    """The months of a year: up to the last that any entity has sent, one without an entry is missing."""
    entries = list(entries)
    counting: dict[tuple[str, int], Entry] = {}
    for entry in sorted(entries, key=lambda each: (each.is_current, each.version)):
        if entry.period.year == year:
            counting[entry.entity, entry.period.month] = entry
    last = max((month for _, month in counting), default=0)
    lines = [_line(entity, counting, last) for entity in {entry.entity for entry in entries}]
    return YearGrid(year, tuple(sorted(lines, key=_order)))


def _line(entity: str, counting: Mapping[tuple[str, int], Entry], last: int) -> Line:
    cells = []
    for month in range(1, MONTHS + 1):
        entry = counting.get((entity, month))
        empty = State.MISSING if month <= last else None
        cells.append(Cell(month, state_of(entry) if entry else empty, entry))
    return Line(entity, tuple(cells))


def _order(line: Line) -> tuple[tuple[int, ...], str]:
    """The more months in the worst state the earlier, then those in the next; equals by name."""
    return tuple(-line.count(state) for state in State), line.entity.casefold()
