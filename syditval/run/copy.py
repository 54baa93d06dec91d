"""The annotated copy of a report, with what an earlier review gives to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from syditval.annotation import (
    Annotated,
    CannotAnnotate,
    alone_path,
    annotate,
    carried_over,
    earlier_review,
    review_sheet_of,
)
from syditval.messages import texts
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
        file, earlier = _earlier(read, order, request)
        wishes = order.wishes
        if earlier is not None:
            carried = carried_over(report, earlier_review(earlier), file, texts(request.language))
            wishes = replace(wishes, carried=carried)
        return annotate(read.content or source.path or source.content, order.target, report, wishes)
    except CannotAnnotate as refusal:
        return refusal
    except OSError as error:
        return CannotAnnotate("A005", file=str(order.target), cause=error.strerror or str(error))


def _earlier(read: Unmarked, order: CopyOrder, request: Request) -> tuple[str, Sheet | None]:
    """The name of the earlier copy and its review sheet, None where there is none.

    It is the one that was named, else the workbook itself, where that is an annotated copy, else what
    stands where the copy is to go, else what stands beside the workbook.
    """
    if order.carry_over is not None:
        sheet = _review_in(order.carry_over, request)
        if sheet is None:
            raise CannotAnnotate("A013", file=str(order.carry_over))
        return order.carry_over.name, sheet
    if read.review is not None:
        return read.workbook.name, read.review
    places = [place for place in (order.target, order.beside) if place is not None]
    for path in dict.fromkeys(path for place in places for path in (place, alone_path(place))):
        if path.is_file() and (sheet := _review_in(path, request)):
            return path.name, sheet
    return "", None


def _review_in(path: Path, request: Request) -> Sheet | None:
    """The review sheet of a file; None for one that has none."""
    try:
        return review_sheet_of(read_workbook(open_source(path, request.limits), request.limits))
    except UnreadableWorkbook as refusal:
        raise CannotAnnotate("A014", file=str(path), cause=refusal.sentence(request.language)) from None
