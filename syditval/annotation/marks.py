"""What is marked in the workbook: the cells that are wrong, and the cells where something was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syditval.annotation.note_text import cause_passage, finding_passage
from syditval.annotation.review import items
from syditval.messages import Texts
from syditval.model.cause import Cause
from syditval.model.cells import CellRef
from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.patching.passage import Passage


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to tint, and what its note says of one cause or finding, which has an id."""

    cell: CellRef
    severity: Severity
    passage: Passage
    item: str


def marks(report: Report, words: Texts) -> Iterator[Mark]:
    """The marks of all causes, then those of all findings, each in the order of the report.

    A finding about the workbook as a whole marks no cell, nor does what a cause is only the likeliest
    alternative to.
    """
    causes = {explained: cause for cause in report.causes for explained in cause.explains}
    for name, item in items(report).items():
        if isinstance(item, Cause):
            passage = cause_passage(item, words)
            for cell in dict.fromkeys(change.cell for change in item.changes):
                yield Mark(cell, _tint(item.severity, pressing=report.is_pressing(item)), passage, name)
        elif item.cell is not None:
            passage = finding_passage(item, causes.get(item.id), words)
            yield Mark(item.cell, _tint(item.severity, pressing=item.is_pressing), passage, name)


def _tint(severity: Severity, *, pressing: bool) -> Severity:
    """The severity that a cell is tinted by: what is accepted or too small to matter has the mildest."""
    return severity if pressing else Severity.NOTE
