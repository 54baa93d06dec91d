"""A finding: one thing that is wrong or noteworthy, with its place and its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from syditval.model.cells import CellRef
from syditval.model.relation import Evidence, Verdict
from syditval.model.rule import Severity
from syditval.model.waiver import Waived, Waiving

Field = str | int | Decimal


class Confidence(StrEnum):
    """How sure the tool is that the finding is one: arithmetic is certain, reading a layout may not be."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Whether a finding counts: open ones do, for the exit code; the others are told and do not."""

    OPEN = "open"
    IMMATERIAL = "immaterial"
    WAIVED = "waived"

    @property
    def rank(self) -> int:
        """0 for an open finding, 1 for an immaterial one, 2 for one that is waived."""
        return list(Status).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one primary cell, or about the workbook as a whole: then ``cell`` is None.

    ``id`` is symbolic (code, kind, row key, column role, period), so the same finding has the same
    id next month although its address moved; ``place`` is the part of it that neither code nor period
    is in, the same from month to month. ``fields`` are the typed values that its message is rendered
    from; ``message`` is that text in the language of the report. ``waived`` is the waiver that names it,
    whether that holds or not; it is immaterial where its difference is below the materiality that
    was asked for. ``standing`` says both in the language of the report.
    """

    id: str
    code: str
    name: str
    severity: Severity
    table: str
    cell: CellRef | None
    confidence: Confidence = Confidence.HIGH
    row_label: str = ""
    column_label: str = ""
    unit: str = ""
    related: tuple[CellRef, ...] = ()
    verdict: Verdict | None = None
    evidence: Evidence | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    message: str = ""
    place: str = ""
    waived: Waived | None = None
    is_material: bool = True
    standing: str = ""

    @property
    def told(self) -> str:
        """Everything that is said of it: its message and its standing, a line each."""
        return "\n".join(filter(None, (self.message, self.standing)))

    @property
    def status(self) -> Status:
        """Waived by somebody, or below the materiality that was asked for, or neither."""
        if self.is_waived:
            return Status.WAIVED
        return Status.OPEN if self.is_material else Status.IMMATERIAL

    @property
    def is_waived(self) -> bool:
        """Whether somebody has accepted it: it is told, and counts for nothing."""
        return self.waived is not None and self.waived.waiving is Waiving.WAIVED

    @property
    def is_pressing(self) -> bool:
        """Whether it counts for the exit code: it is neither waived nor immaterial."""
        return self.status is Status.OPEN
