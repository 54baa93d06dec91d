"""Decoration that makes no sense is worth a word, and never stands in the way of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import fromstring

import pytest

from syditval.model.trait import TraitKind
from syditval.reading.decoration import complaint_about, decoration_traits, is_decoration
from syditval.reading.limits import Limits
from syditval.reading.names import MAIN, STRICT_MAIN
from syditval.reading.package import Package
from tests.reading.raw_package import raw_parts, zipped

COLOUR = '<styleSheet xmlns="{}"><fonts><font><color rgb="red"/></font></fonts></styleSheet>'
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>"""


def complaints(parts: Mapping[str, str]) -> dict[str, str]:
    """What is said of each part."""
    found = [*decoration_traits(Package(zipped({**raw_parts(""), **parts}), Limits()))]
    assert {trait.kind for trait in found} <= {TraitKind.BROKEN_DECORATION}
    return {trait.where: trait.detail for trait in found}


def test_a_plain_workbook_is_fine() -> None:
    assert complaints({"docProps/core.xml": CORE.format("2024-04-30T12:00:00Z")}) == {}


@pytest.mark.parametrize("namespace", [MAIN, STRICT_MAIN])
def test_a_colour_that_is_none_is_told(namespace: str) -> None:
    assert (
        "Colors must be aRGB hex values"
        in complaints({"xl/styles.xml": COLOUR.format(namespace)})["xl/styles.xml"]
    )


def test_a_date_that_is_none_is_told() -> None:
    assert complaints({"docProps/core.xml": CORE.format("nyss")}).keys() == {"docProps/core.xml"}


def test_a_pivot_without_its_fields_is_told_only_where_something_is_wrong() -> None:
    wrong = f'<pivotTableDefinition xmlns="{MAIN}" cacheId="x"/>'

    assert complaints({"xl/pivotTables/pivotTable1.xml": wrong}).keys() == {"xl/pivotTables/pivotTable1.xml"}
    assert complaints({"xl/pivotTables/_rels/pivotTable1.xml.rels": wrong}) == {}


def test_what_is_not_well_formed_is_left_to_the_pre_flight() -> None:
    assert complaints({"xl/styles.xml": "<styleSheet>"}) == {}


def test_large_parts_are_not_judged() -> None:
    colour = COLOUR.format(MAIN)

    assert complaints({"xl/styles.xml": colour + " " * 1_000_000}) == {}


def test_nor_are_parts_with_very_long_attributes() -> None:
    colour = COLOUR.format(MAIN)

    assert complaints({"xl/styles.xml": colour.replace('"red"', f'"{"r" * 10_000}"')}) != {}
    assert complaints({"xl/styles.xml": colour.replace('"red"', f'"{"r" * 10_001}"')}) == {}


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("dataValidations", '><dataValidation type="nonsense" sqref="A1"/></dataValidations>'),
        ("autoFilter", ' ref="nonsense"/>'),
        ("sheetFormatPr", ' defaultRowHeight="high"/>'),
        ("conditionalFormatting", '><cfRule type="nonsense"/></conditionalFormatting>'),
    ],
)
def test_elements_of_a_sheet_are_judged_one_by_one(name: str, rest: str) -> None:
    element = fromstring(f'<{name} xmlns="{MAIN}"{rest}')

    assert is_decoration(element.tag)
    assert complaint_about(element)


def test_sound_elements_and_what_is_no_decoration() -> None:
    assert complaint_about(fromstring(f'<autoFilter xmlns="{MAIN}" ref="A1:B2"/>')) == ""
    assert not is_decoration(f"{{{MAIN}}}sheetData")


def test_what_openpyxl_prints_gets_into_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    rule = '<cfRule type="dataBar"><dataBar><cfvo type="x"/></dataBar></cfRule>'
    complaint_about(
        fromstring(f'<conditionalFormatting xmlns="{MAIN}" sqref="A1">{rule}</conditionalFormatting>')
    )

    assert capsys.readouterr().out == ""
