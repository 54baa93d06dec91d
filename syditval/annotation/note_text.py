"""What a note says: a headline and a few lines for each cause and each finding of its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syditval.annotation.line_count import line_count
from syditval.annotation.xml_part import TEXT_LIMIT, plain
from syditval.messages import Texts
from syditval.messages.amounts import signed
from syditval.model.cause import Cause
from syditval.model.finding import Finding

# Characters on a line of the box, in the small type of notes.
LINE = 48


@dataclass(frozen=True, slots=True)
class Passage:
    """One cause or finding in a note: its headline, in bold, and what follows."""

    headline: str
    body: str


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
    return Passage(headline, "\n".join([finding.message, *_evidence(finding, words), *elsewhere]))


def fitted(note: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of one note, cut so that together they are no longer than a note may be."""
    most = TEXT_LIMIT // len(note)
    # Two line breaks set a passage off from the one before, one its body from its headline.
    return tuple(replace(each, body=plain(each.body, most - len(each.headline) - 3)) for each in note)


def lines(note: Sequence[Passage]) -> int:
    """How many lines a note takes in its box, with a blank one between passages."""
    return line_count("\n\n".join(f"{passage.headline}\n{passage.body}" for passage in note), LINE)


def _evidence(finding: Finding, words: Texts) -> Iterator[str]:
    if evidence := finding.evidence:
        unit, difference = finding.unit, signed(evidence.difference)
        distance = words.get("annotation", "points") if unit == "%" else unit
        yield words.get("annotation", "note_expected", amount=evidence.expected, unit=unit)
        yield words.get("annotation", "note_found", amount=evidence.found, unit=unit)
        yield words.get(
            "annotation", "note_difference", amount=difference, bound=evidence.bound, unit=distance
        )
