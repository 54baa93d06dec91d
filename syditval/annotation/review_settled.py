"""The block on what the earlier review told of and this one does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from syditval.annotation.review import CarriedOver, Settled, written_id
from syditval.annotation.review_blocks import SECTION, head_row, head_texts, title
from syditval.annotation.review_columns import SETTLED
from syditval.annotation.review_entries import CENTRED, PLAIN, Entry, Row, amount, ruled
from syditval.messages import Texts

_HEADS = (
    *("severity", "code", "cell", "concerns", "message", "expected", "found"),
    *("status", "comment", "signature", "earlier"),
)
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?\Z", re.ASCII)


def settled_rows(carried: CarriedOver, words: Texts) -> Iterator[Row]:
    """A row for each settled item, with what the auditor wrote of it; none without any."""
    if not carried.settled:
        return
    yield from title("settled", words)
    yield head_row(head_texts({column: column for column in _HEADS}, words))
    for item in carried.settled:
        yield ruled(_settled(item, words))


def _settled(item: Settled, words: Texts) -> Row:
    return {
        "severity": Entry(item.severity),
        "code": Entry(item.code),
        # No link: what stood at that place may stand elsewhere now.
        "cell": Entry(item.place),
        "concerns": Entry(item.subject),
        "message": Entry(item.message),
        "expected": _amount(item.expected),
        "found": _amount(item.found),
        "status": Entry(words.get(SECTION, f"status_{item.status}"), CENTRED),
        "comment": Entry(item.comment),
        "signature": Entry(item.signature),
        "earlier": Entry(item.remark),
        "id": Entry(written_id(item.id), PLAIN),
        "amounts": Entry(SETTLED, PLAIN),
    }


def _amount(text: str) -> Entry:
    return amount(Decimal(text)) if _DIGITS.match(text) else Entry(text)
