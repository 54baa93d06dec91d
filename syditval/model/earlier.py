"""What is known of an earlier month, to hold a later one against."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.model.period import Period
from syditval.model.table import Table


@dataclass(frozen=True, slots=True)
class EarlierFinding:
    """A finding of an earlier month that counted then: its code, its symbolic place, and its severity."""

    code: str
    place: str
    severity: str


@dataclass(frozen=True, slots=True)
class Against:
    """What a report says of an earlier month's workbook; its period is None where it is not known."""

    name: str
    sha256: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The tables and findings of an earlier month's workbook, whose name and hash are given.

    ``period`` is None where the workbook does not state it: then it is taken for the month before. The
    cells of ``tables`` are those of that workbook, without a source.
    """

    name: str
    sha256: str
    period: Period | None
    tables: tuple[Table, ...]
    findings: tuple[EarlierFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Months:
    """What a month is held against: earlier months of its entity, and the reason why a budget may differ.

    Among ``earlier``, in order, are the last month before it of the same year and the same month of the year
    before, as far as they are known. ``decision`` is what was decided that changes the year's budget, empty
    for nothing. ``period`` is that of the month itself where it is known for certain.
    """

    earlier: tuple[Earlier, ...] = ()
    decision: str = ""
    period: Period | None = None
