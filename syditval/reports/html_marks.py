"""Which cells a cause or a finding speaks of, and how each is marked in the table around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from syditval.messages import Texts
from syditval.messages.amounts import GROUP, written
from syditval.model.cause import POLICIES, Cause, Change, Slip
from syditval.model.cells import CellRef
from syditval.model.finding import Finding

PER_CENT = "%"


class Mark(StrEnum):
    """How a cell is marked, the strongest first: a cell has one mark only."""

    CULPRIT = "culprit"
    POSSIBLE = "possible"
    FINDING = "finding"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark, and what the cell should hold instead where that is known."""

    mark: Mark
    instead: str = ""


def marks_of_cause(cause: Cause, findings: Sequence[Finding], words: Texts) -> Mapping[CellRef, Marked]:
    """The marks of a cause and of the findings that it settles."""
    marks: dict[CellRef, Marked] = {}
    for mark, slips in ((Mark.CULPRIT, cause.slips), *((Mark.POSSIBLE, each) for each in cause.alternatives)):
        for slip in slips:
            for change in slip.changes:
                marks.setdefault(change.cell, _marked(mark, slip, change, words))
    witnesses = (cell for slip in cause.slips for cell in slip.witnesses)
    return marks_of_findings(findings) | {cell: Marked(Mark.RELATED) for cell in witnesses} | marks


def marks_of_findings(findings: Iterable[Finding]) -> dict[CellRef, Marked]:
    """The cells of findings, and those related to them."""
    findings = list(findings)
    related = {cell: Marked(Mark.RELATED) for finding in findings for cell in finding.related}
    return related | {finding.cell: Marked(Mark.FINDING) for finding in findings if finding.cell}


def _marked(mark: Mark, slip: Slip, change: Change, words: Texts) -> Marked:
    # Where a whole table was rounded otherwise, no cell has an error of its own.
    return Marked(Mark.FINDING) if slip.mechanism in POLICIES else Marked(mark, instead(change, words))


def instead(change: Change, words: Texts) -> str:
    """What a cell should hold: the suggested amount, or the limits between which all amounts fit."""
    sign = GROUP + PER_CENT if change.unit == PER_CENT else ""
    if change.suggested is not None or change.low == change.high:
        return written(change.low if change.suggested is None else change.suggested) + sign
    return words.get("page", "between", low=written(change.low), high=written(change.high)) + sign
