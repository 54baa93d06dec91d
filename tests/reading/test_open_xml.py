"""A package as a workbook: sheets, what was noticed, and the two counts that must agree."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from syditval.model.cells import CellKind, Counts
from syditval.model.trait import Trait, TraitKind
from syditval.reading import open_xml
from syditval.reading.contents import Contents
from syditval.reading.limits import Limits
from syditval.reading.open_xml import OpenXml, read_open_xml
from tests.reading.raw_package import MAIN, OFFICE, package, raw_parts
from tests.reading.refusals import refusal

ROW = '<row r="1"><c r="A1" s="1"><v>45412</v></c><c r="B1"><f>A1</f><v>2</v></c></row><row r="3"/>'
RELS = "xl/_rels/workbook.xml.rels"


def read(rows: str = ROW, parts: Mapping[str, str | None] | None = None, **around: str) -> Contents:
    return read_open_xml(package(rows, parts=parts, **around), Limits(), "april.xlsx")


def kinds(contents: Contents) -> list[CellKind]:
    return [cell.kind for cell in contents.sheets[0].cells.values()]


def test_sheets_can_be_read_row_by_row_without_the_whole() -> None:
    book = OpenXml(package(ROW), Limits())
    (part,) = book.sheets
    rows = book.rows(part)

    assert [(number, [column for column, _ in found]) for number, found in rows] == [(1, [1, 2])]
    assert rows.counts == Counts(rows=1, cells=2, numbers=2, formulas=1)
    assert book.read(part).counts == rows.counts


def test_a_plain_workbook_has_nothing_to_notice() -> None:
    assert read()[1:] == ((), ())
    assert kinds(read()) == [CellKind.DATE, CellKind.NUMBER]


def test_without_styles_a_date_is_a_number() -> None:
    found = read(parts={"xl/styles.xml": None})

    assert (kinds(found), found.traits[:1]) == (
        [CellKind.NUMBER] * 2,
        (Trait(TraitKind.BROKEN_DECORATION, "Drift", 's="1"'),),
    )


def test_broken_styles_are_noticed_for_what_they_cost() -> None:
    found = read(parts={"xl/styles.xml": "<styleSheet>"})

    assert kinds(found) == [CellKind.NUMBER] * 2
    assert Trait(TraitKind.UNKNOWN_FORMATS, "xl/styles.xml") in found.traits


def test_what_is_odd_on_a_sheet_is_noticed_with_its_name() -> None:
    found = read(
        '<row r="1" ht="high"><c r="A1" s="99"><v>1</v></c></row>', after='<autoFilter ref="nonsense"/>'
    )

    assert {(trait.kind, trait.where) for trait in found.traits} == {(TraitKind.BROKEN_DECORATION, "Drift")}
    assert [trait.detail for trait in found.traits][:2] == ['ht="high"', 's="99"']


def test_what_the_package_holds_is_noticed() -> None:
    found = read(parts={"xl/vbaProject.bin": "", "docProps/app.xml": "<broken>"})

    assert [trait.where for trait in found.traits] == ["xl/vbaProject.bin", "docProps/app.xml"]


def test_shared_texts_are_found() -> None:
    line = f'<Relationship Id="a" Type="{OFFICE}/sharedStrings" Target="texts.xml"/></Relationships>'
    parts = {
        RELS: raw_parts("")[RELS].replace("</Relationships>", line),
        "xl/texts.xml": f'<sst xmlns="{MAIN}"><si><t>Löner</t></si></sst>',
    }
    (cell,) = read('<row><c t="s"><v>0</v></c></row>', parts).sheets[0].cells.values()

    assert cell.text == "Löner"


@pytest.mark.parametrize("what", ["rows", "cells", "numbers", "formulas"])
def test_a_reader_that_loses_something_is_caught(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the cells had been read in a way that misses one, or finds one too many."""
    right = open_xml.SheetRows.__iter__

    def wrong(self: open_xml.SheetRows) -> object:
        yield from right(self)
        counts = {name: getattr(self.counts, name) for name in ("rows", "cells", "numbers", "formulas")}
        self.counts = Counts(**{**counts, what: counts[what] - 1})

    monkeypatch.setattr(open_xml.SheetRows, "__iter__", wrong)
    refused = refusal(read)

    assert (refused.code, refused.sheet, refused.fields["what"]) == ("R047", "Drift", what)
