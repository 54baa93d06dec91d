"""Two runs, over one workbook or over those of two months: which findings are new, gone and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syditval.records.difference import Change, FindingChange
from syditval.records.recorded import Recorded, RecordedFinding


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two records, by what findings are called whatever the month.

    ``unchanged`` is the number of findings that are the same in both; ``tables`` are the ids of tables
    that one of the two does not have.
    """

    before: Recorded
    after: Recorded
    findings: tuple[FindingChange, ...]
    unchanged: int
    tables: tuple[tuple[Change, str], ...]

    @property
    def is_same(self) -> bool:
        """Whether both records find the same in the same tables."""
        return not self.findings and not self.tables


def compare(before: Recorded, after: Recorded) -> Comparison:
    """What is new, gone and changed from one record to another."""
    changes = tuple(_changes(before, after))
    kept = sum(change.change is not Change.NEW for change in changes)
    return Comparison(before, after, changes, len(before.findings) - kept, tuple(_tables(before, after)))


def _changes(before: Recorded, after: Recorded) -> Iterator[FindingChange]:
    """The new ones, then the gone and the changed ones, each in the order of their record."""
    old = {finding.identity: finding for finding in before.findings}
    now = {finding.identity: finding for finding in after.findings}
    for identity, finding in now.items():
        if identity not in old:
            yield FindingChange(Change.NEW, None, finding)
    for identity, finding in old.items():
        if identity not in now:
            yield FindingChange(Change.GONE, finding, None)
    for identity, finding in now.items():
        if identity in old and _said(old[identity]) != _said(finding):
            yield FindingChange(Change.CHANGED, old[identity], finding)


def _said(finding: RecordedFinding) -> tuple[object, ...]:
    """What must not change for a finding to be the same; the cell may move, and the figures around it."""
    return finding.severity, finding.verdict, finding.difference, finding.state, finding.is_material


def _tables(before: Recorded, after: Recorded) -> Iterator[tuple[Change, str]]:
    yield from ((Change.NEW, table) for table in after.tables if table not in before.tables)
    yield from ((Change.GONE, table) for table in before.tables if table not in after.tables)
