"""Tick marks and their legend, as text boxes in the drawing of a sheet.

A mark moves, hides and is sorted with its cell, for it is anchored with both corners inside it. It
stands at the top left, since figures are set to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from syditval.patching.dialect import STRICT, TRANSITIONAL, Dialect
from syditval.patching.document import Document
from syditval.patching.errors import CannotAnnotate
from syditval.patching.markup import DECLARATION, element
from syditval.patching.text_box import POINT, Run, TextBox, corner
from syditval.patching.xml_tree import Element

# What the names of our shapes begin with; by this they are known again.
NAME = "syditval tick"

_NAMESPACES = {
    TRANSITIONAL: {
        "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    },
    STRICT: {
        "xmlns:xdr": "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
        "xmlns:a": "http://purl.oclc.org/ooxml/drawingml/main",
    },
}

_RED = "C00000"
# In English Metric Units, where a sheet says nothing.
_ROW_HEIGHT = 15 * POINT
_LAST_ROW = 1_048_575


@dataclass(frozen=True, slots=True)
class TickShape:
    """The tick marks of one cell, counted from 1: their signs, and what is read out for them."""

    row: int
    column: int
    signs: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What the signs on a sheet mean; ``last_row`` is the last that is used, ``remark`` an end line."""

    last_row: int
    title: str
    meanings: tuple[tuple[str, str], ...]
    remark: str = ""


def empty_drawing(dialect: Dialect) -> bytes:
    """A drawing without shapes."""
    return (DECLARATION + element("xdr:wsDr", _NAMESPACES[dialect])).encode()


def with_ticks(drawing: bytes, ticks: Iterable[TickShape], legend: Legend, part: str) -> bytes:
    """The drawing with tick marks and their legend behind its other shapes, which stay as they are.

    Raises CannotAnnotate for what is no drawing of a sheet.
    """
    document = Document(drawing, part)
    root = document.root
    declared = next((names for names in _NAMESPACES.values() if names["xmlns:xdr"] == root.namespace), None)
    if declared is None or root.name != "wsDr":
        raise CannotAnnotate("A009", part=part)
    taken = max((shape.whole("id") for shape in root.walk() if shape.name == "cNvPr"), default=1)
    anchors = [_tick(tick, number, declared) for number, tick in enumerate(ticks, taken + 1)]
    row = max(legend.last_row, _lowest_row(document))
    anchors.append(_legend(legend, row, taken + len(anchors) + 1, declared))
    document.append(root, "".join(anchors))
    return document.content()


def without_ticks(drawing: bytes, part: str) -> bytes | None:
    """The drawing without our shapes, also as another program wrote them; None if nothing is left of it.

    Raises CannotAnnotate for what is no drawing.
    """
    document = Document(drawing, part)
    ours = list(_ours(document.root))
    for shape in ours:
        document.remove(shape)
    # Of what stands at the top, all that was touched is gone.
    is_empty = ours and all(child.edit for child in document.root.children)
    return None if is_empty else document.content()


def _ours(parent: Element) -> Iterator[Element]:
    """The outermost elements that hold shapes of ours and no other.

    A mark may have been put in a group with other shapes; then the group stays.
    """
    for child in parent.children:
        names = [properties.attributes.get("name", "") for properties in _members(child)]
        if names and all(name.startswith(NAME) for name in names):
            yield child
        else:
            yield from _ours(child)


def _members(element: Element) -> Iterator[Element]:
    """The properties of the shapes in an element, those of groups left out."""
    if element.name == "cNvPr":
        yield element
    elif element.name != "nvGrpSpPr":
        for child in element.children:
            yield from _members(child)


def _lowest_row(document: Document) -> int:
    """The last row, counted from 1, that a shape reaches down to; about, where only its height is known."""
    lowest = 0
    for anchor in document.root.walk():
        place = anchor.find("to", "row") or anchor.find("from", "row")
        if place and (row := document.characters(place).strip()).isdecimal():
            extent = anchor.find("ext")
            rows = -(-extent.whole("cy") // _ROW_HEIGHT) if extent else 0
            lowest = max(lowest, int(row) + 1 + rows)
    return lowest


def _tick(tick: TickShape, number: int, declared: Mapping[str, str]) -> str:
    box = TextBox(f"{NAME} {number}", tick.meaning, ((Run(tick.signs, 7, _RED, bold=True),),))
    column, row = tick.column - 1, tick.row - 1
    corners = corner("from", column, row) + corner("to", column, row, box.width, box.height)
    return element("xdr:twoCellAnchor", declared, f"{corners}{box.markup(number)}<xdr:clientData/>")


def _legend(legend: Legend, last_row: int, number: int, declared: Mapping[str, str]) -> str:
    meanings = tuple((Run(signs, 8, _RED, bold=True), Run(f"\t{said}", 8)) for signs, said in legend.meanings)
    remark = ((Run(legend.remark, 8),),) if legend.remark else ()
    box = TextBox(f"{NAME} {number}", legend.title, ((Run(legend.title, 8, bold=True),), *meanings, *remark))
    size = element("xdr:ext", {"cx": str(box.width), "cy": str(box.height)})
    start = corner("from", 0, min(last_row + 1, _LAST_ROW))
    return element("xdr:oneCellAnchor", declared, f"{start}{size}{box.markup(number)}<xdr:clientData/>")
