"""Relationships, content types and names of new parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.patching.package import Package
from syditval.patching.parts import (
    CONTENT_TYPES,
    Relationship,
    declare,
    declare_extension,
    free_name,
    relate,
    related,
    relationships,
)
from tests.annotation.build import write_parts

TYPES = b"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/Old.xml" ContentType="text/old"/></Types>"""
RELS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="urn:near" Target="near.xml"/>
<Relationship Id="rId3" Type="urn:above" Target="../above.xml"/>
<Relationship Id="rId4" Type="urn:rooted" Target="/xl/rooted.xml"/>
<Relationship Id="rId5" Type="urn:web" Target="https://example.org/" TargetMode="External"/>
<Relationship Id="rId6" Type="urn:slashes" Target="..\\slashes.xml"/>
</Relationships>"""
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def package(tmp_path: Path) -> Package:
    contents = {CONTENT_TYPES: TYPES, SHEET: b"<w/>", "xl/worksheets/_rels/sheet1.xml.rels": RELS}
    return Package(write_parts(tmp_path / "parts.zip", contents).read_bytes())


def declared(package: Package) -> dict[str, str]:
    return {
        element.get("PartName") or element.get("Extension", ""): element.get("ContentType", "")
        for element in package.root(CONTENT_TYPES)
    }


def test_targets_are_parts_of_the_package_wherever_they_are_written_from(package: Package) -> None:
    assert list(relationships(package, SHEET)) == [
        Relationship("rId1", "urn:near", "xl/worksheets/near.xml"),
        Relationship("rId3", "urn:above", "xl/above.xml"),
        Relationship("rId4", "urn:rooted", "xl/rooted.xml"),
        Relationship("rId6", "urn:slashes", "xl/slashes.xml"),
    ]
    assert related(package, SHEET, "urn:above") == "xl/above.xml"
    assert related(package, SHEET, "urn:web") is None
    assert list(relationships(package, "xl/lonely.xml")) == []


def test_a_new_relationship_takes_a_free_id(package: Package) -> None:
    package.edit("xl/worksheets/_rels/sheet1.xml.rels")[-1].set("Id", "rId7")

    assert relate(package, SHEET, "urn:new", "xl/new.xml") == "rId6"
    assert relate(package, SHEET, "urn:newer", "xl/newer.xml") == "rId8"
    assert related(package, SHEET, "urn:newer") == "xl/newer.xml"


def test_a_part_without_relationships_gets_its_first(package: Package) -> None:
    assert relate(package, "xl/lonely.xml", "urn:new", "xl/new.xml") == "rId1"
    assert related(package, "xl/lonely.xml", "urn:new") == "xl/new.xml"
    assert package.added == ("xl/_rels/lonely.xml.rels",)
    assert declared(package)["rels"] == "application/vnd.openxmlformats-package.relationships+xml"


def test_a_content_type_is_stated_once(package: Package) -> None:
    declare(package, "xl/new.xml", "text/new")
    declare(package, "xl/new.xml", "text/newer")
    declare(package, "xl/old.xml", "text/new")
    declare_extension(package, "vml", "text/vml")
    declare_extension(package, "vml", "text/other")

    assert declared(package) == {
        "vml": "text/vml",
        "xml": "application/xml",
        "/xl/Old.xml": "text/new",
        "/xl/new.xml": "text/newer",
    }


def test_a_new_part_takes_a_name_that_is_free_in_any_case(package: Package) -> None:
    package.put("xl/worksheets/SHEET2.xml", b"<w/>")

    assert free_name(package, "xl/worksheets", "sheet", "xml") == "xl/worksheets/sheet3.xml"
    assert free_name(package, "", "comments", "xml") == "comments1.xml"
