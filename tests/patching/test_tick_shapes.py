"""Tick marks are put into drawings that may hold other shapes, and taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import xlsxwriter

from syditval.patching.dialect import DIALECTS, STRICT, TRANSITIONAL, Dialect
from syditval.patching.errors import CannotAnnotate
from syditval.patching.tick_shapes import Legend, TickShape, empty_drawing, with_ticks, without_ticks

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
PART = "xl/drawings/drawing1.xml"
TOTAL = TickShape(8, 3, "F CF", "F: footed. CF: cross-footed.")
SHARE = TickShape(9, 5, "Σ≈", "Σ≈: recalculated.")
LEGEND = Legend(12, "Tick marks", (("F", "Footed."), ("CF", "Cross-footed.")))

SHAPE = '<x:sp><x:nvSpPr><x:cNvPr id="7" name="Knapp"/></x:nvSpPr></x:sp>'
BUTTON = f"<x:twoCellAnchor>{SHAPE}</x:twoCellAnchor>"


def ticked(drawing: bytes, *ticks: TickShape, legend: Legend = LEGEND) -> bytes:
    return with_ticks(drawing, ticks, legend, PART)


def elements(drawing: bytes, name: str) -> Iterator[ElementTree.Element]:
    """The elements with a name, whatever their namespace."""
    return (found for found in ElementTree.fromstring(drawing).iter() if found.tag.endswith(f"}}{name}"))


def texts(drawing: bytes, name: str) -> list[str | None]:
    return [found.text for found in elements(drawing, name)]


def names(drawing: bytes) -> list[str]:
    return [found.attrib["name"] for found in elements(drawing, "cNvPr")]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The drawing of a sheet with a chart down to row 30 and a text box beside it."""
    path: Path = tmp_path_factory.mktemp("drawing") / "april.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Drift")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Drift!$B$5:$B$7"})
        chart.set_size({"width": 320, "height": 300})
        sheet.insert_chart("A16", chart)
        sheet.insert_textbox("F16", "Åtgärder <2024>")
    with ZipFile(path) as package:
        return package.read(PART)


def test_each_mark_stands_in_its_cell_and_says_what_it_means() -> None:
    drawing = ticked(empty_drawing(TRANSITIONAL), TOTAL, SHARE)

    corners = [[int(part.text or "") for part in found] for found in elements(drawing, "from")]
    ends = [[int(part.text or "") for part in found] for found in elements(drawing, "to")]
    assert corners[:2] == [[2, 0, 7, 0], [4, 0, 8, 0]]
    assert [(end[0], end[2]) for end in ends] == [(2, 7), (4, 8)]
    assert texts(drawing, "t")[:2] == ["F CF", "Σ≈"]
    assert [found.get("descr") for found in elements(drawing, "cNvPr")][:2] == [TOTAL.meaning, SHARE.meaning]


def test_the_legend_stands_two_rows_below_all_that_is_used_and_defines_every_sign() -> None:
    legend = Legend(12, "Tick marks", (("F", "Footed."),), remark="And 3 more.")
    drawing = ticked(empty_drawing(TRANSITIONAL), TOTAL, legend=legend)

    assert texts(drawing, "row")[-1] == "13"
    assert texts(drawing, "col")[-1] == "0"
    assert texts(drawing, "t")[1:] == ["Tick marks", "F", "\tFooted.", "And 3 more."]


def test_on_a_sheet_that_is_full_the_legend_is_in_the_last_row() -> None:
    drawing = ticked(empty_drawing(TRANSITIONAL), legend=Legend(1_048_576, "Tick marks", ()))

    assert texts(drawing, "row") == ["1048575"]


def test_other_shapes_stay_to_the_byte_and_are_left_when_ours_go(original: bytes) -> None:
    drawing = ticked(original, TOTAL, SHARE)

    assert drawing.startswith(original.removesuffix(b"</xdr:wsDr>"))
    assert without_ticks(drawing, PART) == original


def test_the_legend_covers_no_other_shape(original: bytes) -> None:
    lowest = max(int(row or "") for row in texts(original, "row"))

    assert texts(ticked(original), "row")[-1] == str(lowest + 2)


def test_the_height_of_a_picture_with_one_corner_is_reckoned_with() -> None:
    extent = '<x:from><x:row>19</x:row></x:from><x:ext cx="1" cy="1905000"/>'
    picture = f"<x:oneCellAnchor>{extent}{SHAPE}</x:oneCellAnchor>"
    drawing = ticked(f'<x:wsDr xmlns:x="{XDR}">{picture}</x:wsDr>'.encode())

    assert texts(drawing, "row") == ["19", "31"]


def test_numbers_and_names_are_our_own(original: bytes) -> None:
    drawing = ticked(original, TOTAL, SHARE)

    numbers = [int(found.attrib["id"]) for found in elements(drawing, "cNvPr")]
    assert numbers == sorted(set(numbers))
    assert names(drawing) == ["Chart 1", "TextBox 2", *(f"syditval tick {number}" for number in numbers[2:])]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_drawing_of_ours_alone_speaks_its_dialect_and_is_gone_when_they_go(dialect: Dialect) -> None:
    drawing = ticked(empty_drawing(dialect), TOTAL)

    spoken = {found.tag.partition("}")[0].lstrip("{") for found in ElementTree.fromstring(drawing).iter()}
    assert {namespace.startswith("http://purl.oclc.org/ooxml/drawingml/") for namespace in spoken} == {
        dialect is STRICT
    }
    assert without_ticks(drawing, PART) is None


@pytest.mark.parametrize(
    "before",
    [
        f'<x:wsDr xmlns:x="{XDR}">{BUTTON}</x:wsDr>\r\n<!-- end -->',
        f"<wsDr xmlns='{XDR}'>{BUTTON.replace('x:', '')}</wsDr >",
    ],
)
def test_a_root_may_have_any_prefix(before: str) -> None:
    drawing = ticked(before.encode(), TOTAL)

    end = before.rindex("</")
    assert names(drawing) == ["Knapp", "syditval tick 8", "syditval tick 9"]
    assert drawing.startswith(before[:end].encode())
    assert drawing.endswith(before[end:].encode())
    assert without_ticks(drawing, PART) == before.encode()


def test_a_root_that_closes_itself_is_opened() -> None:
    drawing = ticked(f'<d:wsDr xmlns:d="{XDR}"/>'.encode(), TOTAL)

    assert len(list(ElementTree.fromstring(drawing))) == 2
    assert without_ticks(drawing, PART) is None


def test_a_drawing_in_another_encoding_gets_its_signs_whole() -> None:
    before = f'<?xml version="1.0" encoding="UTF-16"?><d:wsDr xmlns:d="{XDR}"/>'.encode("utf-16")

    assert texts(ticked(before, SHARE), "t")[0] == "Σ≈"


def test_ours_go_also_where_another_program_wrote_them_anew(original: bytes) -> None:
    rewritten = (
        re.sub(rb" descr=\"[^\"]*\"", b"", ticked(original, TOTAL))
        .replace(b"xdr:", b"")
        .replace(b"xmlns:xdr=", b"xmlns=")
    )

    left = without_ticks(rewritten, PART)

    assert left is not None
    assert names(left) == ["Chart 1", "TextBox 2"]


def test_of_a_group_with_other_shapes_only_ours_go() -> None:
    mark = SHAPE.replace("Knapp", "syditval tick 8")

    def drawing(*shapes: str) -> bytes:
        named = '<x:nvGrpSpPr><x:cNvPr id="3" name="Grupp 2"/></x:nvGrpSpPr>'
        group = f"<x:grpSp>{named}{''.join(shapes)}</x:grpSp>"
        return f'<x:wsDr xmlns:x="{XDR}"><x:twoCellAnchor>{group}</x:twoCellAnchor></x:wsDr>'.encode()

    assert without_ticks(drawing(mark, SHAPE, mark), PART) == drawing(SHAPE)
    assert without_ticks(drawing(mark, mark), PART) is None


def test_where_nothing_is_ours_nothing_goes(original: bytes) -> None:
    assert without_ticks(original, PART) == original
    assert without_ticks(empty_drawing(TRANSITIONAL), PART) == empty_drawing(TRANSITIONAL)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<wsDr",
        b"<wsDr/>",
        f'<other xmlns="{XDR}"/>'.encode(),
        f'<!DOCTYPE wsDr><wsDr xmlns="{XDR}"/>'.encode(),
        f'<wsDr xmlns="{XDR}"><cNvPr id="one"/></wsDr>'.encode(),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        ticked(content, TOTAL)

    assert refusal.value.code == "A009"
