"""The fast lane agrees with the scan element by element, or leaves the rows to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.cells import Counts
from syditval.reading import UnreadableWorkbook
from syditval.reading.limits import DEFAULT
from syditval.reading.regular_rows import Block, end_of_rows, regular_block
from syditval.reading.sheet_scan import SheetScan
from tests.reading.raw_package import MAIN

STRINGS = 3


def scanned(rows: bytes, *, fast: bool) -> Counts | str:
    """What the scan of a sheet with some rows counts, or the code it refuses them with."""
    sheet = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (MAIN.encode(), rows)
    scan = SheetScan("sheet1.xml", DEFAULT, STRINGS)
    if not fast:
        # The fast lane begins only where the table of cells is written in the common way.
        sheet = sheet.replace(b"<sheetData>", b"<sheetData >")
    try:
        scan.scan(iter((sheet,)))
    except UnreadableWorkbook as refusal:
        return refusal.code
    return scan.counts


REGULAR = {
    "a number": (b'<row r="1"><c r="A1"><v>12.5</v></c></row>', Counts(1, 1, 1, 0)),
    "a number with a style": (b'<row r="1"><c r="A1" s="3"><v>-12</v></c></row>', Counts(1, 1, 1, 0)),
    "a formula": (b'<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>1E-2</v></c></row>', Counts(1, 1, 1, 1)),
    "a shared formula": (
        b'<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>',
        Counts(1, 1, 1, 1),
    ),
    "a shared text": (b'<row r="1"><c r="A1" t="s"><v>2</v></c></row>', Counts(1, 1, 0, 0)),
    "an inline text": (b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>', Counts(1, 1, 0, 0)),
    "an error": (b'<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>', Counts(1, 1, 0, 1)),
    "a format alone": (b'<row r="1"><c r="A1" s="3"/></row>', Counts(0, 0, 0, 0)),
    "rows far apart": (
        b'<row r="1" spans="1:2"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"/>',
        Counts(1, 2, 2, 0),
    ),
}
DECLINED = {
    "a prefix": b'<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>',
    "no reference": b'<row r="1"><c><v>1</v></c></row>',
    "another order of attributes": b'<row r="1"><c s="1" r="A1"><v>1</v></c></row>',
    "a blank": b'<row r="1"> <c r="A1"><v>1</v></c></row>',
    "raw text": b'<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
    "another namespace": b'<row r="1" xmlns="urn:x"><c r="A1"><v>1</v></c></row>',
    "a cell of another row": b'<row r="1"><c r="A2"><v>1</v></c></row>',
    "a cell twice": b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "a row twice": b'<row r="1"/><row r="1"/>',
    "a row beyond the last": b'<row r="1048577"/>',
    "a column beyond the last": b'<row r="1"><c r="XFE1"><v>1</v></c></row>',
    "a text that is not there": b'<row r="1"><c r="A1" t="s"><v>3</v></c></row>',
    "no number": b'<row r="1"><c r="A1"><v>1_000</v></c></row>',
    "too large a number": b'<row r="1"><c r="A1"><v>1E400</v></c></row>',
    "no type": b'<row r="1"><c r="A1" t="z"><v>1</v></c></row>',
    "no result": b'<row r="1"><c r="A1"><f>B1</f></c></row>',
    "two values": b'<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
}


@pytest.mark.parametrize("case", REGULAR)
def test_what_most_programs_write_is_counted_at_once(case: str) -> None:
    rows, counts = REGULAR[case]
    block = regular_block(rows, STRINGS)

    assert block is not None
    assert block.counts == counts
    assert scanned(rows, fast=True) == scanned(rows, fast=False) == counts


@pytest.mark.parametrize("case", DECLINED)
def test_the_rest_is_left_to_the_other_lane(case: str) -> None:
    assert regular_block(DECLINED[case], STRINGS) is None
    assert scanned(DECLINED[case], fast=True) == scanned(DECLINED[case], fast=False)


def test_the_rows_come_with_their_numbers() -> None:
    assert regular_block(b'<row r="3"/><row r="7"/>', STRINGS) == Block([3, 7], Counts(0, 0, 0, 0))


def test_whole_rows_end_at_the_end_of_the_last() -> None:
    assert end_of_rows(b'<row r="1"></row><row r="2">') == len(b'<row r="1"></row>')
    assert end_of_rows(b'<row r="1">') == 0


def pieces() -> Iterator[bytes]:
    for rows, _ in REGULAR.values():
        yield rows
    yield from DECLINED.values()
    yield from (
        b"<",
        b">",
        b"/",
        b'"',
        b" ",
        b"&amp;",
        b"&",
        b"1",
        b"A",
        b"<!-- </row> -->",
        b"</row>",
        b"<row",
    )


@given(st.lists(st.sampled_from(list(pieces())), max_size=6), st.integers(0, 60), st.integers(0, 6))
def test_both_lanes_say_the_same_of_rows_that_are_put_together_wrongly(
    parts: list[bytes], at: int, length: int
) -> None:
    rows = b"".join(parts)
    damaged = rows[:at] + rows[at + length :]

    assert scanned(damaged, fast=True) == scanned(damaged, fast=False)
