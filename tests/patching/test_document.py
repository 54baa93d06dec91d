"""Edits change what they say, and every other byte stays as it was written."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Any
from xml.dom import minidom
from xml.etree.ElementTree import canonicalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.patching.document import Document, with_attributes
from syditval.patching.errors import CannotAnnotate
from syditval.patching.xml_tree import Element
from tests.patching.random_xml import documents

TEXT = """<?xml version='1.0'?>
<t xmlns:x="urn:x"><!-- <a/> --><a s = '1' x:s="2" r="A>1" /><b ><c/>text</b><?pi?></t >
"""


def document(text: str = TEXT) -> Document:
    return Document(text.encode(), "part")


def elements(of: Document) -> tuple[Element, Element, Element]:
    """The elements a, b and c of ``TEXT``."""
    a, b = of.root.children
    return a, b, b.children[0]


def test_attributes_are_changed_in_their_place_added_behind_the_last_and_taken_away() -> None:
    edited = document()
    a, _, c = elements(edited)
    edited.set(a, {"s": "5 > 4", "q": 'so "called"', "r": None, "none": None})
    edited.set(c, {"s": "1"})
    edited.set(c, {"s": "2"})

    assert edited.content().decode() == TEXT.replace(
        """<a s = '1' x:s="2" r="A>1" />""", """<a s="5 &gt; 4" x:s="2" q='so "called"'/>"""
    ).replace("<c/>", '<c s="2"/>')
    assert (a.attributes, c.attributes) == (
        {"s": "5 > 4", "{urn:x}s": "2", "q": 'so "called"'},
        {"s": "2"},
    )


def test_markup_is_put_at_either_side_of_an_element_and_at_either_end_inside() -> None:
    edited = document()
    _, b, _ = elements(edited)
    for markup in ("<i/>", "<j/>"):
        edited.insert_before(b, f"before{markup}")
        edited.insert_first(b, f"first{markup}")
        edited.append(b, f"last{markup}")
        edited.insert_after(b, f"after{markup}")

    assert edited.content().decode() == TEXT.replace(
        "<b ><c/>text</b>",
        "before<i/>before<j/><b >first<i/>first<j/><c/>textlast<i/>last<j/></b>after<i/>after<j/>",
    )


def test_what_goes_behind_the_last_child_goes_before_what_is_put_at_the_end() -> None:
    edited = document("<t><a/></t>")
    edited.append(edited.root, "<last/>")
    edited.insert_after(edited.root.children[0], "<behind/>")

    assert edited.content() == b"<t><a/><behind/><last/></t>"


def test_an_element_that_closes_itself_is_opened_for_what_goes_in() -> None:
    edited = document()
    a, _, _ = elements(edited)
    edited.append(a, "<i/>")

    assert """<a s = '1' x:s="2" r="A>1"><i/></a><b >""" in edited.content().decode()


def test_an_element_is_taken_away_with_all_that_is_in_it() -> None:
    edited = document()
    _, b, c = elements(edited)
    edited.set(c, {"s": "1"})
    edited.append(b, "<i/>")
    edited.remove(b)
    edited.remove(c)
    edited.insert_after(b, "<in-its-place/>")

    assert edited.content().decode() == TEXT.replace("<b ><c/>text</b>", "<in-its-place/>")
    assert edited.root.find("b") is None


def test_a_child_that_was_added_can_be_changed_and_taken_away_again() -> None:
    edited = Document(b'<x:t xmlns:x="urn:x"/>', "part")
    first, second = (edited.add(edited.root, "e", {"n": n}) for n in "12")
    edited.set(first, {"n": "3", "m": "&"})
    edited.remove(second)
    edited.append(edited.root, "<x:f/>")

    assert list(edited.root.each("e")) == [first]
    assert edited.content() == b'<x:t xmlns:x="urn:x"><x:f/><x:e n="3" m="&amp;"/></x:t>'


@pytest.mark.parametrize(
    ("there", "then"),
    [
        ("sheetData pageMargins extLst", "sheetData pageMargins new extLst"),
        ("sheetData", "sheetData new"),
        ("sheetData tableParts", "sheetData new tableParts"),
        ("unknown sheetData unknown", "unknown sheetData new unknown"),
        ("tableParts", "new tableParts"),
        ("", "new"),
    ],
)
def test_a_child_goes_behind_the_last_that_may_stand_before_it(there: str, then: str) -> None:
    edited = document(f"<w>{''.join(f'<{name}/>' for name in there.split())}</w>")

    edited.insert_behind(edited.root, "<new/>", frozenset({"sheetData", "pageMargins"}))

    assert edited.content().decode() == f"<w>{''.join(f'<{name}/>' for name in then.split())}</w>"


def test_a_part_between_two_places_has_the_edits_that_stand_there() -> None:
    edited = document("<t><a/><b/><c/></t>")
    a, b, c = edited.root.children
    for element in (a, b, c):
        edited.set(element, {"s": "1"})
        edited.insert_after(element, "<i/>")

    assert edited.between(0, b.start) == b'<t><a s="1"/><i/>'
    assert edited.between(b.end, edited.length) == b'<i/><c s="1"/><i/></t>'


def test_an_element_is_read_as_it_stands_and_as_its_characters() -> None:
    read = document('<t><a r="&gt;">x &amp; <b q=">"/><![CDATA[<y> &amp;]]><!-- no --> &#228;</a></t>')
    (a,) = read.root.children

    assert read.text_of(a) == '<a r="&gt;">x &amp; <b q=">"/><![CDATA[<y> &amp;]]><!-- no --> &#228;</a>'
    assert read.characters(a) == "x & <y> &amp; ä"


@pytest.mark.parametrize(
    ("tag", "then"),
    [
        ("<c>", '<c s="1">'),
        ("<c/>", '<c s="1"/>'),
        ("<c\n/>", '<c s="1"/>'),
        ('<x:c r="A1" x:s="2" ss="3">', '<x:c r="A1" x:s="2" ss="3" s="1">'),
        ("<c\ts = '7'\tr='A1'/>", "<c s=\"1\"\tr='A1'/>"),
        ("<c q=' s=\"7\" >' s='7'>", '<c q=\' s="7" >\' s="1">'),
    ],
)
def test_a_start_tag_gets_an_attribute_wherever_it_stood(tag: str, then: str) -> None:
    assert with_attributes(tag, {"s": "1"}) == then


def test_a_part_is_not_edited_by_looking_at_it() -> None:
    read = document()
    assert not read.is_edited

    read.set(read.root, {"s": "1"})
    assert read.is_edited


@given(documents(), st.sampled_from([b"", codecs.BOM_UTF8]))
def test_without_edits_a_part_is_the_same_bytes(text: str, mark: bytes) -> None:
    content = mark + text.encode()

    assert Document(content, "part").content() == content


@given(documents())
def test_a_part_in_another_encoding_is_written_in_utf8(text: str) -> None:
    said = text.replace("UTF-8", "UTF-16")

    assert Document(said.encode("utf-16"), "part").content() == text.encode()


@dataclass(frozen=True)
class Act:
    """What is done to the element with a number, counted around: set, or put markup somewhere, or remove."""

    kind: str
    number: int
    value: str

    def on(self, edited: Document, element: Element) -> None:
        markup = f'<new n="{self.value}"/>'
        match self.kind:
            case "set":
                edited.set(element, {"s": self.value or None, "å": f"{self.value}'\""})
            case "remove":
                edited.remove(element)
            case "before":
                edited.insert_before(element, markup)
            case "first":
                edited.insert_first(element, markup)
            case "last":
                edited.append(element, markup)
            case "after":
                edited.insert_after(element, markup)


acts = st.builds(
    Act,
    st.sampled_from(["set", "remove", "before", "first", "last", "after"]),
    st.integers(0, 30),
    st.sampled_from(["", "1", "2", "a > b"]),
)


@given(documents(), acts)
def test_one_edit_touches_nothing_outside_its_element(text: str, act: Act) -> None:
    content = text.encode()
    edited = Document(content, "part")
    elements = list(edited.root.walk())
    element = elements[act.number % len(elements)]

    act.on(edited, element)

    after = edited.content()
    assert after.startswith(content[: element.start])
    assert after.endswith(content[element.end :])
    if act.kind not in ("set", "remove"):
        assert content[element.inner : element.close] in after


class Editor:
    """Does the same with a document object model; comments mark the places beside and in each element."""

    def __init__(self, text: str) -> None:
        self._dom: Any = minidom.parseString(text.encode())
        self._elements = self._dom.getElementsByTagName("*")
        self._removed: set[Any] = set()
        self._places = {element: self._marked(element) for element in self._elements}

    def _marked(self, element: Any) -> dict[str, Any]:
        places = {name: self._dom.createComment(name) for name in ("before", "first", "last", "after")}
        parent = element.parentNode
        parent.insertBefore(places["before"], element)
        parent.insertBefore(places["after"], element.nextSibling)
        element.insertBefore(places["first"], element.firstChild)
        element.appendChild(places["last"])
        return places

    def do(self, act: Act, number: int) -> None:
        """Do something to an element, by its number in the text."""
        element = self._elements[number]
        if act.kind == "set":
            element.setAttribute("å", f"{act.value}'\"")
            if act.value:
                element.setAttribute("s", act.value)
            elif element.hasAttribute("s"):
                element.removeAttribute("s")
        elif act.kind == "remove":
            self._removed.add(element)
        else:
            new = self._dom.createElement("new")
            new.setAttribute("n", act.value)
            place = self._places[element][act.kind]
            place.parentNode.insertBefore(new, place)

    def canonical(self) -> str:
        """The document without comments, written in the one canonical way."""
        for element in self._removed:
            element.parentNode.removeChild(element)
        return str(canonicalize(self._dom.documentElement.toxml()))


@given(documents(), st.lists(acts, max_size=8))
def test_all_edits_together_are_what_another_editor_makes_of_them(text: str, wanted: list[Act]) -> None:
    edited, editor = Document(text.encode(), "part"), Editor(text)
    elements = list(edited.root.walk())

    for act in wanted:
        number = act.number % len(elements)
        if number or act.kind in ("set", "first", "last"):
            act.on(edited, elements[number])
            editor.do(act, number)

    root = edited.content()[len(text[: text.index("<w ")].encode()) :]
    root = root[: root.rindex(b"</w>") + 4]
    assert canonicalize(root.decode()) == editor.canonical()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a>",
        b"<!DOCTYPE a><a/>",
        b"<a>\xff</a>",
        b"<?xml version='1.0' encoding='klingon'?><a/>",
        b"<\0a\0",
    ],
)
def test_what_is_no_plain_xml_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        Document(content, "xl/styles.xml")

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/styles.xml"})
