"""H107: a number format such as ``;;;``, which shows nothing of the number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syditval.checks.census import Census, Place
from syditval.checks.number_format import hides
from syditval.checks.sound_table import SOUND_TABLE
from syditval.model.cells import CellKind
from syditval.model.rule import RuleInfo, Severity

RULE = RuleInfo(
    code="H107",
    name="number-hidden-by-its-format",
    severity=Severity.WARNING,
    bad=SOUND_TABLE.replace("170 ", "170 {;;;} "),
    good=SOUND_TABLE,
)


def occurrences(census: Census) -> Iterator[Place]:
    """The numbers other than zero that their formats hide."""
    for place in census.places[CellKind.NUMBER]:
        cell = census.sheet.cells[place]
        if isinstance(cell.value, Decimal) and cell.value and hides(cell.number_format, cell.value < 0):
            yield place
