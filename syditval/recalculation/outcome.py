"""What became of a recalculation."""

from __future__ import annotations

from dataclasses import dataclass

from syditval.model.relation import Reason


@dataclass(frozen=True, slots=True)
class Recalculated:
    """The bytes of the workbook as it was calculated again, an .xlsx whatever it was before."""

    content: bytes


@dataclass(frozen=True, slots=True)
class NotRun:
    """Nothing was calculated again: why, and what is known of it: the seconds allowed, or what was said."""

    reason: Reason
    detail: str
