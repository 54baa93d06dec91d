"""A waiver: a difference that somebody has accepted, for a reason, up to an amount and a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase

from syditval.model.threshold import Threshold


@dataclass(frozen=True, slots=True)
class Waiver:
    """An accepted difference.

    ``code`` and ``place`` name the finding as it is named every month (Finding.place), ``at_most`` is the
    largest difference that is accepted, without regard to its sign: None for any. It holds to the end
    of the day ``until``, None for always, and for workbooks whose file name matches the pattern
    ``workbook``, where there is one.
    """

    code: str
    place: str
    reason: str
    at_most: Threshold | None = None
    who: str = ""
    until: date | None = None
    workbook: str = ""

    def concerns(self, workbook: str) -> bool:
        """Whether it holds for workbooks of a file name."""
        return fnmatchcase(workbook, self.workbook or "*")


class Waiving(StrEnum):
    """What a waiver does for the finding that it names."""

    WAIVED = "waived"
    EXCEEDED = "exceeded"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Waived:
    """The waiver that names a finding, and whether it holds for it."""

    waiver: Waiver
    waiving: Waiving
