"""A text box is as large as its text, and its text stays text."""

from __future__ import annotations

from xml.etree import ElementTree

from syditval.patching.text_box import POINT, Run, TextBox, corner

XDR, A = "{urn:xdr}", "{urn:a}"


def parsed(markup: str) -> ElementTree.Element:
    """The element that markup with the prefixes of a drawing makes."""
    return ElementTree.fromstring(f'<top xmlns:xdr="{XDR[1:-1]}" xmlns:a="{A[1:-1]}">{markup}</top>')[0]


def test_a_box_says_who_it_is_and_what_it_means() -> None:
    shape = parsed(TextBox('a "box"', "F: <added>", ((Run("F", 7),),)).markup(12))

    (properties,) = shape.iter(f"{XDR}cNvPr")
    assert properties.attrib == {"id": "12", "name": 'a "box"', "descr": "F: <added>"}


def test_each_line_is_a_paragraph_of_runs_in_their_looks() -> None:
    shape = parsed(TextBox("b", "", ((Run("F", 8, "C00000", bold=True), Run(" & <so>", 8)),)).markup(1))

    (line,) = shape.iter(f"{A}p")
    looks = [
        (run.findtext(f"{A}t"), run[0].attrib, run.find(f".//{A}srgbClr").attrib)  # type: ignore[union-attr]
        for run in line.iter(f"{A}r")
    ]
    assert looks == [
        ("F", {"sz": "800", "b": "1"}, {"val": "C00000"}),
        (" & <so>", {"sz": "800", "b": "0"}, {"val": "000000"}),
    ]


def test_a_box_has_neither_fill_nor_frame_and_breaks_no_line() -> None:
    shape = parsed(TextBox("b", "", ((Run("F", 8),),)).markup(1))

    looks = shape.find(f"{XDR}spPr")
    assert looks is not None
    assert [child.tag for child in looks[2:]] == [f"{A}noFill", f"{A}ln"]
    assert [child.tag for child in looks[3]] == [f"{A}noFill"]
    assert next(shape.iter(f"{A}bodyPr")).get("wrap") == "none"


def test_a_box_grows_with_its_longest_line_and_the_number_of_lines() -> None:
    one = TextBox("b", "", ((Run("F", 8),),))
    longer = TextBox("b", "", ((Run("F", 8), Run("F", 8)), (Run("F", 8),), (Run("F", 8),)))

    assert 8 * POINT <= one.height <= 12 * POINT
    assert longer.height == 3 * one.height
    assert longer.width == 2 * one.width


def test_a_corner_is_a_cell_and_how_far_in() -> None:
    assert [(child.tag.removeprefix(XDR), child.text) for child in parsed(corner("to", 3, 8, 10, 20))] == [
        ("col", "3"),
        ("colOff", "10"),
        ("row", "8"),
        ("rowOff", "20"),
    ]
