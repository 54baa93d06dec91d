"""A sheet that goes first and away again, and the workbooks that are left alone."""

from __future__ import annotations

import codecs
from xml.etree import ElementTree

import pytest

from syditval.model.rule import Severity
from syditval.patching.dialect import DIALECTS, STRICT, TRANSITIONAL, Dialect
from syditval.patching.errors import CannotAnnotate
from syditval.patching.fills import MARKS
from syditval.patching.package import CONTENT_TYPES, Package
from syditval.patching.sheet_part import SheetPart, unchanged
from syditval.patching.workbook_part import (
    free_sheet_name,
    is_selected,
    refuse_harm,
    register_first,
    sheet_parts,
    unregister,
    unselect,
    workbook_part,
    workbook_styles,
)
from tests.patching.packages import MAIN, SHEET, R, package, relationships, worksheet, written

WORKBOOK, WORKBOOK_RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
BOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{R}"><bookViews>
<workbookView activeTab="1" firstSheet="1"/><workbookView activeTab="1"/></bookViews>
<sheets><sheet name="Drift" sheetId="1" r:id="a"/><sheet name="Läs mig" sheetId="7" r:id="b"/></sheets>
<externalReferences/>
<definedNames><definedName name="Area" localSheetId="1">'Läs mig'!A1</definedName>
<definedName name="Rate">Drift!B2</definedName></definedNames><calcPr/></workbook>"""

OFFICE_DOCUMENT = ("r1", f"{R}/officeDocument", WORKBOOK)
SHEETS = (
    ("a", f"{R}/worksheet", "worksheets/sheet1.xml"),
    ("b", f"{R}/worksheet", "/xl/worksheets/sheet9.xml"),
)


def parts(book: str = BOOK) -> dict[str, str | bytes]:
    return {
        "_rels/.rels": relationships(OFFICE_DOCUMENT),
        WORKBOOK_RELS: relationships(*SHEETS),
        WORKBOOK: book,
        "xl/worksheets/sheet1.xml": worksheet("<sheetData/>"),
        "xl/worksheets/sheet9.xml": worksheet("<sheetData/>"),
    }


@pytest.fixture
def opened() -> Package:
    return package(parts())


def again(of: Package) -> Package:
    """The package once it was written and opened again."""
    return package(dict(written(of)))


def described(of: Package, name: str) -> list[tuple[str | None, ...]]:
    """What the elements with a name say in the workbook part as it is written."""
    shown = {
        "sheet": ("name", "sheetId"),
        "definedName": ("name", "localSheetId", "hidden"),
        "workbookView": ("activeTab", "firstSheet"),
    }[name]
    found = ElementTree.fromstring(of.read(WORKBOOK)).iter(f"{{{MAIN}}}{name}")
    return [tuple(element.get(attribute) for attribute in shown) for element in found]


def test_sheets_are_found_by_name_in_the_order_of_their_tabs(opened: Package) -> None:
    assert workbook_part(opened) == WORKBOOK
    assert list(sheet_parts(opened, WORKBOOK).items()) == [
        ("Drift", "xl/worksheets/sheet1.xml"),
        ("Läs mig", "xl/worksheets/sheet9.xml"),
    ]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_workbook_in_either_dialect_is_known(dialect: Dialect) -> None:
    spoken = {
        name: str(text).replace(MAIN, dialect.main).replace(R, dialect.office)
        for name, text in parts().items()
    }
    of = package(spoken)

    assert sheet_parts(of, workbook_part(of)).keys() == {"Drift", "Läs mig"}
    assert of.dialect is dialect
    register_first(of, WORKBOOK, "Granskning", SHEET, {})
    foreign = (TRANSITIONAL if dialect is STRICT else STRICT).office.encode()
    assert foreign not in of.read(WORKBOOK) + of.read(WORKBOOK_RELS)


def test_a_new_sheet_is_the_first_tab_with_a_number_of_its_own(opened: Package) -> None:
    register_first(opened, WORKBOOK, "Granskning", "xl/worksheets/sheet2.xml", {})

    assert described(opened, "sheet") == [("Granskning", "8"), ("Drift", "1"), ("Läs mig", "7")]
    assert sheet_parts(again(opened), WORKBOOK)["Granskning"] == "xl/worksheets/sheet2.xml"


def test_names_follow_their_sheet_to_its_new_position(opened: Package) -> None:
    names = {"_xlnm._FilterDatabase": "G!$A$1", "_xlnm.Print_Titles": "'R&D'!$4:$4"}
    register_first(opened, WORKBOOK, "Granskning", "s.xml", names)

    assert described(opened, "definedName") == [
        ("Area", "2", None),
        ("Rate", None, None),
        ("_xlnm._FilterDatabase", "0", "1"),
        ("_xlnm.Print_Titles", "0", None),
    ]
    assert b">'R&amp;D'!$4:$4</definedName></definedNames>" in opened.read(WORKBOOK)


def test_the_first_window_opens_on_the_new_sheet_and_the_others_stay(opened: Package) -> None:
    register_first(opened, WORKBOOK, "Granskning", "s.xml", {})

    assert described(opened, "workbookView") == [(None, None), ("2", "1")]


def test_the_first_name_of_a_workbook_stands_where_its_schema_wants_it() -> None:
    before, _, rest = BOOK.partition("<definedNames>")
    of = package(parts(before + rest.partition("</definedNames>")[2]))

    register_first(of, WORKBOOK, "Granskning", "s.xml", {"_xlnm._FilterDatabase": "G!$A$1"})

    order = [child.tag.partition("}")[2] for child in ElementTree.fromstring(of.read(WORKBOOK))]
    assert order == ["bookViews", "sheets", "externalReferences", "definedNames", "calcPr"]


def test_a_prefixed_workbook_keeps_its_prefix() -> None:
    of = package(
        parts(
            f"""<x:workbook xmlns:x="{MAIN}"><x:sheets>
            <x:sheet name="Drift" sheetId="1" q:id="a" xmlns:q="{R}"/></x:sheets></x:workbook>"""
        )
    )

    register_first(of, WORKBOOK, "Granskning", "s.xml", {"Name": "G!A1"})

    assert described(of, "sheet") == [("Granskning", "2"), ("Drift", "1")]
    assert described(of, "definedName") == [("Name", "0", None)]


def test_a_workbook_without_sheets_is_refused() -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        register_first(package(parts(f'<workbook xmlns="{MAIN}"/>')), WORKBOOK, "Granskning", "s.xml", {})

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": WORKBOOK})


TABS = ("Ett", "Två", "Tre")


def tabbed(active: int, first: int) -> Package:
    """A workbook of three sheets, each with a name of its own."""
    sheets = "".join(f'<sheet name="{tab}" sheetId="{n}" r:id="r{n}"/>' for n, tab in enumerate(TABS))
    names = "".join(
        f'<definedName name="N{n}" localSheetId="{n}">{tab}!A1</definedName>' for n, tab in enumerate(TABS)
    )
    book = f"""<workbook xmlns="{MAIN}" xmlns:r="{R}"><bookViews>
    <workbookView activeTab="{active}" firstSheet="{first}"/></bookViews><sheets>{sheets}</sheets>
    <definedNames>{names}<definedName name="Rate">Ett!B2</definedName></definedNames></workbook>"""
    targets = [(f"r{n}", f"{R}/worksheet", f"worksheets/sheet{n}.xml") for n in range(3)]
    contents = {f"xl/worksheets/sheet{n}.xml": worksheet("<sheetData/>") for n in range(3)}
    return package(parts(book) | {WORKBOOK_RELS: relationships(*targets)} | contents)


@pytest.mark.parametrize(
    ("tab", "active", "then"),
    [
        ("Ett", 0, ("0", "0")),
        ("Ett", 1, ("0", "0")),
        ("Ett", 2, ("1", "1")),
        ("Två", 0, ("0", "0")),
        ("Två", 1, ("1", "1")),
        ("Två", 2, ("1", "1")),
        ("Tre", 0, ("0", "0")),
        ("Tre", 1, ("1", "1")),
        ("Tre", 2, ("1", "1")),
    ],
)
def test_a_window_shows_the_sheet_that_it_showed_or_its_neighbour(
    tab: str, active: int, then: tuple[str, str]
) -> None:
    of = tabbed(active, active)
    unregister(of, WORKBOOK, tab)

    assert described(of, "workbookView") == [then]


@pytest.mark.parametrize("number", range(3))
def test_a_sheet_goes_with_its_part_and_its_names_and_the_other_names_follow(number: int) -> None:
    of = tabbed(0, 0)
    unregister(of, WORKBOOK, TABS[number])

    left = [n for n in range(3) if n != number]
    assert described(of, "sheet") == [(TABS[n], str(n)) for n in left]
    assert described(of, "definedName") == [
        *((f"N{n}", str(place), None) for place, n in enumerate(left)),
        ("Rate", None, None),
    ]
    assert list(sheet_parts(again(of), WORKBOOK)) == [TABS[n] for n in left]
    assert not of.has(f"xl/worksheets/sheet{number}.xml")


def test_a_list_of_names_that_held_no_others_goes_too() -> None:
    of = tabbed(0, 0)
    for tab in TABS[:2]:
        unregister(of, WORKBOOK, tab)
        of = again(of)
    text = of.read(WORKBOOK).replace(b'<definedName name="Rate">Ett!B2</definedName>', b"")
    of.put(WORKBOOK, text)
    unregister(of, WORKBOOK, "Tre")

    assert b"definedName" not in of.read(WORKBOOK)


@pytest.mark.parametrize("names", [{}, {"_xlnm._FilterDatabase": "G!$A$1"}])
def test_what_is_registered_and_taken_away_is_what_there_was(names: dict[str, str]) -> None:
    # The window of the original opens on its first sheet; which one it was is not kept.
    book = BOOK.replace(' activeTab="1" firstSheet="1"', "").replace('Tab="1"', 'Tab="1" firstSheet="0"')
    before = package(parts(book))
    original = written(before)
    register_first(before, WORKBOOK, "Granskning", "xl/worksheets/sheet2.xml", names)
    before.put("xl/worksheets/sheet2.xml", worksheet("<sheetData/>").encode())

    after = again(before)
    unregister(after, WORKBOOK, "Granskning")

    assert after.read(WORKBOOK).decode() == book
    assert after.read(WORKBOOK_RELS) == original[WORKBOOK_RELS]
    assert set(written(after)) == set(original)


@pytest.mark.parametrize(
    ("taken", "given"),
    [
        ((), "Granskning"),
        (("Drift",), "Granskning"),
        (("GRANSKNING",), "Granskning (2)"),
        (("Granskning", "granskning (2)"), "Granskning (3)"),
    ],
)
def test_a_sheet_name_is_numbered_where_it_is_taken(taken: tuple[str, ...], given: str) -> None:
    assert free_sheet_name(taken, "Granskning") == given


def test_a_numbered_name_keeps_to_the_length_of_sheet_names() -> None:
    assert free_sheet_name(["A" * 31], "A" * 31) == "A" * 27 + " (2)"


# What looks like a view among the cells is none.
CELLS = '<sheetData><row><c t="str"><v>&lt;sheetView tabSelected="1"</v><sheetView tabSelected="1"/></c></row></sheetData>'


def viewed(view: str) -> str:
    return f'<w xmlns:x="urn:x"><sheetViews>{view}</sheetViews>{CELLS}</w>'


@pytest.mark.parametrize(
    ("view", "then"),
    [
        ('<sheetView tabSelected="1"/>', "<sheetView/>"),
        ('<sheetView tabSelected="1" zoomScale="90"/>', '<sheetView zoomScale="90"/>'),
        (
            "<sheetView zoomScale='90' tabSelected='true'></sheetView>",
            "<sheetView zoomScale='90'></sheetView>",
        ),
        ('<sheetView\n tabSelected = "1"\n/>', "<sheetView/>"),
        ('<sheetView tabSelected="1"/><sheetView tabSelected="1"/>', "<sheetView/><sheetView/>"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_selected_sheet_loses_its_selection_and_nothing_else(view: str, then: str, encoding: str) -> None:
    of = package({SHEET: viewed(view).encode(encoding)})
    assert is_selected(of, SHEET)

    sheet = SheetPart(of, SHEET)
    unselect(sheet)
    sheet.apply(unchanged)

    assert of.read(SHEET).decode() == viewed(then)


@pytest.mark.parametrize("view", ["<sheetView/>", '<sheetView tabSelected="0"/>', ""])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
def test_a_sheet_that_is_not_selected_is_not_touched(view: str, mark: bytes) -> None:
    of = package({SHEET: mark + viewed(view).encode("utf-16-le" if mark else "utf-8")})

    assert not is_selected(of, SHEET)
    sheet = SheetPart(of, SHEET)
    unselect(sheet)
    assert not sheet.frame.is_edited


STYLES = f'<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf/></cellXfs></styleSheet>'


@pytest.mark.parametrize(
    ("there", "made"),
    [
        ({"xl/formats.xml": STYLES}, "xl/formats.xml"),
        # The part is lost.
        ({}, "xl/formats.xml"),
        # Nothing relates to one.
        ({WORKBOOK_RELS: relationships(*SHEETS)}, "xl/styles.xml"),
        ({WORKBOOK_RELS: relationships(*SHEETS), "xl/Styles.xml": "<other/>"}, "xl/styles1.xml"),
    ],
)
def test_a_workbook_has_formats_or_gets_some(there: dict[str, str | bytes], made: str) -> None:
    relations = relationships(*SHEETS, ("s", f"{R}/styles", "formats.xml"))
    of = package(parts() | {WORKBOOK_RELS: relations} | there)
    workbook_part(of)

    assert workbook_styles(of, WORKBOOK).marked(0, MARKS[Severity.ERROR]) == 1

    assert b'<cellXfs count="2">' in of.read(made)
    assert (f'PartName="/{made}"'.encode() in of.read(CONTENT_TYPES)) == (made not in there)
    # They are found again.
    assert workbook_styles(again(of), WORKBOOK).formats_with([2]) == {1}


def refusal(contents: dict[str, str | bytes]) -> str:
    of = package(contents)
    with pytest.raises(CannotAnnotate) as refused:
        refuse_harm(of, workbook_part(of))
    return refused.value.code


def test_a_signed_workbook_is_left_alone() -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    signature = ("s", kind, "_xmlsignatures/origin.sigs")

    assert refusal(parts() | {"_rels/.rels": relationships(OFFICE_DOCUMENT, signature)}) == "A003"


def test_a_workbook_shared_with_tracked_changes_is_left_alone() -> None:
    revisions = ("s", f"{R}/revisionHeaders", "revisions/revisionHeaders.xml")

    assert refusal(parts() | {WORKBOOK_RELS: relationships(*SHEETS, revisions)}) == "A008"


def test_a_workbook_that_an_edit_does_not_harm_is_not_refused(opened: Package) -> None:
    refuse_harm(opened, workbook_part(opened))


@pytest.mark.parametrize(
    "book", ['<workbook xmlns="urn:other"/>', f'<document xmlns="{MAIN}"/>', "<workbook/>"]
)
def test_a_workbook_in_an_unknown_form_is_left_alone(book: str) -> None:
    assert refusal(parts(book)) == "A012"


@pytest.mark.parametrize("missing", ["_rels/.rels", WORKBOOK])
def test_a_package_without_a_workbook_is_refused(missing: str) -> None:
    assert refusal({name: content for name, content in parts().items() if name != missing}) == "A009"
