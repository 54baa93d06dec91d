"""An example of a rule: a small workbook, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from syditval.model.cells import Workbook
from syditval.model.earlier import EarlierFinding
from syditval.model.period import Period
from syditval.model.waiver import Waiver

# The day on which the waivers of examples have to hold.
DAY = date(2024, 4, 30)


@dataclass(frozen=True, slots=True)
class ExampleMonth:
    """An earlier month of an example: its workbook, and what was found in it."""

    period: Period
    workbook: Workbook
    findings: tuple[EarlierFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A workbook that was written as text (see ``example_text``), and what stands beside it there.

    ``recalculated`` is the workbook as its formulas give it when calculated again, where anything says
    so. ``months`` are earlier ones that it is held against; it is itself of the month of DAY, and
    ``decision`` is what was decided since, empty for nothing. ``others`` are the statements that say nothing
    known, as they are worded.
    """

    workbook: Workbook
    recalculated: Workbook | None = None
    waivers: tuple[Waiver, ...] = ()
    others: tuple[str, ...] = ()
    months: tuple[ExampleMonth, ...] = ()
    decision: str = ""
