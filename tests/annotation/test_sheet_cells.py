"""Cells get a format, and are put in where there were none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.sheet_cells import column_number, merged_areas, tint
from syditval.annotation.xml_part import MAIN, parsed, serialised
from syditval.model.cells import Area, column_letters
from syditval.model.rule import Severity

SHEET = f"""<worksheet xmlns="{MAIN}"><cols><col min="3" max="4" width="12" style="7"/></cols><sheetData>
<row r="2" spans="2:4"><c r="B2" s="5"><v>1</v></c><c r="D2" t="s"><v>0</v></c></row>
<row r="5" s="9" customFormat="1"><c r="B5"><f>SUM(B2:B4)</f><v>1</v></c></row>
</sheetData></worksheet>"""


def tinted(base: int, severity: Severity) -> int:
    """A made-up number for the tinted format: 1005 for base 5 under an error."""
    return {Severity.ERROR: 1000, Severity.WARNING: 2000, Severity.NOTE: 3000}[severity] + base


def rows(sheet: etree._Element) -> list[str]:
    """The rows of a sheet as lines such as ``2: B2=5 D2=0``."""
    return [
        f"{row.get('r')}: " + " ".join(f"{cell.get('r')}={cell.get('s', 0)}" for cell in row)
        for row in sheet.iter(f"{{{MAIN}}}row")
    ]


def test_cells_change_their_format_and_nothing_else() -> None:
    sheet = parsed(SHEET.encode(), "sheet")
    tint(sheet, {(2, 2): Severity.ERROR, (2, 4): Severity.NOTE, (5, 2): Severity.WARNING}, tinted)

    assert serialised(sheet).decode().partition("\n")[2] == (
        SHEET.replace('r="B2" s="5"', 'r="B2" s="1005"')
        .replace('r="D2" t="s"', 'r="D2" t="s" s="3000"')
        .replace('r="B5"', 'r="B5" s="2000"')
    )


@pytest.mark.parametrize(
    ("place", "then"),
    [
        ("before the row", ["1: A1=1000", "2: B2=5 D2=0", "5: B5=0"]),
        ("before the cells", ["2: A2=1000 B2=5 D2=0", "5: B5=0"]),
        ("between the cells", ["2: B2=5 C2=1007 D2=0", "5: B5=0"]),
        ("behind the cells", ["2: B2=5 D2=0 AA2=1000", "5: B5=0"]),
        ("between the rows", ["2: B2=5 D2=0", "4: D4=1007", "5: B5=0"]),
        ("in a row with a format", ["2: B2=5 D2=0", "5: B5=0 C5=1009"]),
        ("behind the rows", ["2: B2=5 D2=0", "5: B5=0", "9: C9=1007"]),
    ],
)
def test_a_missing_cell_is_put_in_order_with_the_format_of_its_row_or_column(
    place: str, then: list[str]
) -> None:
    places = {
        "before the row": (1, 1),
        "before the cells": (2, 1),
        "between the cells": (2, 3),
        "behind the cells": (2, 27),
        "between the rows": (4, 4),
        "in a row with a format": (5, 3),
        "behind the rows": (9, 3),
    }
    sheet = parsed(SHEET.encode(), "sheet")

    tint(sheet, {places[place]: Severity.ERROR}, tinted)

    assert rows(sheet) == then


def test_a_row_with_a_new_cell_no_longer_states_its_span() -> None:
    sheet = parsed(SHEET.encode(), "sheet")
    tint(sheet, {(2, 9): Severity.ERROR}, tinted)

    assert 'row r="2"><c' in serialised(sheet).decode()


def test_cells_without_addresses_are_counted() -> None:
    sheet = parsed(
        f"""<worksheet xmlns="{MAIN}"><sheetData><row><c s="1"/><c s="2"/></row>
        <row><c s="3"/><c r="D2" s="4"/><c s="5"/></row><row r="7"><c s="6"/></row><row><c s="7"/></row>
        </sheetData></worksheet>""".encode(),
        "sheet",
    )
    cells = {(1, 2): Severity.ERROR, (2, 3): Severity.NOTE, (2, 5): Severity.ERROR, (8, 1): Severity.ERROR}
    tint(sheet, cells, tinted)

    assert rows(sheet) == [
        "None: None=1 None=1002",
        "None: None=3 C2=3000 D2=4 None=1005",
        "7: None=6",
        "None: None=1007",
    ]


def test_a_sheet_with_prefixed_names_keeps_its_prefix() -> None:
    sheet = parsed(
        f"""<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData>
        </x:worksheet>""".encode(),
        "sheet",
    )
    tint(sheet, {(1, 1): Severity.ERROR, (1, 2): Severity.ERROR, (3, 1): Severity.ERROR}, tinted)

    assert (
        '<x:row r="1"><x:c r="A1" s="1000"/><x:c r="B1" s="1000"/></x:row>'
        '<x:row r="3"><x:c r="A3" s="1000"/></x:row>'
    ) in serialised(sheet).decode()


CELLS = st.sets(st.tuples(st.integers(1, 12), st.integers(1, 30)), max_size=25)


@given(CELLS, CELLS)
def test_whatever_is_tinted_rows_and_cells_stay_in_order(
    there: set[tuple[int, int]], wanted: set[tuple[int, int]]
) -> None:
    lines = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{column_letters(c)}{row}" s="1"/>' for r, c in sorted(there) if r == row)
        + "</row>"
        for row in sorted({row for row, _ in there})
    )
    sheet = parsed(f'<w xmlns="{MAIN}"><sheetData>{lines}</sheetData></w>'.encode(), "sheet")

    tint(sheet, dict.fromkeys(wanted, Severity.ERROR), tinted)

    expected = {
        f"{column_letters(column)}{row}": (1000 if (row, column) in wanted else 0) + ((row, column) in there)
        for row, column in sorted(there | wanted)
    }
    found = {cell.get("r"): int(cell.get("s", 0)) for cell in sheet.iter(f"{{{MAIN}}}c")}
    assert list(found.items()) == list(expected.items())
    numbers = [int(row.get("r", 0)) for row in sheet.iter(f"{{{MAIN}}}row")]
    assert numbers == sorted({row for row, _ in there | wanted})


def test_merged_areas_are_read() -> None:
    sheet = parsed(
        f"""<worksheet xmlns="{MAIN}"><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="AA9"/></mergeCells>
        </worksheet>""".encode(),
        "sheet",
    )

    assert merged_areas(sheet) == (Area(1, 1, 2, 3), Area(9, 27, 9, 27))


@given(st.integers(1, 16384))
def test_a_column_number_is_what_its_letters_say(number: int) -> None:
    assert column_number(column_letters(number)) == number


@pytest.mark.parametrize(
    "content",
    [
        "<sheetViews/>",
        '<sheetData><row r="x"/></sheetData>',
        '<sheetData><row r="1"><c r="1A"/></row></sheetData>',
        '<sheetData><row r="1"><c r="C0"/></row></sheetData>',
        '<sheetData><row r="1"><c r="A1" s="bold"/></row></sheetData>',
    ],
)
def test_a_sheet_that_cannot_be_understood_is_refused(content: str) -> None:
    sheet = parsed(f'<worksheet xmlns="{MAIN}">{content}</worksheet>'.encode(), "sheet")

    with pytest.raises(CannotAnnotate) as refusal:
        tint(sheet, {(1, 1): Severity.ERROR}, tinted)

    assert refusal.value.code == "A009"
