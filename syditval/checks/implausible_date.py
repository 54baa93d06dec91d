"""H109: a date that no follow-up is about, such as 1900-02-28."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from syditval.checks.census import Census, Place
from syditval.checks.number_format import shows_time_alone
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.cells import CellKind
from syditval.model.rule import RuleInfo, Severity

FIRST_YEAR, LAST_YEAR = 1990, 2100

RULE = RuleInfo(
    code="H109",
    name="date-out-of-range",
    severity=Severity.WARNING,
    bad=f"{SOUND_TABLE}\nUttaget den | 1900-02-28 {{date}}\n",
    good=f"{SOUND_TABLE}\nUttaget den | 2024-05-02 {{date}}\n",
)


def occurrences(census: Census) -> Iterator[Place]:
    """The dates before 1990 and after 2100. A time of day has no date, whatever day is stored with it."""
    for place in census.places[CellKind.DATE]:
        cell = census.sheet.cells[place]
        in_range = isinstance(cell.value, datetime) and FIRST_YEAR <= cell.value.year <= LAST_YEAR
        if not in_range and not shows_time_alone(cell.number_format):
            yield place
