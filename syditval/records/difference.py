"""What is different between two records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from syditval.records.recorded import RecordedFinding


class Change(StrEnum):
    """What became of something from one record to the next."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that is in one of two records only, or not the same in both."""

    change: Change
    before: RecordedFinding | None
    after: RecordedFinding | None

    @property
    def told(self) -> RecordedFinding:
        """The finding as it is now, or as it was if it is gone."""
        told = self.after or self.before
        assert told is not None
        return told
