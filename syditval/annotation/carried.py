"""What an earlier review gives to this one: answers that hold, items reopened, items that are no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count

from syditval.annotation.earlier import Reviewed
from syditval.annotation.review import (
    Answer,
    CarriedOver,
    Settled,
    Status,
    amounts,
    items,
    written_id,
)
from syditval.messages import Texts
from syditval.messages.amounts import written
from syditval.model.report import Report

_SECTION = "annotation"
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def carried_over(report: Report, earlier: Sequence[Reviewed], file: str, words: Texts) -> CarriedOver:
    """The answers that an ``earlier`` review, from ``file``, gives to the items of a report.

    An item with the same amounts keeps its answer. One whose amounts changed is open again, and so is one
    that was settled: the comment stays, and the remark says what the answer was. What is no more is
    settled. What was settled before stays listed, and so do the rows that the auditor added.
    """
    now = {written_id(name): (name, amounts(item)) for name, item in items(report).items()}
    answers = {}
    gone = []
    for each in earlier:
        if each.row.id in now:
            name, found = now[each.row.id]
            answers[name] = _answer(each, found, words)
        else:
            gone.append(each.row)
    return CarriedOver(file, answers, tuple(_named(gone)))


def _answer(earlier: Reviewed, found: str, words: Texts) -> Answer:
    """The answer to an item that has the amounts ``found`` now."""
    row = earlier.row
    if earlier.amounts == found and not earlier.was_settled:
        return Answer(row.status, row.comment, row.signature, row.remark)
    signature = " ".join(row.signature.split())
    fields = {
        "status": words.get(_SECTION, f"status_{row.status}"),
        "by": f" ({signature})" if signature else "",
        "before": _shown(earlier.amounts, words),
        "now": _shown(found, words),
    }
    is_answered = signature or row.status is not Status.OPEN
    key = "back" if earlier.was_settled else "reopened" if is_answered else "changed"
    told = words.get(_SECTION, f"carried_{key}", **fields)
    return Answer(comment=row.comment, remark=f"{row.remark}\n{told}".strip())


def _shown(pairs: str, words: Texts) -> str:
    """Amounts as a reader knows them: what was found, and what it should have been where that is said."""
    return ", ".join(_pair(*pair.partition("|")[::2], words) for pair in pairs.split(";"))


def _pair(expected: str, found: str, words: Texts) -> str:
    shown = _swedish(found) or words.get(_SECTION, "carried_no_amount")
    if not expected:
        return shown
    return words.get(_SECTION, "carried_instead", found=shown, expected=_swedish(expected))


def _swedish(digits: str) -> str:
    return _AMOUNT.sub(lambda amount: written(Decimal(amount[0])), digits)


def _named(rows: Sequence[Settled]) -> Iterator[Settled]:
    """The rows, those that the auditor added with an id by which they are known from now on."""
    taken = {row.id for row in rows}
    free = (name for number in count(1) if (name := f"own/{number}") not in taken)
    for row in rows:
        yield row if row.id else replace(row, id=next(free))
