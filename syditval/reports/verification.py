"""A run done again beside its record: what deviates, and whether the same verdicts come out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console

from syditval.messages import texts
from syditval.messages.amounts import written
from syditval.model.relation import Reason
from syditval.records import Deviation, Parts, Recorded, Subject, is_of_basis
from syditval.reports.heading import HASH_DIGITS
from syditval.reports.page import Page

_DIGEST_LENGTH = 64
_REASONS = {reason.value: reason.name.lower() for reason in Reason}
# Where the words of a record stand in the catalogues.
_SECTIONS = {Subject.RELATION: ("verdict",), Subject.FINDING: ("severity", "compared", "verified")}


def render_verification(
    record: Recorded, deviations: Sequence[Deviation], language: str, console: Console
) -> None:
    """Write to a console every deviation of a run from its record, and what that comes to."""
    page = Page(texts(language), console)
    run = page.words.get(
        "compared",
        "run",
        name=record.name,
        digest=record.sha256[:HASH_DIGITS],
        version=record.version,
    )
    page.facts([(page.words.get("verified", "record"), run)])
    if deviations:
        page.heading(page.words.get("verified", "deviations"))
    for each in deviations:
        page.paragraph(_sentence(each, page), head="-")
    page.heading(page.words.get("terminal", "summary"))
    page.paragraph(_outcome(record, deviations, page))


def _sentence(deviation: Deviation, page: Page) -> str:
    words = page.words
    if deviation.subject is Subject.SEAL:
        return words.get("verified", "seal")
    return words.get(
        "verified",
        "deviates",
        subject=words.get("verified", deviation.subject.value),
        name=deviation.name,
        recorded=_told(deviation.subject, deviation.recorded, page),
        found=_told(deviation.subject, deviation.found, page),
    )


def _told(subject: Subject, parts: Parts, page: Page) -> str:
    """What stands on one side."""
    if not parts:
        return page.words.get("verified", "nothing")
    worded = [written(part) if isinstance(part, Decimal) else _worded(subject, part, page) for part in parts]
    match worded:
        case verdict, expected, found if subject is Subject.RELATION:
            return page.words.get("verified", "judged", verdict=verdict, expected=expected, found=found)
    return ", ".join(worded)


def _worded(subject: Subject, text: str, page: Page) -> str:
    """A text of a record in the language of the page; of a hash the first digits."""
    if subject is Subject.GAP and text in _REASONS:
        return page.words.get("reason", _REASONS[text])
    for section in _SECTIONS.get(subject, ()):
        if page.words.has(section, text):
            return page.words.get(section, text)
    return text[:HASH_DIGITS] if len(text) == _DIGEST_LENGTH else text


def _outcome(record: Recorded, deviations: Sequence[Deviation], page: Page) -> str:
    others = [each for each in deviations if not is_of_basis(each)]
    if others:
        return page.words.get("verified", "other", count=Decimal(len(others)))
    return page.words.get(
        "verified",
        "same_verdicts" if deviations else "same",
        relations=Decimal(len(record.relations)),
        findings=Decimal(len(record.findings)),
        gaps=Decimal(len(record.gaps)),
    )
