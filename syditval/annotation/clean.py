"""The marks taken off an annotated copy: what is left is the workbook that was annotated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from syditval.annotation.earlier import record_of, review_sheet_of
from syditval.annotation.mark_record import MarkRecord
from syditval.files import is_same_file
from syditval.model.cells import Workbook, quoted_sheet
from syditval.patching import CannotAnnotate
from syditval.patching.cell_names import Place
from syditval.patching.links import remove_links
from syditval.patching.notes import remove_notes
from syditval.patching.package import Package
from syditval.patching.row_restoring import restored
from syditval.patching.shared_texts import forget_texts, texts_of
from syditval.patching.sheet_part import SheetPart, asked_for
from syditval.patching.styles import Styles
from syditval.patching.ticks import remove_ticks
from syditval.patching.workbook_part import (
    refuse_harm,
    sheet_parts,
    unregister,
    workbook_part,
    workbook_styles,
)
from syditval.patching.writing import write_package


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A workbook that the marks were taken off: where it is, and how many parts stayed the same bytes."""

    path: Path
    untouched: int


def clean(content: bytes, workbook: Workbook, target: Path, source: Path | None = None) -> Cleaned:
    """Write an annotated copy without its marks, given its bytes and the cells that were read from them.

    ``source`` is where it lies, None for standard input. Raises CannotAnnotate for a workbook without a
    review sheet, for one that holds nothing else, and where it cannot be written.
    """
    suffix = Path(workbook.name).suffix
    if source is not None and is_same_file(source, target):
        raise CannotAnnotate("A004", file=str(source))
    if suffix and target.suffix.lower() != suffix.lower():
        raise CannotAnnotate("A010", file=str(target), suffix=suffix)
    package = _unmarked(content, workbook)
    refuse_harm(package, workbook_part(package))
    write_package(target, package.write)
    return Cleaned(target, package.untouched)


def without_marks(content: bytes, workbook: Workbook) -> bytes:
    """The bytes of an annotated copy without its marks, to be read: a signature in it no longer holds.

    Raises CannotAnnotate for a workbook without a review sheet.
    """
    file = BytesIO()
    _unmarked(content, workbook).write(file)
    return file.getvalue()


def _unmarked(content: bytes, workbook: Workbook) -> Package:
    review = review_sheet_of(workbook)
    if review is None or len(workbook.sheets) + len(workbook.unread) == 1:
        raise CannotAnnotate("A013", file=workbook.name)
    package = Package(BytesIO(content))
    take_marks_off(package, review.name, MarkRecord.read(record_of(review)))
    return package


def take_marks_off(package: Package, review: str, record: MarkRecord) -> None:
    """Take everything out of an annotated copy that is ours, given the name of its review sheet.

    Whatever was done to it since stays, also if a spreadsheet program has written all of it anew.
    """
    workbook = workbook_part(package)
    parts = sheet_parts(package, workbook)
    if review not in parts:
        raise CannotAnnotate("A009", part=review)
    names = [name for name in (review, record.review) if name]
    styles = workbook_styles(package, workbook)
    fills = styles.fills.numbers_of(record.shades)
    plain = {number: styles.filled(number, 0) for number in styles.formats_with(fills)}
    told = texts_of(SheetPart(package, parts[review]))
    for name, part in parts.items():
        if name != review:
            sheet = SheetPart(package, part, asked_for(record.fills.get(name, ())))
            told -= texts_of(sheet) if told else set()
            own = _own_formats(sheet, styles, plain, record.fills.get(name, {}))
            remove_links(sheet, *map(quoted_sheet, names))
            remove_ticks(package, sheet)
            remove_notes(package, sheet, record.notes.get(name, ()))
            if sheet.frame.is_edited or sheet.has_formats(plain):
                sheet.apply(restored(sheet, plain, own))
    for number in fills:
        styles.fills.clear(number)
    forget_texts(package, workbook, told)
    unregister(package, workbook, review)


def _own_formats(
    sheet: SheetPart, styles: Styles, plain: Mapping[int, int], fills: Mapping[Place, str]
) -> dict[Place, int]:
    """The formats of the marked cells that had a fill of their own."""
    marked = {place: sheet.format_of(place) for place in fills}
    return {
        place: styles.filled(number, styles.fills.restored(fills[place]))
        for place, number in marked.items()
        if number in plain
    }
