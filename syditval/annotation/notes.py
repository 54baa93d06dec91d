"""Notes on cells: the comments part of a sheet and the drawing with their boxes.

A note needs four things: its text in the comments part, its box in a VML drawing, the sheet's
``legacyDrawing`` element that points there, and relationships and content types for both parts.
What a sheet has of these already is kept and added to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.note_box import Grid
from syditval.annotation.note_shapes import Box, empty_drawing, with_boxes
from syditval.annotation.note_text import Passage, lines
from syditval.annotation.package import Package
from syditval.annotation.parts import (
    declare,
    declare_extension,
    free_name,
    relate,
    related,
    relationships,
)
from syditval.annotation.sheet_cells import Place
from syditval.annotation.xml_part import OFFICE, insert_after, main, new_root, serialised
from syditval.model.cells import column_letters

AUTHOR = "syditval"

_COMMENTS = f"{OFFICE}/comments"
_DRAWING = f"{OFFICE}/vmlDrawing"
_THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"

# The elements that a worksheet holds before its legacyDrawing.
_BEFORE_DRAWING = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations"),
    *("hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
)

Note = tuple[Passage, ...]


def add_notes(package: Package, sheet: str, notes: Mapping[Place, Note]) -> frozenset[Place]:
    """Add notes to cells (row, column) of a sheet part; the places that got one.

    A cell that has a note or a threaded comment already keeps it and gets no other.
    """
    taken = _taken(package, sheet)
    new = {place: note for place, note in sorted(notes.items()) if _address(place) not in taken}
    if new:
        _add_texts(package, sheet, new)
        _add_boxes(package, sheet, new)
    return frozenset(new)


def _address(place: Place) -> str:
    row, column = place
    return f"{column_letters(column)}{row}"


def _taken(package: Package, sheet: str) -> frozenset[str]:
    parts = (found.target for found in relationships(package, sheet) if found.type in (_COMMENTS, _THREADS))
    return frozenset(element.get("ref", "") for part in parts for element in package.root(part).iter())


def _add_texts(package: Package, sheet: str, notes: Mapping[Place, Note]) -> None:
    part = related(package, sheet, _COMMENTS) or _new_comments(package, sheet)
    root = package.edit(part)
    authors, comments = root.find(main("authors")), root.find(main("commentList"))
    if authors is None or comments is None:
        raise CannotAnnotate("A009", part=part)
    etree.SubElement(authors, main("author")).text = AUTHOR
    author = str(len(authors) - 1)
    for place, note in notes.items():
        comment = etree.SubElement(comments, main("comment"), ref=_address(place), authorId=author)
        text = etree.SubElement(comment, main("text"))
        for number, passage in enumerate(note):
            _add_run(text, ("\n\n" if number else "") + passage.headline, bold=True)
            _add_run(text, f"\n{passage.body}")


def _new_comments(package: Package, sheet: str) -> str:
    part = free_name(package, _folder(sheet), "comments", "xml")
    root = new_root("comments")
    etree.SubElement(root, main("authors"))
    etree.SubElement(root, main("commentList"))
    package.put(part, serialised(root))
    declare(package, part, _COMMENTS_TYPE)
    relate(package, sheet, _COMMENTS, part)
    return part


def _add_run(text: etree._Element, content: str, bold: bool = False) -> None:
    run = etree.SubElement(text, main("r"))
    look = etree.SubElement(run, main("rPr"))
    if bold:
        etree.SubElement(look, main("b"))
    etree.SubElement(look, main("sz"), val="9")
    etree.SubElement(look, main("color"), indexed="81")
    etree.SubElement(look, main("rFont"), val="Tahoma")
    etree.SubElement(look, main("family"), val="2")
    words = etree.SubElement(run, main("t"))
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = content


def _add_boxes(package: Package, sheet: str, notes: Mapping[Place, Note]) -> None:
    part = _drawing(package, sheet) or _new_drawing(package, sheet)
    grid = Grid(package.root(sheet))
    boxes = [Box.beside(grid, row, column, lines(note)) for (row, column), note in notes.items()]
    package.put(part, with_boxes(package.read(part), boxes, part))


def _drawing(package: Package, sheet: str) -> str | None:
    """The drawing that the sheet's legacyDrawing points to; headers and footers may have another."""
    element = package.root(sheet).find(main("legacyDrawing"))
    if element is None:
        return None
    for found in relationships(package, sheet):
        if found.id == element.get(f"{{{OFFICE}}}id"):
            return found.target
    raise CannotAnnotate("A009", part=sheet)


def _new_drawing(package: Package, sheet: str) -> str:
    part = free_name(package, posixpath.join(_folder(sheet), "drawings"), "vmlDrawing", "vml")
    package.put(part, empty_drawing())
    declare_extension(package, "vml", _DRAWING_TYPE)
    element = etree.Element(main("legacyDrawing"), nsmap={"r": OFFICE})
    element.set(f"{{{OFFICE}}}id", relate(package, sheet, _DRAWING, part))
    insert_after(package.edit(sheet), element, _BEFORE_DRAWING)
    return part


def _folder(sheet: str) -> str:
    """The folder above that of the sheets, where a workbook keeps its other parts."""
    return posixpath.dirname(posixpath.dirname(sheet))
