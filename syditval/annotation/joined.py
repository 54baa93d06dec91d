"""Two earlier reviews as one, so that neither is written over unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from syditval.annotation.earlier import Reviewed
from syditval.annotation.review import Settled, Status
from syditval.messages import Texts

_SECTION = "annotation"


def joined(
    first: Sequence[Reviewed], second: Sequence[Reviewed], file: str, words: Texts
) -> tuple[Reviewed, ...]:
    """The items of the ``first`` review, and what was written in the ``second``, from ``file``.

    Where both answer an item, the first one holds and its remark tells what the second one said.
    """
    items = {each.row.id: each for each in first}
    added = [each for each in (*first, *second) if not each.row.id]
    for other in second:
        known = items.get(other.row.id)
        if not other.row.id or not (_told(other.row, words) or other.was_settled):
            continue
        if known is None or not _told(known.row, words):
            items[other.row.id] = other
        elif _told(known.row, words) != _told(other.row, words):
            items[other.row.id] = _with_remark(known, other.row, file, words)
    return (*(each for name, each in items.items() if name), *dict.fromkeys(added))


def _told(row: Settled, words: Texts) -> str:
    """What the auditor wrote in a row, in one line; empty for nothing."""
    status = "" if row.status is Status.OPEN else words.get(_SECTION, f"status_{row.status}")
    return ", ".join(text for text in (status, row.comment, row.signature) if text)


def _with_remark(known: Reviewed, other: Settled, file: str, words: Texts) -> Reviewed:
    also = words.get(_SECTION, "carried_also", file=file, told=_told(other, words))
    remarks = (known.row.remark, "" if also in known.row.remark else also)
    return replace(known, row=replace(known.row, remark="\n".join(filter(None, remarks))))
