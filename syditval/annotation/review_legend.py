"""The block on what tints, tick marks and statuses mean."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.annotation.review import Review, Status
from syditval.annotation.review_blocks import SECTION, title
from syditval.annotation.review_entries import HATCHED, NUMBER, PLAIN, SIGN, Entry, Row, tinted
from syditval.messages import Texts
from syditval.model.rule import Severity


def legend_rows(review: Review, words: Texts) -> Iterator[Row]:
    """Each sign with its meaning, a tick mark also with how many were set."""
    yield from title("legend", words)
    for severity in Severity:
        yield _meaning(tinted(severity, words.get("severity", severity.value)), f"tint_{severity}", words)
    if review.shows_uncovered:
        word = Entry(words.get(SECTION, "uncovered").capitalize(), HATCHED)
        yield _meaning(word, "meaning_uncovered", words)
    for tick, letters in review.ticks.items():
        number = Entry(review.ticked.get(tick, 0), NUMBER)
        yield _meaning(Entry(letters, SIGN), f"tick_{tick.lower()}", words) | {"code": number}
    for status in Status:
        yield _meaning(Entry(words.get(SECTION, f"status_{status}"), SIGN), f"meaning_{status}", words)


def _meaning(sign: Entry, key: str, words: Texts) -> Row:
    return {"severity": sign, "cell": Entry(words.get(SECTION, key), PLAIN)}
