"""The boxes of notes, as shapes in a VML drawing.

The drawing is patched as text, before its closing tag: what Excel writes there is not always
well-formed XML, and form controls and the boxes of other notes must stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from syditval.patching.cell_names import Place
from syditval.patching.errors import CannotAnnotate
from syditval.patching.note_box import Grid, anchor

_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_CLOSING = b"</xml>"
_ROOT = re.compile(rb"<xml\b[^>]*>")
_SHAPE_NUMBER = re.compile(rb"_x0000_s(\d+)")
_FIRST_SHAPE = 1024
# Other programs may give names any prefix: openpyxl writes ns0, ns1 and so on.
_SHAPE = re.compile(rb"<((?:[\w.-]+:)?)shape\b[^>]*(?<!/)>.*?</\1shape\s*>", re.DOTALL)
_ANY_SHAPE = re.compile(rb"<(?:[\w.-]+:)?(?:shape|rect|oval|line|group|image|roundrect|polyline)[\s/>]")
_ROW = re.compile(rb"<(?:[\w.-]+:)?Row>\s*(\d+)\s*</")
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?Column>\s*(\d+)\s*</")

_NOTE_TYPE = (
    '<v:shapetype id="_x0000_t202"{namespaces} coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NOTE = (
    '<v:shape id="_x0000_s{number}"{namespaces} type="#_x0000_t202"'
    ' style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


@dataclass(frozen=True, slots=True)
class Box:
    """The box of the note on one cell; row and column count from 0 here, as VML counts."""

    row: int
    column: int
    anchor: tuple[int, ...]

    @classmethod
    def beside(cls, grid: Grid, place: Place, extent: tuple[int, int]) -> Box:
        """The box for a cell, counted from 1, whose note is so many characters wide and lines high."""
        row, column = place
        return cls(row - 1, column - 1, anchor(grid, place, extent))


def empty_drawing() -> bytes:
    """A drawing without shapes."""
    layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    return f"<xml{_declared(b'')}>{layout}</xml>".encode()


def with_boxes(drawing: bytes, boxes: Iterable[Box], part: str) -> bytes:
    """The drawing with boxes added. Raises CannotAnnotate for what is no VML drawing."""
    root = _ROOT.search(drawing)
    end = drawing.rfind(_CLOSING)
    if root is None or end < root.end():
        raise CannotAnnotate("A009", part=part)
    namespaces = _declared(root[0])
    last = max((int(found) for found in _SHAPE_NUMBER.findall(drawing)), default=_FIRST_SHAPE)
    shapes = [] if b'id="_x0000_t202"' in drawing else [_NOTE_TYPE.format(namespaces=namespaces)]
    for number, box in enumerate(boxes, last + 1):
        place = ", ".join(map(str, box.anchor))
        shapes.append(
            _NOTE.format(number=number, namespaces=namespaces, anchor=place, row=box.row, column=box.column)
        )
    return drawing[:end] + "".join(shapes).encode() + drawing[end:]


def _declared(root: bytes) -> str:
    """Declarations of those namespaces that the root element does not declare."""
    declarations = (f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return "".join(f" {text}" for text in declarations if text.encode() not in root)


def without_boxes(drawing: bytes, places: Collection[Place]) -> bytes | None:
    """The drawing without the boxes of the notes on some cells, counted from 1; None if nothing is left."""
    boxes = [found for found in _SHAPE.finditer(drawing) if _place(found[0]) in places]
    if boxes and len(boxes) == len(_ANY_SHAPE.findall(drawing)):
        return None
    pieces, done = [], 0
    for box in boxes:
        pieces.append(drawing[done : box.start()])
        done = box.end()
    return b"".join([*pieces, drawing[done:]])


def _place(shape: bytes) -> Place | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if row is None or column is None or b'"Note"' not in shape:
        return None
    return int(row[1]) + 1, int(column[1]) + 1
