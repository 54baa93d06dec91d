"""What the store keeps of one upload, and what is handed to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from syditval.model.finding import Status
from syditval.model.period import Period
from syditval.model.report import Report
from syditval.model.rule import Severity


class Standing(StrEnum):
    """What became of an upload when it was checked."""

    ACCEPTED = "accepted"
    WITH_FINDINGS = "accepted with findings"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One workbook on its way into the store, with the report on it.

    ``name`` is the file's as sent, ``origin`` says from where it came (a computer, an address), ``at`` when,
    in UTC. ``decision`` is the reason why its budget differs from that of the month before, empty for none.
    """

    content: bytes
    name: str
    entity: str
    period: Period
    standing: Standing
    report: Report
    by: str
    origin: str
    at: datetime
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why an upload no longer counts, who said so, and when, in UTC."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One upload as kept. ``version`` counts from 1 within its entity and period.

    ``errors``, ``warnings`` and ``notes`` count the findings that are neither waived nor immaterial. It may
    be deleted after ``kept_until`` and not before. ``is_current`` says that it is what counts for its month:
    the last version that was neither rejected nor withdrawn.
    """

    number: int
    entity: str
    period: Period
    version: int
    name: str
    sha256: str
    size: int
    standing: Standing
    by: str
    origin: str
    at: datetime
    decision: str
    tool: str
    errors: int
    warnings: int
    notes: int
    kept_until: date
    is_current: bool
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an arrival: its entry, which is an older one where the same was sent before."""

    entry: Entry
    is_new: bool


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding as it was told when its workbook came in. ``cell`` is an address, or empty."""

    id: str
    code: str
    place: str
    severity: Severity
    standing: Status
    table: str
    cell: str
    row_label: str
    column_label: str
    message: str


class FindingStatus(StrEnum):
    """What became of a finding since: explained by somebody, or put right."""

    OPEN = "open"
    EXPLAINED = "explained"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class StatusSet:
    """A status that somebody gave a finding, why, and when, in UTC."""

    status: FindingStatus
    comment: str
    by: str
    at: datetime
