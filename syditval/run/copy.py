"""The annotated copy of a report, with what an earlier review gives to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from syditval.annotation import (
    Annotated,
    CannotAnnotate,
    CarriedOver,
    alone_path,
    annotate,
    carried_over,
    earlier_review,
    joined,
    review_sheet_of,
)
from syditval.messages import Texts, texts
from syditval.model.cells import Sheet
from syditval.model.report import Report
from syditval.reading import Source, UnreadableWorkbook, open_source, read_workbook
from syditval.run.request import CopyOrder, Request
from syditval.run.unmarked import Unmarked


def annotated(
    source: Source, read: Unmarked, report: Report, order: CopyOrder, request: Request
) -> Annotated | CannotAnnotate:
    """The annotated copy, or why there is none."""
    try:
        if order.folder is not None:
            order.folder.mkdir(parents=True, exist_ok=True)
        carried = _carried(report, _reviews(read, order, request), texts(request.language))
        wishes = replace(order.wishes, carried=carried)
        return annotate(read.content or source.path or source.content, order.target, report, wishes)
    except CannotAnnotate as refusal:
        return refusal
    except OSError as error:
        return CannotAnnotate("A005", file=str(order.target), cause=error.strerror or str(error))


def _carried(report: Report, reviews: Sequence[tuple[str, Sheet]], words: Texts) -> CarriedOver:
    """What the earlier reviews give to this one; the first is the one to go by."""
    if not reviews:
        return CarriedOver()
    (name, sheet), *others = reviews
    earlier = earlier_review(sheet)
    for file, other in others:
        earlier = joined(earlier, earlier_review(other), file, words)
    return carried_over(report, earlier, name, words)


def _reviews(read: Unmarked, order: CopyOrder, request: Request) -> list[tuple[str, Sheet]]:
    """The names of earlier copies with their review sheets.

    It is the one that was named, else the workbook itself, where that is an annotated copy; in any case
    what stands where the copy is to go, since that is written over; without any of these, what stands
    beside the workbook.
    """
    reviews = []
    if order.carry_over is not None:
        named = _review_in(order.carry_over, request)
        if named is None:
            raise CannotAnnotate("A013", file=str(order.carry_over))
        reviews.append((order.carry_over.name, named))
    elif read.review is not None:
        reviews.append((read.workbook.name, read.review))
    reviews += _reviews_at(order.target, request)
    if not reviews and order.beside is not None and order.beside != order.target:
        reviews += _reviews_at(order.beside, request)
    return reviews


def _reviews_at(place: Path, request: Request) -> Iterator[tuple[str, Sheet]]:
    """What was reviewed where a copy goes, or where its review goes that stands alone."""
    for path in dict.fromkeys((place, alone_path(place))):
        if path.is_file() and (sheet := _review_in(path, request)):
            yield path.name, sheet


def _review_in(path: Path, request: Request) -> Sheet | None:
    """The review sheet of a file; None for one that has none."""
    try:
        return review_sheet_of(read_workbook(open_source(path, request.limits), request.limits))
    except UnreadableWorkbook as refusal:
        raise CannotAnnotate("A014", file=str(path), cause=refusal.sentence(request.language)) from None
