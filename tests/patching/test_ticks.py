"""Tick marks get a drawing where a sheet has none, and leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from syditval.patching.dialect import STRICT
from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import CONTENT_TYPES, Package
from syditval.patching.sheet_elements import pointed_at
from syditval.patching.sheet_part import SheetPart, unchanged
from syditval.patching.tick_shapes import Legend, TickShape
from syditval.patching.ticks import add_ticks, remove_ticks
from tests.patching.packages import SHEET, R, package, relationships, worksheet, written

DRAWING, RELATIONS = "xl/drawings/drawing1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
SHAPE = '<x:twoCellAnchor><x:sp><x:nvSpPr><x:cNvPr id="7" name="Knapp"/></x:nvSpPr></x:sp></x:twoCellAnchor>'
TICKS, LEGEND = [TickShape(8, 3, "F", "F: footed.")], Legend(12, "Tick marks", (("F", "Footed."),))
ROWS = "<sheetData></sheetData>"


def plain() -> Package:
    return package({SHEET: worksheet(f"{ROWS}<pageMargins/><legacyDrawing/>")})


def drawn() -> Package:
    """A sheet with a drawing that holds a shape."""
    pointer = f'<drawing xmlns:r="{R}" r:id="rId1"/>'
    return package(
        {
            SHEET: worksheet(ROWS + pointer),
            RELATIONS: relationships(("rId1", f"{R}/drawing", "../drawings/drawing1.xml")),
            DRAWING: f'<x:wsDr xmlns:x="{XDR}">{SHAPE}</x:wsDr>',
        }
    )


def ticked(of: Package) -> Package:
    sheet = SheetPart(of, SHEET)
    add_ticks(of, sheet, TICKS, LEGEND)
    sheet.apply(unchanged)
    return of


def unticked(parts: dict[str, bytes]) -> Package:
    of = package(parts)
    sheet = SheetPart(of, SHEET)
    remove_ticks(of, sheet)
    sheet.apply(unchanged)
    return of


def test_a_sheet_without_a_drawing_gets_one_where_the_schema_wants_it() -> None:
    after = written(ticked(plain()))

    assert after[SHEET].decode() == worksheet(
        f'{ROWS}<pageMargins/><drawing xmlns:r="{R}" r:id="rId1"/><legacyDrawing/>'
    )
    assert f'Type="{R}/drawing" Target="/{DRAWING}"'.encode() in after[RELATIONS]
    assert f'PartName="/{DRAWING}"'.encode() in after[CONTENT_TYPES]
    assert after[DRAWING].count(b"<xdr:sp ") == 2


def test_a_new_drawing_speaks_the_dialect_of_its_workbook() -> None:
    of = plain()
    of.dialect = STRICT

    assert b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing" in written(ticked(of))[DRAWING]


def test_a_sheet_with_a_drawing_keeps_its_shapes() -> None:
    of = ticked(drawn())

    assert of.added == ()
    assert SHAPE.encode() in of.read(DRAWING)
    assert pointed_at(of, SheetPart(of, SHEET), "drawing") == DRAWING


@pytest.mark.parametrize("make", [plain, drawn])
def test_what_is_ticked_and_taken_off_is_what_there_was(make: Callable[[], Package]) -> None:
    before = make()
    original = written(before)

    after = written(unticked(written(ticked(before))))

    without_types = {name: content for name, content in after.items() if name != CONTENT_TYPES}
    assert without_types == {name: original[name] for name in original if name != CONTENT_TYPES}
    assert DRAWING.encode() not in after[CONTENT_TYPES]


@pytest.mark.parametrize("make", [plain, drawn])
def test_a_sheet_without_ticks_keeps_its_drawing_as_it_is(make: Callable[[], Package]) -> None:
    of = unticked(written(make()))

    assert of.changed == (SHEET,)


def test_a_drawing_that_is_not_there_is_refused() -> None:
    of = package({SHEET: worksheet(f'{ROWS}<drawing xmlns:r="{R}" r:id="rId1"/>')})

    with pytest.raises(CannotAnnotate) as refusal:
        ticked(of)

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": SHEET})
