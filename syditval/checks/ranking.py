"""Findings in the order in which they are read, each with a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from syditval.model.cause import Cause
from syditval.model.cells import CellRef, Workbook
from syditval.model.finding import Finding

_NOWHERE = CellRef("", 0, 0)


def ranked(findings: Iterable[Finding], workbook: Workbook) -> tuple[Finding, ...]:
    """The findings by severity, then as one reads the workbook: as a whole, tab by tab, row by row.

    Those below materiality come after all that count, and the waived ones last. One that comes again
    at the same place gets a numbered id.
    """
    tabs = {sheet.name: place for place, sheet in enumerate(workbook.sheets)}

    def place(finding: Finding) -> tuple[int, int, int, CellRef, str]:
        cell = finding.cell or _NOWHERE
        return (finding.status.rank, finding.severity.rank, tabs.get(cell.sheet, -1), cell, finding.code)

    return tuple(sorted(_distinct(findings), key=place))


def pressing_first(causes: Iterable[Cause], findings: Iterable[Finding]) -> tuple[Cause, ...]:
    """The causes in their order, but first those of findings that count, and last those of waived ones."""
    ranks = {finding.id: finding.status.rank for finding in findings}
    return tuple(sorted(causes, key=lambda cause: min((ranks[each] for each in cause.explains), default=0)))


def _distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        number = seen[finding.id]
        yield finding if number == 1 else _numbered(finding, number)


def _numbered(finding: Finding, number: int) -> Finding:
    return replace(finding, id=f"{finding.id}~{number}", place=f"{finding.place}~{number}")
