"""A page that grows while workbooks are received and checked: a line for each step of each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from syditval.store.entry import Entry, Kept, Standing
from syditval.web.screens.templates import rendered

if TYPE_CHECKING:
    from syditval.web.viewer import Viewer


class Step(StrEnum):
    """How far a file has come. From ``KEPT`` on it has come to its end."""

    RECEIVED = "received"
    WAITING = "waiting"
    CHECKING = "checking"
    KEPT = "kept"
    WITH_FINDINGS = "with_findings"
    REJECTED = "rejected"
    ALREADY = "already"
    REFUSED = "refused"

    @property
    def is_last(self) -> bool:
        """Whether nothing more happens to the file."""
        return self not in (Step.RECEIVED, Step.WAITING, Step.CHECKING)


_STEPS = {
    Standing.ACCEPTED: Step.KEPT,
    Standing.WITH_FINDINGS: Step.WITH_FINDINGS,
    Standing.REJECTED: Step.REJECTED,
}


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One step of one file by its name as sent: its entry where it has one, why where it is refused."""

    name: str
    step: Step
    entry: Entry | None = None
    sentence: str = ""


def row_of(name: str, kept: Kept) -> ProgressRow:
    """The last step of a file that the store has kept, now or before."""
    return ProgressRow(name, _STEPS[kept.entry.standing] if kept.is_new else Step.ALREADY, kept.entry)


def progress_head(viewer: Viewer, names: Sequence[str]) -> str:
    """The page up to its first line, with the names of the files that come, as far as they are known."""
    return rendered("progress_head", viewer.language, viewer, names=names)


def progress_row(viewer: Viewer, row: ProgressRow) -> str:
    """One line."""
    return rendered("progress_row", viewer.language, viewer, row=row)


def progress_foot(viewer: Viewer, rows: Sequence[ProgressRow]) -> str:
    """The rest of the page, with the last step of each file."""
    return rendered("progress_foot", viewer.language, viewer, rows=[row for row in rows if row.step.is_last])
