"""A workbook as it is without our own marks, should it be an annotated copy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syditval.annotation import CannotAnnotate, review_sheet_of, without_marks
from syditval.model.cells import Sheet, Workbook
from syditval.reading import Source, read_workbook
from syditval.run.request import Request


@dataclass(frozen=True, slots=True)
class Unmarked:
    """What was read. Of an annotated copy, ``content`` are its bytes without marks, ``review`` its review."""

    workbook: Workbook
    content: bytes | None = None
    review: Sheet | None = None


def read_unmarked(source: Source, request: Request) -> Unmarked:
    """The workbook of a source. Name, hash and size are those of the file that was given.

    Raises UnreadableWorkbook, and CannotAnnotate for an annotated copy whose marks cannot be taken off.
    """
    workbook = read_workbook(source, request.limits, request.password)
    review = review_sheet_of(workbook)
    if review is None:
        return Unmarked(workbook)
    try:
        content = without_marks(source.content, workbook)
    except CannotAnnotate as refusal:
        raise refusal.about(file=source.name) from None
    plain = read_workbook(Source(source.name, content, None), request.limits)
    return Unmarked(replace(plain, sha256=workbook.sha256, size=workbook.size), content, review)
