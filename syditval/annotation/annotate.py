"""The annotated copy: what a report found, marked in the workbook that it was found in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import file_digest
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from syditval.annotation.alone import alone_path, write_alone
from syditval.annotation.mark_record import MarkRecord
from syditval.annotation.marks import marks
from syditval.annotation.review import Review
from syditval.annotation.review_page import review_page
from syditval.annotation.review_part import REVIEW_SHEET, put_review
from syditval.annotation.sheet_marks import SheetMarks, Wanted
from syditval.annotation.sheet_ticks import SheetTicks
from syditval.annotation.ticks import Tick, ticks_of
from syditval.annotation.uncovered import uncovered_cells
from syditval.annotation.wishes import Wishes
from syditval.files import is_same_file
from syditval.messages import texts
from syditval.model.cells import CellRef, quoted_sheet
from syditval.model.report import Report
from syditval.patching import CannotAnnotate
from syditval.patching.package import Package
from syditval.patching.workbook_part import (
    free_sheet_name,
    is_selected,
    refuse_harm,
    sheet_parts,
    workbook_part,
    workbook_styles,
)
from syditval.patching.writing import write_package

_ANNOTATED_CONTAINER = "xlsx"
# What cannot be kept in a copy: the review is then a workbook of its own.
_STANDS_ALONE = ("A003", "A008", "A009", "A011", "A012")


@dataclass(frozen=True, slots=True)
class Annotated:
    """What was written: where it is, which parts differ, and how many are the same bytes as before.

    ``alone`` says why there is no copy of the workbook but only its review, None where there is a copy.
    """

    path: Path
    untouched: int = 0
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    alone: CannotAnnotate | None = None


def annotate(source: Path | bytes, target: Path, report: Report, wishes: Wishes = Wishes()) -> Annotated:
    """Write a copy of a workbook with the causes and findings of its report marked in it.

    The cells of causes and findings are tinted and get a note and a link, and a review sheet comes
    first. All parts that this does not concern stay the same bytes; the source is only read. It is
    bytes for a workbook that came by standard input and cannot be read again. Texts are in the report's
    language. Of a workbook that cannot be kept as it is, the review alone is written. Raises
    CannotAnnotate where nothing can be written, and then leaves nothing behind.
    """
    with _opened(source, target, report) as file:
        _refuse_change(file, report)
        try:
            if not _is_annotated(report):
                raise CannotAnnotate("A011")
            package = Package(file)
            _patch(package, report, wishes)
            write_package(target, partial(_written, package, file, report))
        except CannotAnnotate as refusal:
            if refusal.code not in _STANDS_ALONE:
                raise
            alone = refusal.about(file=report.inputs[0].name)
            return Annotated(write_alone(target, report, wishes, alone), alone=alone)
    return Annotated(target, package.untouched, package.changed, package.added)


def _opened(source: Path | bytes, target: Path, report: Report) -> BufferedReader | BytesIO:
    """The source, once it is clear that its copy may go to the target."""
    # What came by standard input has none.
    suffix = Path(report.inputs[0].name).suffix
    if _is_annotated(report) and suffix and target.suffix.lower() != suffix.lower():
        raise CannotAnnotate("A010", file=str(target), suffix=suffix)
    if isinstance(source, bytes):
        return BytesIO(source)
    if any(is_same_file(source, place) for place in (target, alone_path(target))):
        raise CannotAnnotate("A004", file=str(source))
    try:
        return source.open("rb")
    except OSError as error:
        raise CannotAnnotate("A007", file=str(source), cause=error.strerror or str(error)) from error


def _written(package: Package, source: BufferedReader | BytesIO, report: Report, file: BinaryIO) -> None:
    """Write the copy, of which the source is a part for as long as that takes."""
    package.write(file)
    _refuse_change(source, report)


def _refuse_change(source: BufferedReader | BytesIO, report: Report) -> None:
    """Make sure that a file still is what was reported on. Bytes may be without marks, and do not change."""
    file = report.inputs[0]
    source.seek(0)
    if isinstance(source, BufferedReader) and file_digest(source, "sha256").hexdigest() != file.sha256:
        raise CannotAnnotate("A006", file=file.name)


def _is_annotated(report: Report) -> bool:
    """Whether copies are made of such files at all."""
    return report.inputs[0].container == _ANNOTATED_CONTAINER


def _patch(package: Package, report: Report, wishes: Wishes) -> None:
    """Mark the cells of a workbook and put the review sheet in."""
    words = texts(report.language)
    workbook = workbook_part(package)
    refuse_harm(package, workbook)
    parts = sheet_parts(package, workbook)
    styles = workbook_styles(package, workbook)
    sheets = _marked_sheets(package, parts, report, wishes)
    name = free_sheet_name(parts, REVIEW_SHEET)
    record = MarkRecord(name)
    for marked, sheet in sheets.items():
        record.fills[marked], record.notes[marked] = sheet.paint(styles), set(sheet.noted)
    record.shades = styles.fills.shades
    ticks = {marked: sheet.ticks(wishes.ticks, words) for marked, sheet in sheets.items()}
    review = _review(wishes, sheets.values(), ticks.values(), record)
    page = review_page(report, review, words)
    links = {item: f"{quoted_sheet(name)}!A{row}" for item, row in page.rows_of.items()}
    for marked, sheet in sheets.items():
        sheet.set(links, ticks[marked], words)
    put_review(package, workbook, page, styles, name)


def _marked_sheets(
    package: Package, parts: Mapping[str, str], report: Report, wishes: Wishes
) -> dict[str, SheetMarks]:
    """The sheets that something is written to, the selected one among them."""
    wanted = _wanted(report, wishes)
    if missing := wanted.keys() - parts.keys():
        raise CannotAnnotate("A009", part=min(missing))
    return {
        name: SheetMarks(package, part, wanted.get(name, Wanted()))
        for name, part in parts.items()
        if name in wanted or is_selected(package, part)
    }


def _wanted(report: Report, wishes: Wishes) -> Mapping[str, Wanted]:
    """What is to be marked on which sheet."""
    wanted: defaultdict[str, Wanted] = defaultdict(Wanted)
    if wishes.marks:
        for mark in marks(report, texts(report.language)):
            wanted[mark.cell.sheet].marks.append(mark)
        for cell in uncovered_cells(report) if wishes.uncovered else ():
            wanted[cell.sheet].hatched.append(cell)
        for cell, ticks in ticks_of(report).items() if wishes.ticks else ():
            wanted[cell.sheet].ticks[cell] = ticks
    return wanted


def _review(
    wishes: Wishes, sheets: Iterable[SheetMarks], ticks: Iterable[SheetTicks], record: MarkRecord
) -> Review:
    noted = (cells for sheet in sheets for cells in sheet.noted.values())
    return Review(
        time=wishes.time,
        marked=wishes.marks,
        noted=frozenset[CellRef]().union(*noted),
        carried=wishes.carried,
        ticks=wishes.ticks,
        ticked=sum((found.counts for found in ticks), Counter[Tick]()),
        shows_uncovered=wishes.uncovered,
        record=record.written(),
    )
