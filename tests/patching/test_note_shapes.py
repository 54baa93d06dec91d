"""Boxes are put into drawings that may hold other shapes, and taken out again."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from syditval.patching.errors import CannotAnnotate
from syditval.patching.note_box import Grid
from syditval.patching.note_shapes import Box, empty_drawing, with_boxes, without_boxes
from tests.patching.packages import sheet

PART = "xl/drawings/v.vml"
V = "urn:schemas-microsoft-com:vml"
BOX = Box(row=7, column=2, anchor=(3, 12, 6, 12, 7, 16, 10, 14))
OTHER = Box(row=8, column=2, anchor=BOX.anchor)
BUTTON = (
    '<v:shape id="_x0000_s2050" type="#_x0000_t201"><v:textbox><div>Uppdatera<br></div></v:textbox>'
    '<x:ClientData ObjectType="Button"><x:Row>7</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>'
)
DECLARATIONS = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"\r\n'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


def drawing(*shapes: str) -> bytes:
    return f"<xml {DECLARATIONS}>{''.join(shapes)}</xml>".encode()


def numbers(of: bytes) -> list[str]:
    return re.findall(r'<v:shape id="_x0000_s(\d+)"', of.decode())


def test_a_new_drawing_is_well_formed_and_points_at_its_cells() -> None:
    made = with_boxes(empty_drawing(), [BOX, OTHER], PART)

    assert ElementTree.fromstring(made).tag == "xml"
    assert numbers(made) == ["1025", "1026"]
    assert re.findall(rb"<x:Row>(\d+)</x:Row><x:Column>(\d+)</x:Column>", made) == [
        (b"7", b"2"),
        (b"8", b"2"),
    ]
    assert made.count(b"<x:Anchor>3, 12, 6, 12, 7, 16, 10, 14</x:Anchor>") == 2


def test_a_box_lies_beside_its_cell() -> None:
    assert Box.beside(Grid(sheet("<sheetData/>")), (8, 3), (48, 4)) == Box(7, 2, (3, 12, 6, 12, 8, 4, 10, 4))


def test_other_shapes_stay_to_the_byte_even_where_they_are_no_xml() -> None:
    before = drawing(BUTTON)

    made = with_boxes(before, [BOX], PART)

    assert made.startswith(before.removesuffix(b"</xml>"))
    assert numbers(made) == ["2050", "2051"]
    assert made.count(b"xmlns:v=") == 1
    assert without_boxes(made, [(8, 3)]) == made[: made.rindex(b"<v:shape ")] + b"</xml>"


def test_the_shape_type_of_notes_is_stated_once() -> None:
    once = with_boxes(empty_drawing(), [BOX], PART)

    assert with_boxes(once, [BOX], PART).count(b'<v:shapetype id="_x0000_t202"') == 1


def test_a_drawing_with_prefixes_of_its_own_gets_ours_declared() -> None:
    before = f'<xml><ns0:shape xmlns:ns0="{V}" id="_x0000_s1026"/></xml>'.encode()

    made = with_boxes(before, [BOX], PART)

    root = ElementTree.fromstring(made)
    assert [child.get("id") for child in root] == ["_x0000_s1026", "_x0000_t202", "_x0000_s1027"]
    assert {child.tag.partition("}")[0] for child in root} == {f"{{{V}"}


@pytest.mark.parametrize("content", [b"", b"<xml", b"<drawing></drawing>", b"</xml><xml>"])
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        with_boxes(content, [BOX], PART)

    assert refusal.value.fields == {"part": PART}


def test_a_drawing_that_only_held_our_boxes_is_gone_with_them() -> None:
    made = with_boxes(empty_drawing(), [BOX, OTHER], PART)

    assert without_boxes(made, [(8, 3), (9, 3)]) is None
    left = without_boxes(made, [(9, 3)])
    assert left is not None
    assert numbers(left) == ["1025"]
    assert without_boxes(left, [(9, 3)]) == left


@pytest.mark.parametrize(
    "shape",
    [
        '<v:shape id="picture"/>',
        "<v:rect></v:rect>",
        '<v:group><v:line from="0,0"/></v:group>',
        f'<ns0:shape xmlns:ns0="{V}"></ns0:shape>',
        BUTTON,
    ],
)
def test_a_drawing_that_holds_another_shape_stays(shape: str) -> None:
    made = with_boxes(drawing(shape), [BOX], PART)

    left = without_boxes(made, [(8, 3)])

    assert left is not None
    assert shape.encode() in left
    assert b"<x:Anchor>" not in left


def test_a_drawing_without_shapes_stays() -> None:
    assert without_boxes(drawing(), [(8, 3)]) == drawing()
