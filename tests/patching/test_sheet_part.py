"""A sheet whose rows are streamed past, and all else edited as a document."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.cells import Area
from syditval.patching.cell_names import Place, address_of
from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import Package
from syditval.patching.sheet_part import SheetPart, asked_for, reformatted, unchanged
from tests.patching.packages import MAIN, SHEET, package, sheet, worksheet

CONTENT = """<!-- <row r="1"> --><cols><col min="3" max="4" width="12" style="7"/></cols><sheetData>
<row r="2" ht="30"><c r="B2" s="5"><v>1</v></c><c r="D2" t="s"><v>0</v></c></row>
<row r="5" s="9" customFormat="1"><c r="B5"><f>SUM(B2:B4)</f><v>1</v></c></row>
</sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="AA9"/></mergeCells>"""


def after(content: str, formats: Mapping[Place, int]) -> str:
    """The content of a sheet once some cells got other formats."""
    of = package({SHEET: worksheet(content)})
    part = SheetPart(of, SHEET)
    part.apply(reformatted(formats, part.prefix))
    return (
        of.read(SHEET)
        .decode()
        .removeprefix(worksheet("")[: -len("</worksheet>")])
        .removesuffix("</worksheet>")
    )


def test_the_frame_is_the_part_without_its_rows() -> None:
    part = sheet(CONTENT)

    assert [child.name for child in part.frame.root.children] == ["cols", "sheetData", "mergeCells"]
    assert part.data is not None
    assert part.frame.text_of(part.data) == "<sheetData/>"
    assert part.merged == (Area(1, 1, 2, 3), Area(9, 27, 9, 27))
    assert [column.whole("style") for column in part.columns] == [7]
    assert part.last_row == 5


def test_of_the_rows_that_is_known_which_was_asked_for() -> None:
    part = sheet(CONTENT, asked_for([(2, 2), (2, 3), (2, 4), (5, 3)], rows=[2, 4]))

    assert part.row_attributes == {2: {"r": "2", "ht": "30"}, 5: {"r": "5", "s": "9", "customFormat": "1"}}
    assert {place: part.format_of(place) for place in [(2, 2), (2, 4)]} == {(2, 2): 5, (2, 4): 0}
    assert part.held == {(2, 2), (2, 4)}
    assert sheet(CONTENT).row_attributes == {}


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ("<c/>", False),
        ("<c></c>", False),
        ("<c>\n</c >", False),
        ("<c><v/></c>", True),
        ("<c><f/></c>", True),
    ],
)
def test_it_is_known_of_a_cell_whether_it_holds_anything(cell: str, holds: bool) -> None:
    part = sheet(f"<sheetData><row>{cell}</row></sheetData>", asked_for([(1, 1), (1, 2)]))

    assert part.held == ({(1, 1)} if holds else set())


def test_rows_are_gone_through_as_they_stand() -> None:
    assert (
        b"".join(sheet(CONTENT).each_row()).decode()
        == CONTENT.partition("<sheetData>")[2].partition("</sheetData>")[0]
    )
    assert list(sheet("<drawing/>").each_row()) == []


@pytest.mark.parametrize(
    ("place", "number"),
    [((2, 3), 7), ((2, 1), 0), ((5, 3), 9), ((9, 4), 7), ((9, 5), 0)],
)
def test_a_cell_that_is_not_there_is_lent_the_format_of_its_row_or_column(place: Place, number: int) -> None:
    assert sheet(CONTENT, asked_for([place])).format_of(place) == number


@pytest.mark.parametrize("written", ["", 's=""', 's="bold"'])
def test_a_row_that_has_a_format_but_does_not_say_which_has_the_first(written: str) -> None:
    content = f'<sheetData><row r="1" customFormat="true" {written}/></sheetData>'

    assert sheet(content, asked_for([(1, 1)])).format_of((1, 1)) == 0


def test_cells_change_their_format_and_nothing_else() -> None:
    assert after(CONTENT, {(2, 2): 1005, (5, 2): 2000}) == CONTENT.replace('s="5"', 's="1005"').replace(
        'r="B5"', 'r="B5" s="2000"'
    )


@pytest.mark.parametrize(
    ("place", "put_in", "before"),
    [
        ((1, 1), '<row r="1"><c r="A1" s="7"/></row>', '<row r="2"'),
        ((2, 3), '<c r="C2" s="7"/>', '<c r="D2"'),
        ((4, 4), '<row r="4"><c r="D4" s="7"/></row>', '<row r="5"'),
        ((9, 3), '<row r="9"><c r="C9" s="7"/></row>', "</sheetData>"),
    ],
)
def test_a_missing_cell_is_put_in_with_its_row(place: Place, put_in: str, before: str) -> None:
    assert after(CONTENT, {place: 7}) == CONTENT.replace(before, put_in + before)


@pytest.mark.parametrize(
    ("content", "then"),
    [
        ("<sheetData/>", '<sheetData><row r="2"><c r="B2" s="7"/></row></sheetData>'),
        ("<sheetData ></sheetData >", '<sheetData ><row r="2"><c r="B2" s="7"/></row></sheetData>'),
        (
            f'<x:sheetData xmlns:x="{MAIN}"/>',
            f'<x:sheetData xmlns:x="{MAIN}"><x:row r="2"><x:c r="B2" s="7"/></x:row></x:sheetData>',
        ),
    ],
)
def test_a_sheet_without_rows_gets_its_first(content: str, then: str) -> None:
    assert after(content, {(2, 2): 7}) == then


def test_rows_and_cells_without_addresses_are_counted() -> None:
    content = """<sheetData><row><c s="1"/><c s="2"/></row>
    <row><c s="3"/><c r="D2" s="4"/><c s="5"/></row><row r="7"><c s="6"/></row><row><c s="7"/></row>
    </sheetData>"""

    assert after(content, {(1, 2): 12, (2, 3): 10, (2, 5): 15, (8, 1): 17}) == (
        content.replace('s="2"', 's="12"')
        .replace('<c r="D2"', '<c r="C2" s="10"/><c r="D2"')
        .replace('s="5"', 's="15"')
        .replace('s="7"', 's="17"')
    )


def test_a_frame_is_written_with_its_edits_around_the_rows() -> None:
    of = package({SHEET: worksheet(CONTENT)})
    part = SheetPart(of, SHEET)
    part.frame.insert_first(part.frame.root, "<sheetPr/>")
    part.frame.append(part.frame.root, "<pageMargins/>")
    part.apply(unchanged)

    assert of.read(SHEET).decode() == worksheet("<sheetPr/>" + CONTENT + "<pageMargins/>")


def test_a_part_in_another_encoding_is_written_in_utf8() -> None:
    text = "<?xml version='1.0' encoding='{}'?>" + worksheet("<sheetData><row><c t='å'/></row></sheetData>")
    of = package({SHEET: text.format("UTF-16").encode("utf-16")})
    SheetPart(of, SHEET).apply(unchanged)

    assert of.read(SHEET).decode() == text.replace("'{}'", '"UTF-8"')


@pytest.mark.parametrize(("number", "is_there"), [(5, True), (9, False), (1, False)])
def test_a_sheet_is_searched_for_cells_of_some_formats(number: int, is_there: bool) -> None:
    content = CONTENT.replace('s="9" customFormat="1"', "").replace("<sheetData>", '<sheetData s="1">')

    assert sheet(content).has_formats([number, 77]) == is_there


def test_a_sheet_without_cells_is_written_as_it_is() -> None:
    controls = "<controls><xdr:from xmlns:xdr='urn:xdr'><xdr:row>3</xdr:row></xdr:from></controls><drawing/>"
    of = package({SHEET: worksheet(controls)})
    part = SheetPart(of, SHEET, asked_for([(3, 1)]))
    part.apply(unchanged)

    assert (part.data, part.last_row, part.merged, part.columns) == (None, 0, (), ())
    assert of.read(SHEET).decode() == worksheet(controls)
    with pytest.raises(CannotAnnotate) as refusal:
        _ = part.prefix
    assert refusal.value.fields == {"part": SHEET}


def test_places_of_controls_are_not_taken_for_rows() -> None:
    controls = '<controls xmlns:x="urn:x"><x:row>3</x:row></controls>'

    assert sheet(CONTENT + controls).last_row == 5
    assert (
        after(CONTENT + controls, {(9, 1): 7})
        == CONTENT.replace("</sheetData>", '<row r="9"><c r="A9" s="7"/></row></sheetData>') + controls
    )


@pytest.mark.parametrize(
    "content",
    [
        b"<worksheet>",
        b"<worksheet><sheetData></worksheet>",
        b"<?xml version='1.0' encoding='klingon'?><worksheet/>",
        b"<\0w\0>\0\xdc\xdc",
        b'<worksheet><sheetData><row r="1"><c r="1A"/></row></sheetData></worksheet>',
        b'<worksheet><cols><col min="a" max="b"/></cols><sheetData><row r="1"/></sheetData></worksheet>',
    ],
)
def test_a_sheet_that_cannot_be_understood_is_refused(content: bytes) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        SheetPart(package({SHEET: content}), SHEET, asked_for([(1, 1)])).format_of((1, 1))

    assert refusal.value.code == "A009"


def test_a_sheet_that_is_not_there_is_refused() -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        SheetPart(package({}), SHEET)

    assert refusal.value.fields == {"part": SHEET}


def cell(place: Place) -> str:
    return f'<c r="{address_of(place)}" s="1"/>'


def written_cells(of: Package) -> list[tuple[str, str]]:
    """Address and format of each cell of the sheet, in order."""
    found = ElementTree.fromstring(of.read(SHEET)).iter(f"{{{MAIN}}}c")
    return [(cell.get("r", ""), cell.get("s", "")) for cell in found]


places = st.sets(st.tuples(st.integers(1, 12), st.integers(1, 30)), max_size=25)


@given(there=places, wanted=places, piece=st.integers(1, 300), kept=st.sampled_from([0, 9999]))
def test_whatever_is_formatted_rows_and_cells_stay_in_order(
    there: set[Place], wanted: set[Place], piece: int, kept: int
) -> None:
    rows = "".join(
        f'<row r="{row}">{"".join(cell(place) for place in sorted(there) if place[0] == row)}</row>'
        for row in sorted({row for row, _ in there})
    )
    of = package({SHEET: worksheet(f"<sheetData>{rows}</sheetData>")})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("syditval.patching.package.PIECE", piece)
        # A small part is read once, a large one each time.
        patch.setattr("syditval.patching.sheet_part._SMALL", kept)
        part = SheetPart(of, SHEET)
        part.apply(reformatted(dict.fromkeys(wanted, 7), part.prefix))
        found = written_cells(of)

    assert found == [(address_of(place), "7" if place in wanted else "1") for place in sorted(there | wanted)]
    numbers = [row.get("r") for row in ElementTree.fromstring(of.read(SHEET)).iter(f"{{{MAIN}}}row")]
    assert numbers == [str(row) for row in sorted({row for row, _ in there | wanted})]
