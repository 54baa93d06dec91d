"""A workbook without sheets, until one is put in."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from syditval.patching.blank import WORKBOOK, blank_workbook
from syditval.patching.parts import declare
from syditval.patching.workbook_part import register_first, sheet_parts, workbook_part, workbook_styles
from tests.patching.packages import worksheet

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def test_a_blank_workbook_has_no_sheets() -> None:
    package = blank_workbook()

    assert workbook_part(package) == WORKBOOK
    assert sheet_parts(package, WORKBOOK) == {}


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_sheet_put_into_it_makes_a_workbook_that_opens() -> None:
    package = blank_workbook()
    workbook_styles(package, WORKBOOK)
    package.put(
        "xl/worksheets/sheet1.xml", worksheet("<sheetData><row><c><v>7</v></c></row></sheetData>").encode()
    )
    declare(package, "xl/worksheets/sheet1.xml", SHEET_TYPE)
    register_first(package, WORKBOOK, "Granskning", "xl/worksheets/sheet1.xml", {})
    file = BytesIO()
    package.write(file)

    book = load_workbook(file)
    assert book.sheetnames == ["Granskning"]
    assert book["Granskning"]["A1"].value == 7


def test_it_is_the_same_bytes_each_time() -> None:
    first, second = BytesIO(), BytesIO()
    for file in (first, second):
        blank_workbook().write(file)

    assert first.getvalue() == second.getvalue()
