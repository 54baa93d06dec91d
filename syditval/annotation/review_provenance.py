"""The block on where the review comes from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syditval.annotation.review import Review
from syditval.annotation.review_blocks import SECTION, title
from syditval.annotation.review_entries import LABEL, PLAIN, Entry, Row
from syditval.messages import Texts
from syditval.messages.months import month_named
from syditval.messages.names import named
from syditval.model.record import RECORD_VERSION
from syditval.model.report import Report


def provenance_rows(report: Report, review: Review, words: Texts) -> Iterator[Row]:
    """What was read, by which version, with which schemas and options, and when."""
    yield from title("provenance", words)
    for label, fact in _facts(report, review, words):
        yield {"severity": Entry(label, LABEL), "cell": Entry(fact, PLAIN)}


def _facts(report: Report, review: Review, words: Texts) -> Iterator[tuple[str, str]]:
    file = report.inputs[0]
    counts = ", ".join(counted(thing, number, words) for thing, number in file.counts.items())
    facts = {
        "file": file.name,
        "hash": file.sha256,
        "size": words.get(SECTION, "bytes", n=Decimal(file.bytes)),
        "read": f"{named('container', file.container, words)}: {counts}",
        "tool": words.get(SECTION, "tool", version=report.version, record=RECORD_VERSION),
        "time": review.time,
        "carried": review.carried.file,
    }
    yield from ((words.get(SECTION, f"label_{key}"), fact) for key, fact in facts.items() if fact)
    for month in report.against or ():
        yield words.get("held_against", "label"), f"{month_named(month)} {month.sha256}"
    schemas = (f"{kind} {digest}" for kind, digest in report.schemas)
    for schema in [*schemas] or [words.get(SECTION, "no_schemas")]:
        yield words.get(SECTION, "label_schema"), schema
    for name, value in report.options:
        yield words.get(SECTION, "label_option"), f"{name} = {value}"


def counted(thing: str, number: int, words: Texts) -> str:
    """How many of a thing there are, in words."""
    return words.get("count", f"{thing}_{'one' if number == 1 else 'many'}", n=Decimal(number))
