"""What is asked of a run, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from syditval.annotation import Annotated, CannotAnnotate, Wishes
from syditval.arithmetic import NEAREST, Policy
from syditval.model.earlier import Months
from syditval.model.report import Report
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.reading import DEFAULT, Limits


class Question(StrEnum):
    """What is asked of a workbook: the tables of known kinds, or whatever adds up in any table."""

    RECONCILE = "reconcile"
    SUMS = "sums"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of one run.

    The language of its texts, own schemas and the rounding policy; the limits of the file, the
    password of an encrypted one, and whether to do without the protection of a child process; the
    question, and whether formulas are to be calculated again by LibreOffice. What the findings are held
    against: accepted differences, on the day ``as_of`` (today unless it is given), and the size from
    which on a difference matters. ``months`` are the earlier months that the workbook is held against, None
    where it is looked at alone.
    """

    language: str = "en"
    schemas: Path | None = None
    policy: Policy = NEAREST
    limits: Limits = DEFAULT
    password: str | None = None
    in_process: bool = False
    question: Question = Question.RECONCILE
    recalc: bool = False
    waivers: tuple[Waiver, ...] = ()
    as_of: date | None = None
    materiality: Threshold | None = None
    months: Months | None = None

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The name and value of each option that the findings depend on."""
        return tuple(self._options())

    def _options(self) -> Iterator[tuple[str, str]]:
        yield "question", self.question.value
        yield "rounding", self.policy.mode.value
        yield "ratio-basis", self.policy.ratio_basis.value
        yield "recalc", "yes" if self.recalc else "no"
        if self.materiality is not None:
            yield "materiality", str(self.materiality)
        # Of what never expires, the day says nothing.
        if any(waiver.until for waiver in self.waivers):
            yield "as-of", self.day.isoformat()
        if self.months is not None and self.months.period is not None:
            yield "period", str(self.months.period)
        if self.months is not None and self.months.decision:
            yield "decision", self.months.decision

    @property
    def day(self) -> date:
        """The day on which waivers have to hold."""
        return self.as_of or date.today()


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """The annotated copy that is wanted: where it goes, and what is to be marked in it.

    ``folder`` is made where there is none. ``carry_over`` is the earlier copy whose statuses and
    comments are wanted, None for the one at ``target``, or else ``beside`` the workbook, if any.
    """

    target: Path
    wishes: Wishes = Wishes()
    folder: Path | None = None
    carry_over: Path | None = None
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A workbook's report, and its annotated copy: why there is none, or None where none was asked for."""

    report: Report
    copy: Annotated | CannotAnnotate | None = None
