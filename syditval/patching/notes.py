"""Notes on cells: the comments part of a sheet and the drawing with their boxes.

A note needs four things: its text in the comments part, its box in a VML drawing, the sheet's
``legacyDrawing`` element that points there, and relationships and content types for both parts.
What a sheet has of these already is kept and added to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping, Sequence

from syditval.patching.cell_names import Place, address_of, place_named
from syditval.patching.errors import CannotAnnotate
from syditval.patching.markup import DECLARATION, element, text
from syditval.patching.note_box import Grid
from syditval.patching.note_shapes import Box, empty_drawing, with_boxes, without_boxes
from syditval.patching.package import Package
from syditval.patching.parts import (
    declare,
    declare_extension,
    discard,
    folder_above,
    free_name,
    relate,
    related,
    relationships,
)
from syditval.patching.passage import Note, extent
from syditval.patching.sheet_elements import point_at, point_no_more, pointed_at
from syditval.patching.sheet_part import SheetPart
from syditval.patching.xml_tree import Element

AUTHOR = "syditval"

_POINTER = "legacyDrawing"

_NOTE_FONT = {
    "sz": {"val": "9"},
    "color": {"indexed": "81"},
    "rFont": {"val": "Tahoma"},
    "family": {"val": "2"},
}

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def noted_places(package: Package, sheet: str) -> frozenset[str]:
    """The addresses of the cells that have a note or a threaded comment: they get no other."""
    parts = (
        found.target
        for found in relationships(package, sheet)
        if found.leads_to("comments") or found.type == _THREADS
    )
    return frozenset(
        entry.attributes["ref"]
        for part in parts
        for entry in package.document(part).root.walk()
        if "ref" in entry.attributes
    )


def add_notes(package: Package, sheet: SheetPart, notes: Mapping[Place, Note]) -> None:
    """Add notes to cells of a sheet that have none."""
    if notes:
        ordered = dict(sorted(notes.items()))
        _add_texts(package, sheet.name, ordered)
        _add_boxes(package, sheet, ordered)


def _add_texts(package: Package, sheet: str, notes: Mapping[Place, Note]) -> None:
    part = related(package, sheet, "comments") or _new_comments(package, sheet)
    document = package.document(part)
    authors, comments = document.root.find("authors"), document.root.find("commentList")
    if authors is None or comments is None:
        raise CannotAnnotate("A009", part=part)
    author = str(len(authors.children))
    prefix = document.root.prefix
    document.append(authors, element(f"{prefix}author", {}, text(AUTHOR)))
    for place, note in notes.items():
        attributes = {"ref": address_of(place), "authorId": author}
        document.append(comments, element(f"{prefix}comment", attributes, _text(prefix, note)))


def _text(prefix: str, note: Note) -> str:
    runs = []
    for number, passage in enumerate(note):
        runs.append(_run(prefix, ("\n\n" if number else "") + passage.headline, bold=True))
        runs.append(_run(prefix, f"\n{passage.body}"))
    return element(f"{prefix}text", inner="".join(runs))


def _run(prefix: str, content: str, bold: bool = False) -> str:
    look = "".join(element(f"{prefix}{name}", given) for name, given in _NOTE_FONT.items())
    inner = element(f"{prefix}rPr", inner=(element(f"{prefix}b") if bold else "") + look)
    inner += element(f"{prefix}t", {"xml:space": "preserve"}, text(content))
    return element(f"{prefix}r", inner=inner)


def _new_comments(package: Package, sheet: str) -> str:
    part = free_name(package, folder_above(sheet), "comments", "xml")
    namespace = {"xmlns": package.dialect.main}
    package.put(part, (DECLARATION + element("comments", namespace, "<authors/><commentList/>")).encode())
    declare(package, part, _COMMENTS_TYPE)
    relate(package, sheet, "comments", part)
    return part


def _add_boxes(package: Package, sheet: SheetPart, notes: Mapping[Place, Note]) -> None:
    # Headers and footers may have a drawing of this kind too, which is another.
    part = pointed_at(package, sheet, _POINTER) or _new_drawing(package, sheet)
    grid = Grid(sheet)
    boxes = [Box.beside(grid, place, extent(note)) for place, note in notes.items()]
    package.put(part, with_boxes(package.read(part), boxes, part))


def _new_drawing(package: Package, sheet: SheetPart) -> str:
    part = free_name(package, posixpath.join(folder_above(sheet.name), "drawings"), "vmlDrawing", "vml")
    package.put(part, empty_drawing())
    declare_extension(package, "vml", _DRAWING_TYPE)
    point_at(package, sheet, _POINTER, "vmlDrawing", part)
    return part


def remove_notes(package: Package, sheet: SheetPart, noted: Collection[Place]) -> None:
    """Take away our notes: by their author, or where a program did not keep authors, by their places."""
    part = related(package, sheet.name, "comments")
    if part is None:
        return
    document = package.document(part)
    authors, comments = document.root.find("authors"), document.root.find("commentList")
    names = [document.characters(name).strip() for name in (authors.children if authors else ())]
    entries = list(comments.each("comment")) if comments else []
    ours = [entry for entry in entries if _is_ours(entry, names, noted)]
    if not ours:
        return
    for entry in ours:
        document.remove(entry)
    # Notes give their authors by number, so only the last may go.
    if authors and names[-1:] == [AUTHOR]:
        document.remove(authors.children[-1])
    if len(ours) == len(entries):
        discard(package, sheet.name, part)
    _remove_boxes(package, sheet, {place_named(entry.attributes.get("ref", "")) for entry in ours})


def _is_ours(entry: Element, authors: Sequence[str], noted: Collection[Place]) -> bool:
    number = entry.whole("authorId", -1)
    name = authors[number] if 0 <= number < len(authors) else ""
    return name == AUTHOR or (not name and place_named(entry.attributes.get("ref", "")) in noted)


def _remove_boxes(package: Package, sheet: SheetPart, places: Collection[Place]) -> None:
    part = pointed_at(package, sheet, _POINTER)
    if part is None:
        return
    left = without_boxes(package.read(part), places)
    if left is None:
        point_no_more(package, sheet, _POINTER, part)
    else:
        package.put(part, left)
