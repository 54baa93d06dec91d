"""What a note says: a headline and a few lines for each cause and each finding of its cell."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.messages import Texts
from syditval.messages.amounts import signed
from syditval.model.cause import Cause
from syditval.model.finding import Finding
from syditval.patching.passage import Passage


def cause_passage(cause: Cause, words: Texts) -> Passage:
    """What a cause says, at a cell that is wrong."""
    certainty = words.get("certainty", cause.certainty.name.lower())
    return Passage(words.get("annotation", "note_cause", certainty=certainty), cause.message)


def finding_passage(finding: Finding, cause: Cause | None, words: Texts) -> Passage:
    """What a finding says with its figures, and its ``cause`` where that stands in another cell."""
    severity = words.get("severity", finding.severity.value)
    headline = words.get("annotation", "note_headline", code=finding.code, severity=severity)
    elsewhere = (
        [words.get("annotation", "note_cause_elsewhere", cause=cause.message.partition("\n")[0])]
        if cause and finding.cell not in [change.cell for change in cause.changes]
        else []
    )
    return Passage(headline, "\n".join([finding.told, *_evidence(finding, words), *elsewhere]))


def _evidence(finding: Finding, words: Texts) -> Iterator[str]:
    if evidence := finding.evidence:
        unit, difference = finding.unit, signed(evidence.difference)
        distance = words.get("annotation", "points") if unit == "%" else unit
        yield words.get("annotation", "note_expected", amount=evidence.expected, unit=unit)
        yield words.get("annotation", "note_found", amount=evidence.found, unit=unit)
        yield words.get(
            "annotation", "note_difference", amount=difference, bound=evidence.bound, unit=distance
        )
