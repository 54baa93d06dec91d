"""A run done again beside its record: what deviates, and whether the same verdicts come out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console

from syditval.messages import texts
from syditval.records import Deviation, Recorded, Subject, is_of_basis
from syditval.reports.heading import HASH_DIGITS
from syditval.reports.page import Page

_DIGEST_LENGTH = 64


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
        recorded=_told(deviation.recorded, page),
        found=_told(deviation.found, page),
    )


def _told(value: str, page: Page) -> str:
    """What stands on one side; of a hash the first digits."""
    if not value:
        return page.words.get("verified", "nothing")
    return value[:HASH_DIGITS] if len(value) == _DIGEST_LENGTH else value


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
