"""Elements stand where the schema wants them, and lead to the parts that they point at."""

from __future__ import annotations

import pytest

from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import Package
from syditval.patching.sheet_elements import point_at, point_no_more, pointed_at, put_in_order
from syditval.patching.sheet_part import SheetPart, unchanged
from tests.patching.packages import SHEET, package, worksheet
from tests.patching.packages import written as contents

CONTENT = "<cols/><sheetData><row/></sheetData><mergeCells/>"
DRAWING = "xl/drawings/drawing1.xml"


@pytest.fixture
def of() -> Package:
    return package({SHEET: worksheet(CONTENT)})


def text(of: Package, sheet: SheetPart) -> str:
    sheet.apply(unchanged)
    return of.read(SHEET).decode()


def test_elements_stand_in_the_order_of_the_schema(of: Package) -> None:
    sheet = SheetPart(of, SHEET)
    put_in_order(sheet.frame, "sheetFormatPr", {"defaultRowHeight": "15"})
    put_in_order(sheet.frame, "sheetProtection", {"sheet": "1"})
    put_in_order(sheet.frame, "hyperlinks", {}, "<hyperlink/>")

    first, (before, after) = '<sheetFormatPr defaultRowHeight="15"/>', CONTENT.split("<mergeCells/>")
    assert text(of, sheet) == worksheet(
        f'{first}{before}<sheetProtection sheet="1"/><mergeCells/>{after}<hyperlinks><hyperlink/></hyperlinks>'
    )


def test_what_points_at_a_part_leads_to_it_until_it_is_taken_away(of: Package) -> None:
    sheet = SheetPart(of, SHEET)
    assert pointed_at(of, sheet, "drawing") is None
    of.put(DRAWING, b"<wsDr/>")
    point_at(of, sheet, "drawing", "drawing", DRAWING)
    sheet.apply(unchanged)

    again = package(contents(of))
    sheet = SheetPart(again, SHEET)
    assert pointed_at(again, sheet, "drawing") == DRAWING
    point_no_more(again, sheet, "drawing", DRAWING)

    assert not again.has(DRAWING)
    assert text(again, sheet) == worksheet(CONTENT)


@pytest.mark.parametrize("id_", ["rId7", ""])
def test_what_points_nowhere_is_refused(id_: str) -> None:
    pointing = f'<sheetData/><drawing xmlns:r="urn:r" r:id="{id_}"/>'
    of = package({SHEET: worksheet(pointing)})

    with pytest.raises(CannotAnnotate) as refusal:
        pointed_at(of, SheetPart(of, SHEET), "drawing")

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": SHEET})
