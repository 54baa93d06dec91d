"""What a note says: a headline and a few lines for each finding of its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syditval.annotation.line_count import line_count
from syditval.annotation.xml_part import TEXT_LIMIT, plain
from syditval.messages import Texts
from syditval.messages.amounts import signed
from syditval.model.finding import Finding

# Characters on a line of the box, in the small type of notes.
LINE = 48


@dataclass(frozen=True, slots=True)
class Passage:
    """One finding in a note: its headline, in bold, and what follows."""

    headline: str
    body: str


def passages(findings: Sequence[Finding], words: Texts) -> tuple[Passage, ...]:
    """The passages of the note on a cell with these findings; together no longer than a note may be."""
    most = TEXT_LIMIT // len(findings)
    return tuple(_passage(finding, words, most) for finding in findings)


def lines(note: Sequence[Passage]) -> int:
    """How many lines a note takes in its box, with a blank one between passages."""
    return line_count("\n\n".join(f"{passage.headline}\n{passage.body}" for passage in note), LINE)


def _passage(finding: Finding, words: Texts, most: int) -> Passage:
    severity = words.get("severity", finding.severity.value)
    headline = words.get("annotation", "note_headline", code=finding.code, severity=severity)
    body = "\n".join([finding.message, *_evidence(finding, words)])
    # Two line breaks set a passage off from the one before, one its body from its headline.
    return Passage(headline, plain(body, most - len(headline) - 3))


def _evidence(finding: Finding, words: Texts) -> Iterator[str]:
    if evidence := finding.evidence:
        unit, difference = finding.unit, signed(evidence.difference)
        distance = words.get("annotation", "points") if unit == "%" else unit
        yield words.get("annotation", "note_expected", amount=evidence.expected, unit=unit)
        yield words.get("annotation", "note_found", amount=evidence.found, unit=unit)
        yield words.get(
            "annotation", "note_difference", amount=difference, bound=evidence.bound, unit=distance
        )
