"""What becomes of a finding."""

from __future__ import annotations

from enum import StrEnum

from syditval.model.finding import Finding


class Status(StrEnum):
    """Whether a finding counts: open ones do, for the exit code; the others are told and do not."""

    OPEN = "open"
    IMMATERIAL = "immaterial"
    WAIVED = "waived"


def status_of(finding: Finding) -> Status:
    """Waived by somebody, or below the materiality that was asked for, or neither."""
    if finding.is_waived:
        return Status.WAIVED
    return Status.OPEN if finding.is_material else Status.IMMATERIAL
