"""Marks are taken off rows again, and what is left is what there was before."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.patching.cell_names import Place, address_of
from syditval.patching.row_restoring import restored
from syditval.patching.sheet_part import SheetPart, reformatted
from tests.patching.packages import SHEET, package, worksheet

MARK = 100
# The format of each mark, and the one without it.
PLAIN = {MARK + number: number for number in range(10)}
COLUMNS = '<cols><col min="3" max="4" style="7"/></cols>'


def unmarked(content: str, own: Mapping[Place, int] | None = None) -> str:
    """The content of a sheet without its marks."""
    of = package({SHEET: worksheet(content)})
    sheet = SheetPart(of, SHEET)
    sheet.apply(restored(sheet, PLAIN, own or {}))
    return (
        of.read(SHEET)
        .decode()
        .removeprefix(worksheet("")[: -len("</worksheet>")])
        .removesuffix("</worksheet>")
    )


def rows(content: str) -> str:
    return f"{COLUMNS}<sheetData>{content}</sheetData>"


def test_a_cell_gets_the_format_without_the_mark() -> None:
    marked = rows('<row r="2"><c r="B2" s="105"><v>1</v></c><!-- s="105" --><c r="C2" s="5"/></row>')

    assert unmarked(marked) == marked.replace('"B2" s="105"', '"B2" s="5"')


def test_a_cell_that_had_a_fill_gets_its_own_format() -> None:
    marked = rows('<row r="2"><c r="B2" s="105"><v>1</v></c><c r="C2" s="105"/></row>')

    assert unmarked(marked, {(2, 2): 8, (2, 3): 9}) == marked.replace("105", "8", 1).replace("105", "9")


@pytest.mark.parametrize(
    ("row", "then"),
    [
        ('<row r="2"><c r="A2" s="100"/></row>', ""),
        ('<row r="2"><c r="A2" s="100"></c></row>\n', "\n"),
        ('<row><c s="100"/></row>', ""),
        ('<row r="2"><c r="C2" s="107"> </c></row>', ""),
        ('<row r="2"><c r="C2" s="100"/></row>', '<row r="2"><c r="C2" s="0"/></row>'),
        ('<row r="2"><c r="A2" s="105"/></row>', '<row r="2"><c r="A2" s="5"/></row>'),
        ('<row r="2"><c r="A2" s="100"/><c r="B2"/></row>', '<row r="2"><c r="B2"/></row>'),
        ('<row r="2" ht="30"><c r="A2" s="100"/></row>', '<row r="2" ht="30"></row>'),
        (
            '<row r="2" s="9" customFormat="1"><c r="A2" s="109"/><c r="C2" s="107"/></row>',
            '<row r="2" s="9" customFormat="1"><c r="C2" s="7"/></row>',
        ),
    ],
)
def test_an_empty_cell_that_looks_as_if_it_were_not_there_goes_and_a_row_of_such(row: str, then: str) -> None:
    assert unmarked(rows(row)) == rows(then)


def test_rows_without_marks_stay_as_they_are() -> None:
    content = rows('<row r="1"/><row r="2"><c r="A2"/></row><row r="4" spans="1:2"></row>')

    assert unmarked(content) == content


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A sheet where each row has a cell, and each cell states its format and holds something."""
    places = draw(st.sets(st.tuples(st.integers(1, 9), st.integers(1, 6)), max_size=12))
    looks = st.sampled_from(["", ' ht="30"', ' s="6" customFormat="1"'])
    text = ""
    for row in sorted({row for row, _ in places}):
        text += f'<row r="{row}"{draw(looks)}>' + draw(st.sampled_from(["", '<!-- s="100" -->']))
        for column in sorted(column for at, column in places if at == row):
            text += f'<c r="{address_of((row, column))}" s="{draw(st.integers(0, 9))}"><v>1</v></c>'
        text += draw(st.sampled_from(["</row>", "</row>\n"]))
    return rows(text)


@given(sheets(), st.sets(st.tuples(st.integers(1, 12), st.integers(1, 9)), max_size=12))
def test_what_is_marked_and_restored_is_what_there_was(content: str, marked: set[Place]) -> None:
    of = package({SHEET: worksheet(content)})
    asked = {row: {column for _, column in marked} for row, _ in marked}
    sheet = SheetPart(of, SHEET, asked)
    sheet.apply(reformatted({place: MARK + sheet.format_of(place) for place in marked}, sheet.prefix))
    copy = package({SHEET: of.read(SHEET)})

    again = SheetPart(copy, SHEET)
    assert again.has_formats(PLAIN) or not marked
    again.apply(restored(again, PLAIN, {}))

    assert copy.read(SHEET).decode() == worksheet(content)
