"""What stands around a table: its title, its unit, its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

Place = tuple[int, int]
Stated = tuple[Place, Unit]

_ABOUT_UNITS = re.compile(r"(alla|samtliga)?(belopp|siffror)?(är|anges|redovisas)?i?")
_PRINTED = re.compile(r"(utskri|skapad|uttag|rapportdatum|printed)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Title, unit with the address it was read from ("kind" where none is stated), and period."""

    title: str
    unit: Unit
    unit_source: str
    period: str


def surroundings(grid: Grid, band: Band, left: int, between: tuple[int, int]) -> Surroundings:
    """What stands around a header; what stands left of column ``left`` is another table's.

    ``between`` are the last row of what stands above the table and the table's own last row.
    """
    above, bottom = between
    preamble = grid.rows_between(max(above + 1, band.top - MOST_PREAMBLE_ROWS), band.top - 1)
    columns = range(left, band.right + 1)
    header = range(band.top, band.bottom + 1)
    near = [(row, column) for row in [*header, *reversed(preamble)] for column in columns]
    outside = [(place, unit) for place, unit in grid.units if not band.top <= place[0] <= bottom]
    unit, source = _unit(grid, near, outside) or (band.kind.unit, KIND)
    headings = [grid.heading(row, column) for row in header for column in columns]
    return Surroundings(
        title=_title(grid, band, preamble, columns),
        unit=unit,
        unit_source=source,
        period=_period([headings, [*grid.texts(preamble, columns), grid.sheet.name]]),
    )


def _period(groups: list[list[str]]) -> str:
    """The date of the headings, else of the lines above; the date of printing is neither."""
    dated = (period_of(text for text in texts if not _PRINTED.match(text)) for texts in groups)
    return next((period for period in dated if period), "")


def _title(grid: Grid, band: Band, rows: Sequence[int], columns: range) -> str:
    """The nearest line above that the kind knows as a title, else the nearest that is more than a unit."""
    upwards = [
        [line for line in grid.texts([row], columns) if not is_unit_line(line)] for row in reversed(rows)
    ]
    known = {squash(title) for title in band.kind.titles}
    titles = [line for texts in upwards for line in texts if squash(line) in known]
    others = [texts[0] for texts in upwards if texts]
    return next(iter([*titles, *others]), grid.sheet.name)


def is_unit_line(line: str) -> bool:
    """Whether a line says nothing but the unit: "(tkr)", "Belopp i tkr", "Alla belopp anges i kronor"."""
    return unit_in(line) is not None and _ABOUT_UNITS.fullmatch(squash(line)) is not None


def _unit(grid: Grid, near: Sequence[Place], outside: Sequence[Stated]) -> tuple[Unit, str] | None:
    """The unit as stated nearest to the figures, with its source; never guessed from their size.

    What the rest of the sheet says counts only where it speaks of one unit alone: first its lines
    about units ("Belopp i tkr"), then any sentence.
    """
    for place in near:
        if unit := unit_in(grid.text(*place)):
            return unit, grid.sheet.ref(*place).address
    if unit := unit_in(grid.sheet.name):
        return unit, quoted_sheet(grid.sheet.name)
    lines = [(place, unit) for place, unit in outside if is_unit_line(grid.text(*place))]
    for stated in (lines, outside):
        if len({unit for _, unit in stated}) == 1:
            place, unit = stated[0]
            return unit, grid.sheet.ref(*place).address
    return None
