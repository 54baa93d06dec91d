"""What stands around a table: its title, its unit, its period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syditval.model.amounts import Unit
from syditval.model.cells import quoted_sheet
from syditval.recognition.bands import Band
from syditval.recognition.grid import Grid
from syditval.recognition.headings import squash
from syditval.recognition.periods import period_of
from syditval.recognition.units import unit_in

# Titles, unit lines and dates stand at most so many rows above the header.
MOST_PREAMBLE_ROWS = 8
KIND = "kind"
_PRINTED = re.compile(r"(utskri|skapad|uttag|rapportdatum|printed)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Title, unit with the address it was read from ("kind" where none is stated), and period."""

    title: str
    unit: Unit
    unit_source: str
    period: str


def surroundings(grid: Grid, band: Band, left: int, between: tuple[int, int]) -> Surroundings:
    """What stands around a header whose table begins in column ``left``.

    ``between`` are the last row of what stands above the table and the table's own last row.
    """
    above, bottom = between
    first = max(above + 1, band.top - MOST_PREAMBLE_ROWS)
    preamble = [row for row in range(first, band.top) if row in grid.by_row]
    columns = range(left, band.right + 1)
    header = range(band.top, band.bottom + 1)
    outside = [(row, column) for row, column in sorted(grid.sheet.cells) if not band.top <= row <= bottom]
    unit, source = _unit(grid, band, [*_near(band, columns, preamble), *outside])
    texts = grid.texts(preamble, columns)
    headings = [grid.heading(row, column) for row in header for column in columns]
    return Surroundings(
        title=_title(grid, band, preamble, columns),
        unit=unit,
        unit_source=source,
        period=_period([headings, [*texts, grid.sheet.name]]),
    )


def _period(groups: list[list[str]]) -> str:
    """The date of the headings, else of the lines above; the date of printing is neither."""
    dated = (period_of(text for text in texts if not _PRINTED.match(text)) for texts in groups)
    return next((period for period in dated if period), "")


def _title(grid: Grid, band: Band, rows: list[int], columns: range) -> str:
    """A line that the kind knows as a title, else the nearest above that is more than a unit."""
    lines = [[line for line in grid.texts([row], columns) if not _is_unit_line(line)] for row in rows]
    known = {squash(title) for title in band.kind.titles}
    titles = [line for texts in lines for line in texts if squash(line) in known]
    nearest = [texts[0] for texts in reversed(lines) if texts]
    return next(iter([*titles, *nearest]), grid.sheet.name)


def _is_unit_line(line: str) -> bool:
    return unit_in(line) is not None and len(line.split()) <= 4


def _unit(grid: Grid, band: Band, places: Iterable[tuple[int, int]]) -> tuple[Unit, str]:
    """The unit as stated nearest to the figures; never guessed from their size."""
    for row, column in places:
        text = grid.text(row, column)
        unit = unit_in(text) if text else None
        if unit is not None:
            return unit, grid.sheet.ref(row, column).address
    unit = unit_in(grid.sheet.name)
    return (unit, quoted_sheet(grid.sheet.name)) if unit is not None else (band.kind.unit, KIND)


def _near(band: Band, columns: range, preamble: list[int]) -> Iterator[tuple[int, int]]:
    """The header's cells, then those of the lines above it upwards."""
    for row in [*range(band.top, band.bottom + 1), *reversed(preamble)]:
        yield from ((row, column) for column in columns)
