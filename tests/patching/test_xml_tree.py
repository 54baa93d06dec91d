"""Elements and where they stand in the text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given

from syditval.patching.errors import CannotAnnotate
from syditval.patching.xml_tree import Element, parsed
from tests.patching.random_xml import documents

TABLE = """<x:t xmlns:x="urn:x" xmlns="urn:y">
<x:row r="1" x:s='2'><x:c/><c/></x:row><other/><x:row hidden="true"></x:row >
</x:t>"""


def root(text: str) -> Element:
    return parsed(text.encode(), "part")


def tag(element: Element) -> str:
    """The name of an element as ElementTree writes it."""
    return f"{{{element.namespace}}}{element.name}" if element.namespace else element.name


def test_an_element_knows_its_name_its_prefix_and_its_attributes() -> None:
    row = root(TABLE).children[0]

    assert (row.namespace, row.name, row.prefix) == ("urn:x", "row", "x:")
    assert row.attributes == {"r": "1", "{urn:x}s": "2"}


def test_an_element_knows_where_it_and_its_content_stand() -> None:
    _, _, row = root(TABLE).children

    assert TABLE[row.start : row.inner] == '<x:row hidden="true">'
    assert TABLE[row.inner : row.close] == ""
    assert TABLE[row.close : row.end] == "</x:row >"


def test_elements_are_found_by_names_of_the_same_namespace() -> None:
    table = root(TABLE)

    assert [row.attributes.get("r") for row in table.each("row")] == ["1", None]
    assert table.find("row", "c") is table.children[0].children[0]
    assert table.find("other") is None
    assert table.find("row", "c", "v") is None
    assert [element.name for element in table.walk()] == ["t", "row", "c", "c", "other", "row"]


def test_attributes_are_read_as_what_they_hold() -> None:
    row = root('<row r="12" s="" hidden="1" ht="high" collapsed="0"/>')

    assert (row.whole("r"), row.whole("s"), row.whole("x", 7)) == (12, 0, 7)
    assert row.is_true("hidden")
    assert not row.is_true("collapsed")
    assert not row.is_true("x")
    with pytest.raises(CannotAnnotate) as refusal:
        row.whole("ht")
    assert refusal.value.fields == {"part": "row/@ht"}


@given(documents())
def test_the_tree_is_that_of_another_parser(text: str) -> None:
    ours, theirs = root(text).walk(), ElementTree.fromstring(text).iter()

    assert [(tag(one), one.attributes) for one in ours] == [(other.tag, other.attrib) for other in theirs]


@given(documents())
def test_each_element_stands_where_it_says(text: str) -> None:
    content = text.encode()
    for element in parsed(content, "part").walk():
        name = f"{element.prefix}{element.name}".encode()
        opening = content[element.start : element.inner]
        assert opening.startswith(b"<" + name)
        if opening.endswith(b"/>"):
            assert element.inner == element.close == element.end
        else:
            assert opening.endswith(b">")
            assert content[element.close : element.end].rstrip(b"> \n\t") == b"</" + name
        for child in element.children:
            assert element.inner <= child.start < child.end <= element.close


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<a>",
        "<a><b></a>",
        "<x:a/>",
        "<a/><a/>",
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        "<a>" * 9999 + "</a>" * 9999,
    ],
)
def test_what_is_no_plain_xml_is_refused_by_name(text: str) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        parsed(text.encode(), "xl/styles.xml")

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/styles.xml"})
