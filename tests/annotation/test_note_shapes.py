"""Boxes are put into drawings that may hold other shapes."""

from __future__ import annotations

import re

import pytest

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.note_shapes import Box, empty_drawing, with_boxes
from syditval.annotation.xml_part import parsed

BOX = Box(row=7, column=2, anchor=(3, 12, 6, 12, 7, 16, 10, 14))
BUTTON = (
    '<v:shape id="_x0000_s2050" type="#_x0000_t201"><v:textbox><div>Uppdatera<br></div></v:textbox>'
    '<x:ClientData ObjectType="Button"/></v:shape>'
)
DECLARATIONS = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"\r\n'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


def numbers(drawing: bytes) -> list[str]:
    return re.findall(r'<v:shape id="_x0000_s(\d+)"', drawing.decode())


def test_a_new_drawing_is_well_formed_and_points_at_its_cells() -> None:
    drawing = with_boxes(empty_drawing(), [BOX, BOX], "v.vml")

    assert parsed(drawing, "v.vml").tag == "xml"
    assert numbers(drawing) == ["1025", "1026"]
    assert drawing.count(b"<x:Row>7</x:Row><x:Column>2</x:Column>") == 2
    assert drawing.count(b"<x:Anchor>3, 12, 6, 12, 7, 16, 10, 14</x:Anchor>") == 2


def test_other_shapes_stay_to_the_byte_even_where_they_are_no_xml() -> None:
    before = f"<xml {DECLARATIONS}>{BUTTON}</xml>".encode()

    drawing = with_boxes(before, [BOX], "v.vml")

    assert drawing.startswith(before.removesuffix(b"</xml>"))
    assert numbers(drawing) == ["2050", "2051"]
    assert drawing.count(b"xmlns:v=") == 1


def test_the_shape_type_of_notes_is_stated_once() -> None:
    once = with_boxes(empty_drawing(), [BOX], "v.vml")

    assert with_boxes(once, [BOX], "v.vml").count(b'<v:shapetype id="_x0000_t202"') == 1


def test_a_drawing_with_prefixes_of_its_own_gets_ours_declared() -> None:
    before = b'<xml><ns0:shape xmlns:ns0="urn:schemas-microsoft-com:vml" id="_x0000_s1026"/></xml>'

    root = parsed(with_boxes(before, [BOX], "v.vml"), "v.vml")

    assert [child.get("id") for child in root] == ["_x0000_s1026", "_x0000_t202", "_x0000_s1027"]
    assert {child.tag.partition("}")[0] for child in root} == {"{urn:schemas-microsoft-com:vml"}


@pytest.mark.parametrize("content", [b"", b"<xml", b"<drawing></drawing>", b"</xml><xml>"])
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        with_boxes(content, [BOX], "xl/drawings/v.vml")

    assert refusal.value.fields == {"part": "xl/drawings/v.vml"}
