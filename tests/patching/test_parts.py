"""Relationships, content types and names of new parts."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from syditval.patching.dialect import STRICT, TRANSITIONAL
from syditval.patching.package import CONTENT_TYPES, Package
from syditval.patching.parts import (
    Relationship,
    declare,
    declare_extension,
    discard,
    folder_above,
    free_name,
    relate,
    related,
    relationships,
    rels_name,
    undeclare,
    unrelate,
)
from tests.patching.packages import SHEET, package, written
from tests.patching.packages import relationships as relations

TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/Old.xml" ContentType="text/old"/></Types>"""
RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{TRANSITIONAL.office}/near" Target="near.xml"/>
<Relationship Id="rId3" Type="{STRICT.office}/above" Target="../above.xml"/>
<Relationship Id="rId4" Type="urn:rooted" Target="/xl/rooted.xml"/>
<Relationship Id="rId5" Type="{STRICT.office}/web" Target="https://example.org/" TargetMode="External"/>
<Relationship Id="rId6" Type="urn:slashes" Target="..\\slashes.xml"/>
</Relationships>"""
SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels"


@pytest.fixture
def opened() -> Package:
    return package({CONTENT_TYPES: TYPES, SHEET: "<w/>", SHEET_RELS: RELS})


def declared(of: Package) -> dict[str, str]:
    """What the content types state as they are written."""
    entries = ElementTree.fromstring(written(of)[CONTENT_TYPES])
    return {
        entry.get("PartName", entry.get("Extension", "")): entry.get("ContentType", "") for entry in entries
    }


def test_targets_are_parts_of_the_package_wherever_they_are_written_from(opened: Package) -> None:
    assert [(found.id, found.target) for found in relationships(opened, SHEET)] == [
        ("rId1", "xl/worksheets/near.xml"),
        ("rId3", "xl/above.xml"),
        ("rId4", "xl/rooted.xml"),
        ("rId6", "xl/slashes.xml"),
    ]
    assert list(relationships(opened, "xl/lonely.xml")) == []


def test_a_part_is_found_by_its_kind_in_either_dialect(opened: Package) -> None:
    assert related(opened, SHEET, "near") == "xl/worksheets/near.xml"
    assert related(opened, SHEET, "above") == "xl/above.xml"
    assert related(opened, SHEET, "web") is None
    assert not Relationship("rId1", "urn:near", "near.xml").leads_to("near")


def test_a_new_relationship_takes_a_free_id_and_speaks_the_dialect(opened: Package) -> None:
    document = opened.document(SHEET_RELS)
    document.set(document.root.children[-1], {"Id": "rId7"})

    assert relate(opened, SHEET, "new", "xl/new.xml") == "rId6"
    opened.dialect = STRICT
    assert relate(opened, SHEET, "newer", "xl/newer.xml") == "rId8"

    again = package(dict(written(opened)))
    assert list(relationships(again, SHEET))[-2:] == [
        Relationship("rId6", f"{TRANSITIONAL.office}/new", "xl/new.xml"),
        Relationship("rId8", f"{STRICT.office}/newer", "xl/newer.xml"),
    ]


@pytest.mark.parametrize(
    ("part", "rels", "above"),
    [
        ("", "_rels/.rels", ""),
        ("book.xml", "_rels/book.xml.rels", ""),
        ("xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl"),
    ],
)
def test_a_part_without_relationships_gets_its_first(
    opened: Package, part: str, rels: str, above: str
) -> None:
    opened.remove(SHEET_RELS)

    assert relate(opened, part, "new", "xl/new.xml") == "rId1"
    assert related(opened, part, "new") == "xl/new.xml"
    assert rels_name(part) == rels
    assert rels in written(opened)
    assert declared(opened)["rels"] == "application/vnd.openxmlformats-package.relationships+xml"
    assert folder_above(part) == above


def test_a_relationship_is_taken_away_and_with_the_last_the_part_that_held_them(opened: Package) -> None:
    relate(opened, "xl/lonely.xml", "new", "xl/new.xml")
    unrelate(opened, "xl/lonely.xml", "XL/new.xml")
    for target in ("xl/above.xml", "xl/rooted.xml", "xl/slashes.xml", "xl/worksheets/near.xml"):
        unrelate(opened, SHEET, target)

    assert not opened.has("xl/_rels/lonely.xml.rels")
    # One leads out of the package.
    assert written(opened)[SHEET_RELS].count(b"<Relationship ") == 1


def test_a_content_type_is_stated_once(opened: Package) -> None:
    declare(opened, "xl/new.xml", "text/new")
    declare(opened, "xl/new.xml", "text/newer")
    declare(opened, "xl/old.xml", "text/new")
    declare_extension(opened, "vml", "text/vml")
    declare_extension(opened, "vml", "text/other")

    assert declared(opened) == {
        "xml": "application/xml",
        "/xl/Old.xml": "text/new",
        "/xl/new.xml": "text/newer",
        "vml": "text/vml",
    }


def test_a_content_type_is_taken_away(opened: Package) -> None:
    declare(opened, "xl/new.xml", "text/new")
    for part in ("xl/new.xml", "xl/old.xml", "xl/none.xml"):
        undeclare(opened, part)

    assert declared(opened) == {"xml": "application/xml"}


def test_a_new_part_takes_a_name_that_is_free_in_any_case(opened: Package) -> None:
    opened.put("xl/worksheets/SHEET2.xml", b"<w/>")

    assert free_name(opened, "xl/worksheets", "sheet", "xml") == "xl/worksheets/sheet3.xml"
    assert free_name(opened, "xl/worksheets", "sheet", "xml") == "xl/worksheets/sheet4.xml"
    assert free_name(opened, "", "comments", "xml") == "comments1.xml"


def test_a_part_goes_with_what_only_it_needed() -> None:
    def related_to(*targets: str) -> str:
        return relations(*((f"r{number}", "urn:t", f"/{name}") for number, name in enumerate(targets)))

    opened = package(
        {
            "book.xml": "<w/>",
            "_rels/book.xml.rels": related_to("ours.xml", "other.xml"),
            "ours.xml": "<w/>",
            "_rels/ours.xml.rels": related_to("printer.bin", "shared.xml", "gone.xml"),
            "other.xml": "<w/>",
            "_rels/other.xml.rels": related_to("shared.xml"),
            "printer.bin": b"",
            "shared.xml": "<w/>",
        }
    )
    declare(opened, "ours.xml", "text/xml")
    declare(opened, "printer.bin", "text/printer")

    discard(opened, "book.xml", "ours.xml")

    assert written(opened).keys() == {
        *(CONTENT_TYPES, "book.xml", "_rels/book.xml.rels"),
        *("other.xml", "_rels/other.xml.rels", "shared.xml"),
    }
    assert declared(opened) == {}
    assert [found.target for found in relationships(opened, "book.xml")] == ["other.xml"]
