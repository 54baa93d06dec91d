"""Every part is gone through before any is read: what counts must be sound, the rest harmless."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from syditval.model.cells import Counts
from syditval.model.trait import TraitKind
from syditval.reading.limits import Limits
from syditval.reading.package import Package
from syditval.reading.preflight import Preflight, preflight
from tests.reading.raw_package import MAIN, OFFICE, raw_parts, zipped
from tests.reading.refusals import refusal

ROW = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
STRINGS = f'<sst xmlns="{MAIN}"><si><t>Löner</t></si></sst>'
RELS = "xl/_rels/workbook.xml.rels"


def flown(
    rows: str = ROW, parts: Mapping[str, str | None] | None = None, limits: Limits = Limits()
) -> Preflight:
    return preflight(Package(zipped(raw_parts(rows, parts=parts)), limits), limits)


def with_strings(strings: str) -> dict[str, str]:
    line = f'<Relationship Id="a" Type="{OFFICE}/sharedStrings" Target="strings.xml"/></Relationships>'
    return {"xl/strings.xml": strings, RELS: raw_parts("")[RELS].replace("</Relationships>", line)}


def test_a_sound_package_is_counted_and_nothing_is_noticed() -> None:
    found = flown(parts={"xl/media/image1.png": "\x89PNG"})

    assert found.counts == {"Drift": Counts(rows=1, cells=2, numbers=2, formulas=1)}
    assert (found.strings, found.traits) == (None, ())
    assert [sheet.name for sheet in found.outline.sheets] == ["Drift"]


@pytest.mark.parametrize(("number", "is_there"), [(0, True), (1, False)])
def test_cells_may_point_to_the_texts_that_there_are(number: int, is_there: bool) -> None:
    row, parts = f'<row><c t="s"><v>{number}</v></c></row>', with_strings(STRINGS)

    if is_there:
        assert flown(row, parts).strings == "xl/strings.xml"
    else:
        refused = refusal(flown, row, parts)
        assert (refused.code, refused.cell, refused.fields["count"]) == ("R044", "Drift!A1", "1")


def test_a_refusal_names_the_sheet_and_the_cell_with_its_sheet() -> None:
    book = raw_parts("")["xl/workbook.xml"].replace("Drift", "Drift 2024")
    refused = refusal(flown, '<row r="3"><c r="C3"><v>1 000</v></c></row>', {"xl/workbook.xml": book})

    assert (refused.code, refused.sheet, refused.cell) == ("R042", "Drift 2024", "'Drift 2024'!C3")


PARTS = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", RELS, "xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_figures_depend_on_must_be_well_formed(part: str) -> None:
    whole = raw_parts(ROW)[part]
    refused = refusal(flown, ROW, {part: whole[:-3]})

    assert (refused.code, refused.part) == ("R031", part)


@pytest.mark.parametrize(
    "part", [*PARTS, "xl/styles.xml", "docProps/core.xml", "xl/drawings/a.vml", "xl/_rels/x.rels"]
)
def test_no_part_may_have_a_document_type(part: str) -> None:
    refused = refusal(flown, ROW, {part: DOCTYPE})

    assert (refused.code, refused.part) == ("R030", part)


@pytest.mark.parametrize(
    "part", ["docProps/core.xml", "xl/Charts/chart1.xml", "xl/worksheets/_rels/sheet1.xml.rels"]
)
def test_a_part_that_no_figure_depends_on_is_noticed_if_it_is_broken(part: str) -> None:
    (trait,) = flown(parts={part: "<a>\n<b></a>"}).traits

    assert (trait.kind, trait.where, trait.detail) == (
        TraitKind.BROKEN_DECORATION,
        part,
        "mismatched tag, line 2",
    )


def test_old_drawings_need_not_be_well_formed() -> None:
    assert flown(parts={"xl/drawings/vmlDrawing1.vml": "<xml><br></xml>"}).traits == ()


@pytest.mark.parametrize("picture", ["", "x" * 500], ids=["XML alone", "a picture too"])
def test_all_parts_together_have_a_limit(picture: str) -> None:
    parts = {"xl/media/image1.png": picture}
    size = sum(len(part.encode()) for part in raw_parts(ROW, parts=parts).values())

    flown(ROW, parts, Limits(unpacked_bytes=size))
    refused = refusal(flown, ROW, parts, Limits(unpacked_bytes=size - 1))
    assert (refused.code, refused.fields["limit"]) == ("R013", "unpacked_bytes")


def test_a_damaged_picture_is_a_damaged_file() -> None:
    content = zipped(raw_parts(ROW, parts={"xl/media/image1.png": "PIXELS"})).replace(b"PIXELS", b"PIXELZ")

    assert refusal(lambda: preflight(Package(content, Limits()), Limits())).code == "R007"
