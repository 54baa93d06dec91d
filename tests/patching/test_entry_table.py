"""Tables that others point into by number: entries are added and found again, none changes its number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from syditval.patching.document import Document
from syditval.patching.entry_table import EntryTable

FILLS = """<x:s xmlns:x="urn:x"><x:fills count="4"><x:fill a="1"/>
<x:fill a="2" /><x:fill><x:b>&amp;</x:b></x:fill><x:fill a="1"/></x:fills></x:s>"""


def table(text: str = FILLS) -> tuple[Document, EntryTable]:
    document = Document(text.encode(), "styles")
    return document, EntryTable(document, document.root.children[0])


def test_an_entry_is_found_by_how_it_is_written() -> None:
    document, fills = table()

    assert fills.number('<x:fill a="1"/>') == 0
    assert fills.number("<x:fill><x:b>&amp;</x:b></x:fill>") == 2
    assert (fills.size, fills.prefix, fills.text(1)) == (4, "x:", '<x:fill a="2" />')
    assert not document.is_edited


def test_an_entry_that_is_not_there_is_added_once() -> None:
    document, fills = table()

    assert [fills.number(f'<x:fill a="{a}"/>') for a in (7, 8, 7, 1)] == [4, 5, 4, 0]
    assert document.content().decode() == FILLS.replace('"4"', '"6"').replace(
        "</x:fills>", '<x:fill a="7"/><x:fill a="8"/></x:fills>'
    )


def test_one_more_may_be_written_the_same_as_another() -> None:
    _, fills = table()

    assert [fills.add('<x:fill a="1"/>') for _ in range(2)] == [4, 5]
    assert fills.number('<x:fill a="1"/>') == 0


def test_an_entry_is_replaced_in_its_place() -> None:
    document, fills = table()
    fills.replace(1, "<x:none/>")

    assert document.content().decode() == FILLS.replace('<x:fill a="2" />', "<x:none/>")


def test_of_an_entry_in_several_versions_the_one_for_all_programs_counts() -> None:
    versions = '<Choice Requires="hs"><e n="1" hs="2"/></Choice><Fallback><e n="1"/></Fallback>'
    document, entries = table(
        f'<s><t><e n="0"/><AlternateContent>{versions}</AlternateContent><e n="2"/></t></s>'
    )

    assert [entries.text(number) for number in range(3)] == [f'<e n="{n}"/>' for n in range(3)]
    assert [entries.number(f'<e n="{n}"/>') for n in range(4)] == [0, 1, 2, 3]
    assert versions in document.content().decode()


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 9)))
def test_a_number_always_leads_to_what_was_asked_for(there: list[int], asked: list[int]) -> None:
    document, fills = table(f"<s><t>{''.join(f'<e n={n!r}/>' for n in map(str, there))}</t></s>")

    numbers = [fills.number(f"<e n={n!r}/>") for n in map(str, asked)]

    entries = Document(document.content(), "styles").root.children[0].children
    assert [entries[number].attributes["n"] for number in numbers] == [str(n) for n in asked]
    assert len(entries) == fills.size == len(there) + len(set(asked) - set(there))
