"""What parts say of each other, and of themselves."""

from __future__ import annotations

import pytest

from syditval.reading.limits import Limits
from syditval.reading.package import Package
from syditval.reading.relationships import content_types, plain_name, relationships, relationships_part
from tests.reading.raw_package import OFFICE, PACKAGE, zipped
from tests.reading.refusals import refusal

LISTED = "xl/_rels/workbook.xml.rels"
TYPES = "[Content_Types].xml"


def related(
    inside: str, *, namespace: str = f"{PACKAGE}/relationships", root: str = "Relationships"
) -> Package:
    """A package whose workbook has a list of relationships."""
    return Package(zipped({LISTED: f'<{root} xmlns="{namespace}">{inside}</{root}>'}), Limits())


def typed(inside: str, *, namespace: str = f"{PACKAGE}/content-types") -> Package:
    """A package with a list of types, and three parts."""
    types = f'<Types xmlns="{namespace}">{inside}</Types>'
    return Package(zipped({TYPES: types, "xl/Workbook.xml": "", "xl/a.PNG": "", "b": ""}), Limits())


@pytest.mark.parametrize(
    ("part", "listed"),
    [
        ("", "_rels/.rels"),
        ("xl/workbook.xml", LISTED),
        ("xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"),
    ],
)
def test_the_list_of_a_part_stands_in_a_folder_beside_it(part: str, listed: str) -> None:
    assert relationships_part(part) == listed


def test_each_relationship_has_a_kind_and_a_part_or_lies_outside() -> None:
    package = related(
        f'<Relationship Id="a" Type="{OFFICE}/workSheet" Target="worksheets/Sheet1.xml"/>'
        '<Relationship Id="b" Type="worksheet" Target="http://example.com/" TargetMode="External"/>'
        '<Relationship Id="c" Type="x" Target="sheet1.xml" TargetMode="external"/>'
        "<Relationship/><other/>"
    )

    assert [
        (each.id, each.kind, each.target, each.part) for each in relationships(package, "xl/workbook.xml")
    ] == [
        ("a", "worksheet", "worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("b", "worksheet", "http://example.com/", None),
        ("c", "x", "sheet1.xml", None),
        ("", "", "", "xl"),
    ]


def test_a_part_without_a_list_has_none() -> None:
    assert [*relationships(related(""), "xl/styles.xml")] == []


def test_two_of_one_id_are_refused() -> None:
    refused = refusal(lambda: [*relationships(related('<Relationship Id="a"/>' * 2), "xl/workbook.xml")])

    assert (refused.code, refused.part, refused.fields["cause"]) == ("R022", LISTED, "two_of_one_id")


@pytest.mark.parametrize(
    "package", [related("", namespace="urn:other"), related("", root="Types")], ids=["namespace", "name"]
)
def test_another_list_is_refused(package: Package) -> None:
    refused = refusal(lambda: [*relationships(package, "xl/workbook.xml")]).about(file="april.xlsx")

    assert (refused.code, refused.part) == ("R032", LISTED)
    assert "{" not in str(refused)


def test_a_part_has_the_type_that_it_is_given_else_that_of_its_extension() -> None:
    package = typed(
        '<Default Extension="XML" ContentType="application/xml"/><Default Extension="png" ContentType="image/PNG"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="Main+XML"/><Override/>'
    )

    assert content_types(package) == {
        "[content_types].xml": "application/xml",
        "xl/workbook.xml": "main+xml",
        "xl/a.png": "image/png",
        "b": "",
    }


def test_a_package_must_have_a_list_of_types_and_it_must_be_one() -> None:
    missing = refusal(content_types, related(""))
    other = refusal(content_types, typed("", namespace="urn:other"))

    assert (missing.code, missing.fields) == ("R034", {"what": "content_types"})
    assert (other.code, other.part) == ("R032", TYPES)


@pytest.mark.parametrize(("tag", "plain"), [("{urn:x}a", "urn:x a"), ("a", "a")])
def test_a_name_is_shown_without_braces(tag: str, plain: str) -> None:
    assert plain_name(tag) == plain
