"""A sheet that goes first, and the workbooks that are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from syditval.patching.xml_part import main, serialised

from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import Package
from syditval.patching.workbook_part import (
    free_sheet_name,
    register_first,
    sheet_parts,
    unselect,
    workbook_part,
)
from tests.annotation.build import write_parts

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{R}"><bookViews>
<workbookView activeTab="1" firstSheet="1"/><workbookView activeTab="1"/></bookViews>
<sheets><sheet name="Drift" sheetId="1" r:id="a"/><sheet name="Läs mig" sheetId="7" r:id="b"/></sheets>
<externalReferences/>
<definedNames><definedName name="Area" localSheetId="1">'Läs mig'!A1</definedName>
<definedName name="Rate">Drift!B2</definedName></definedNames><calcPr/></workbook>"""


def relationship(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'


def rels(*relations: str) -> bytes:
    return f'<Relationships xmlns="{RELS}">{"".join(relations)}</Relationships>'.encode()


OFFICE_DOCUMENT = relationship("r1", f"{R}/officeDocument", "xl/workbook.xml")
SHEETS = (
    relationship("a", f"{R}/worksheet", "worksheets/sheet1.xml"),
    relationship("b", f"{R}/worksheet", "/xl/worksheets/sheet9.xml"),
)


@pytest.fixture
def parts() -> dict[str, bytes]:
    return {
        "_rels/.rels": rels(OFFICE_DOCUMENT),
        "xl/_rels/workbook.xml.rels": rels(*SHEETS),
        "xl/workbook.xml": WORKBOOK.encode(),
    }


@pytest.fixture
def open_parts(tmp_path: Path, parts: dict[str, bytes]) -> Package:
    return Package(write_parts(tmp_path / "book.xlsx", parts).read_bytes())


def refusal(tmp_path: Path, parts: dict[str, bytes]) -> str:
    with pytest.raises(CannotAnnotate) as refused:
        workbook_part(Package(write_parts(tmp_path / "book.xlsx", parts).read_bytes()))
    return refused.value.code


def test_sheets_are_found_by_name_in_the_order_of_their_tabs(open_parts: Package) -> None:
    assert workbook_part(open_parts) == "xl/workbook.xml"
    assert list(sheet_parts(open_parts, "xl/workbook.xml").items()) == [
        ("Drift", "xl/worksheets/sheet1.xml"),
        ("Läs mig", "xl/worksheets/sheet9.xml"),
    ]


def test_a_new_sheet_is_the_first_tab_with_a_number_of_its_own(open_parts: Package) -> None:
    register_first(open_parts, "xl/workbook.xml", "Granskning", "xl/worksheets/sheet2.xml", {})

    sheets = open_parts.root("xl/workbook.xml").find(main("sheets"))
    assert sheets is not None
    assert [(sheet.get("name"), sheet.get("sheetId")) for sheet in sheets] == [
        ("Granskning", "8"),
        ("Drift", "1"),
        ("Läs mig", "7"),
    ]
    first, *_ = sheet_parts(open_parts, "xl/workbook.xml").values()
    assert first == "xl/worksheets/sheet2.xml"


def test_names_follow_their_sheet_to_its_new_position(open_parts: Package) -> None:
    register_first(open_parts, "xl/workbook.xml", "Granskning", "s.xml", {"_xlnm._FilterDatabase": "G!$A$1"})

    names = open_parts.root("xl/workbook.xml").iter(main("definedName"))
    assert [(name.get("name"), name.get("localSheetId"), name.text) for name in names] == [
        ("Area", "2", "'Läs mig'!A1"),
        ("Rate", None, "Drift!B2"),
        ("_xlnm._FilterDatabase", "0", "G!$A$1"),
    ]


def test_the_first_window_opens_on_the_new_sheet_and_the_others_stay(open_parts: Package) -> None:
    register_first(open_parts, "xl/workbook.xml", "Granskning", "s.xml", {})

    windows = open_parts.root("xl/workbook.xml").iter(main("workbookView"))
    assert [(view.get("activeTab"), view.get("firstSheet")) for view in windows] == [("0", "0"), ("2", "1")]


def test_the_first_name_of_a_workbook_stands_where_its_schema_wants_it(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    before, _, rest = WORKBOOK.partition("<definedNames>")
    parts["xl/workbook.xml"] = (before + rest.partition("</definedNames>")[2]).encode()
    package = Package(write_parts(tmp_path / "book.xlsx", parts).read_bytes())

    register_first(package, "xl/workbook.xml", "Granskning", "s.xml", {"_xlnm._FilterDatabase": "G!$A$1"})

    order = [str(child.tag).partition("}")[2] for child in package.root("xl/workbook.xml")]
    assert order == ["bookViews", "sheets", "externalReferences", "definedNames", "calcPr"]


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
CELLS = '<sheetData><t>&lt;sheetView tabSelected="1"</t><sheetView tabSelected="1"/></sheetData>'


def sheet(view: str) -> str:
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
        ('<x:sheetView\n tabSelected = "1"\n/>', "<x:sheetView\n/>"),
        ('<sheetView tabSelected="1"/><sheetView tabSelected="1"/>', "<sheetView/><sheetView/>"),
    ],
)
def test_a_selected_sheet_loses_its_selection_and_nothing_else(tmp_path: Path, view: str, then: str) -> None:
    package = Package(write_parts(tmp_path / "b", {"s.xml": sheet(view).encode()}).read_bytes())

    unselect(package, "s.xml")

    assert package.read("s.xml").decode() == sheet(then)
    assert package.changed == ("s.xml",)


@pytest.mark.parametrize("view", ["<sheetView/>", '<sheetView tabSelected="0"/>', ""])
def test_a_sheet_that_is_not_selected_is_not_touched(tmp_path: Path, view: str) -> None:
    package = Package(write_parts(tmp_path / "b", {"s.xml": sheet(view).encode()}).read_bytes())

    unselect(package, "s.xml")

    assert package.changed == ()


def test_a_signed_workbook_is_left_alone(tmp_path: Path, parts: dict[str, bytes]) -> None:
    signature = relationship("s", f"{RELS}/digital-signature/origin", "_xmlsignatures/origin.sigs")
    parts["_rels/.rels"] = rels(OFFICE_DOCUMENT, signature)

    assert refusal(tmp_path, parts) == "A003"


def test_a_workbook_shared_with_tracked_changes_is_left_alone(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    revisions = relationship("s", f"{R}/revisionHeaders", "revisions/revisionHeaders.xml")
    parts["xl/_rels/workbook.xml.rels"] = rels(*SHEETS, revisions)

    assert refusal(tmp_path, parts) == "A008"


def test_a_strict_workbook_is_left_alone(tmp_path: Path, parts: dict[str, bytes]) -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    parts["_rels/.rels"] = rels(relationship("r1", strict, "xl/workbook.xml"))

    assert refusal(tmp_path, parts) == "A002"


def test_a_workbook_in_the_strict_namespace_is_left_alone(tmp_path: Path, parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'

    assert refusal(tmp_path, parts) == "A002"


@pytest.mark.parametrize("missing", ["_rels/.rels", "xl/workbook.xml"])
def test_a_package_without_a_workbook_is_refused(
    tmp_path: Path, parts: dict[str, bytes], missing: str
) -> None:
    del parts[missing]

    assert refusal(tmp_path, parts) == "A009"


def test_a_workbook_without_sheets_is_refused(tmp_path: Path, parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}"/>'.encode()
    package = Package(write_parts(tmp_path / "book.xlsx", parts).read_bytes())

    with pytest.raises(CannotAnnotate) as refused:
        register_first(package, "xl/workbook.xml", "Granskning", "s.xml", {})

    assert refused.value.code == "A009"


def test_a_prefixed_workbook_keeps_its_prefix(tmp_path: Path, parts: dict[str, bytes]) -> None:
    prefixed = f"""<x:workbook xmlns:x="{MAIN}"><x:sheets>
    <x:sheet name="Drift" sheetId="1" r:id="a" xmlns:r="{R}"/></x:sheets></x:workbook>"""
    parts["xl/workbook.xml"] = prefixed.encode()
    package = Package(write_parts(tmp_path / "book.xlsx", parts).read_bytes())

    register_first(package, "xl/workbook.xml", "Granskning", "s.xml", {})

    written = serialised(package.root("xl/workbook.xml")).decode()
    assert '<x:sheet xmlns:r="' in written
    assert 'name="Granskning" sheetId="2" r:id=' in written
