"""The annotated copy: what a report found, marked in the workbook that it was found in."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.marks import Mark, marks
from syditval.annotation.note_text import fitted
from syditval.annotation.notes import add_notes
from syditval.annotation.package import Package
from syditval.annotation.parts import declare, free_name, related
from syditval.annotation.review_page import Page, review_page
from syditval.annotation.review_sheet import review_sheet
from syditval.annotation.sheet_cells import Place, merged_areas, tint
from syditval.annotation.styles import Styles
from syditval.annotation.workbook_part import (
    free_sheet_name,
    register_first,
    sheet_parts,
    unselect,
    workbook_part,
)
from syditval.annotation.writing import write_whole
from syditval.annotation.xml_part import OFFICE
from syditval.messages import texts
from syditval.model.cells import Area, CellRef, column_letters, quoted_sheet
from syditval.model.report import Report
from syditval.model.rule import Severity

_ANNOTATED_CONTAINER = "xlsx"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated copy: where it is, which parts differ, and how many are the same bytes as before."""

    path: Path
    untouched: int
    changed: tuple[str, ...]
    added: tuple[str, ...]


def annotate(source: Path | bytes, target: Path, report: Report) -> Annotated:
    """Write a copy of a workbook with the causes and findings of its report marked in it.

    The cells of causes and findings are tinted and get a note, and a review sheet comes first. All
    parts that this does not concern stay the same bytes; the source is only read. It is bytes for a
    workbook that came by standard input and cannot be read again. Texts are in the report's language.
    Raises CannotAnnotate where the copy cannot be made, and then leaves nothing behind.
    """
    if report.inputs[0].container != _ANNOTATED_CONTAINER:
        raise CannotAnnotate("A011", file=report.inputs[0].name)
    package = Package(source if isinstance(source, bytes) else _content(source, target, report))
    workbook = workbook_part(package)
    sheets = sheet_parts(package, workbook)
    for part in sheets.values():
        unselect(package, part)
    styles = _styles(package, workbook)
    words = texts(report.language)
    noted = _mark_cells(package, sheets, report, styles)
    page = review_page(report, noted, words)
    name = free_sheet_name(sheets, words.get("annotation", "sheet_name"))
    part = free_name(package, posixpath.join(posixpath.dirname(workbook), "worksheets"), "sheet", "xml")
    package.put(part, review_sheet(page, styles))
    declare(package, part, _SHEET_TYPE)
    register_first(package, workbook, name, part, _defined_names(name, page))
    write_whole(target, package.packed())
    return Annotated(target, package.untouched, package.changed, package.added)


def _content(source: Path, target: Path, report: Report) -> bytes:
    """The bytes of the source, once it is clear that they may become the target."""
    if _same_file(source, target):
        raise CannotAnnotate("A004", file=str(source))
    try:
        content = source.read_bytes()
    except OSError as error:
        raise CannotAnnotate("A007", file=str(source), cause=error.strerror or str(error)) from error
    if sha256(content).hexdigest() != report.inputs[0].sha256:
        raise CannotAnnotate("A006", file=str(source))
    if target.suffix.lower() != source.suffix.lower():
        raise CannotAnnotate("A010", file=str(target), suffix=source.suffix)
    return content


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        # One of the two is not there.
        return False


def _styles(package: Package, workbook: str) -> Styles:
    part = related(package, workbook, f"{OFFICE}/styles")
    if part is None:
        raise CannotAnnotate("A001")
    return Styles(package.edit(part))


def _mark_cells(
    package: Package, sheets: Mapping[str, str], report: Report, styles: Styles
) -> frozenset[CellRef]:
    """Tint the cells of causes and findings and add notes; the cells of which a note speaks."""
    by_sheet: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks(report, texts(report.language)):
        by_sheet[mark.cell.sheet].append(mark)
    noted: set[CellRef] = set()
    for sheet, found in by_sheet.items():
        if sheet not in sheets:
            raise CannotAnnotate("A009", part=sheet)
        noted |= _mark_sheet(package, sheets[sheet], found, styles)
    return frozenset(noted)


def _mark_sheet(package: Package, part: str, found: Iterable[Mark], styles: Styles) -> set[CellRef]:
    root = package.edit(part)
    merged = merged_areas(root)
    places: defaultdict[Place, list[Mark]] = defaultdict(list)
    for mark in found:
        places[_shown_at(mark.cell, merged)].append(mark)
    worst = {place: min((mark.severity for mark in there), key=_rank) for place, there in places.items()}
    tint(root, worst, styles.tinted)
    notes = {place: fitted([mark.passage for mark in there]) for place, there in places.items()}
    noted = add_notes(package, part, notes)
    return {mark.cell for place in noted for mark in places[place]}


def _rank(severity: Severity) -> int:
    return severity.rank


def _shown_at(cell: CellRef, merged: Iterable[Area]) -> Place:
    """The place where a cell shows: of merged cells only the first one does."""
    for area in merged:
        if area.holds(cell.row, cell.column):
            return area.top, area.left
    return cell.row, cell.column


def _defined_names(sheet: str, page: Page) -> dict[str, str]:
    """The name by which a spreadsheet knows the rows that a filter is on."""
    if page.findings is None:
        return {}
    area = page.findings
    left, right = column_letters(area.left), column_letters(area.right)
    place = f"{quoted_sheet(sheet)}!${left}${area.top}:${right}${area.bottom}"
    return {"_xlnm._FilterDatabase": place}
