"""What is marked in the workbook: the cells that are wrong, and the cells where something was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syditval.annotation.note_text import Passage, cause_passage, finding_passage
from syditval.messages import Texts
from syditval.model.cells import CellRef
from syditval.model.report import Report
from syditval.model.rule import Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to tint, and what its note says of one cause or finding."""

    cell: CellRef
    severity: Severity
    passage: Passage


def marks(report: Report, words: Texts) -> Iterator[Mark]:
    """The marks of all causes, then those of all findings, each in the order of the report.

    A finding about the workbook as a whole marks no cell, nor does what a cause is only the likeliest
    alternative to.
    """
    for cause in report.causes:
        passage = cause_passage(cause, words)
        for cell in dict.fromkeys(change.cell for change in cause.changes):
            yield Mark(cell, cause.severity, passage)
    causes = {explained: cause for cause in report.causes for explained in cause.explains}
    for finding in report.findings:
        if finding.cell is not None:
            yield Mark(
                finding.cell, finding.severity, finding_passage(finding, causes.get(finding.id), words)
            )
