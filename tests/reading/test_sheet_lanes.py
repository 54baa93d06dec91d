"""The bytes of a sheet reach the scan complete and in order, whichever lane each block takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.reading.sheet_lanes import in_lanes

ROW = b'<row r="1"></row>'
SHEET = b"<worksheet><cols/><sheetData>" + ROW * 3 + b"</sheetData><mergeCells/></worksheet>"


class Recorder:
    """A scan that takes rows without a ``!`` in them, and remembers which bytes came with events."""

    def __init__(self, *, has_rows: bool = True) -> None:
        self.is_between_rows = has_rows
        self.offered: list[bytes] = []
        self.hears = True

    def takes(self, rows: bytes) -> bool:
        self.offered.append(rows)
        return b"!" not in rows

    def listen(self, to_events: bool) -> None:
        self.hears = to_events


def passed(recorder: Recorder, *chunks: bytes) -> list[tuple[bytes, bool]]:
    """Each piece that is passed on, and whether events are wanted for it."""
    return [(piece, recorder.hears) for piece in in_lanes(recorder, chunks) if piece]


def test_rows_go_without_events_and_the_rest_with_them() -> None:
    assert passed(Recorder(), SHEET) == [
        (b"<worksheet><cols/><sheetData>", True),
        (ROW * 3, False),
        (b"</sheetData><mergeCells/></worksheet>", True),
    ]


def test_rows_that_are_not_taken_go_with_events() -> None:
    sheet = SHEET.replace(b"</row>", b"!</row>")

    assert all(hears for _, hears in passed(Recorder(), sheet))


def test_after_a_comment_nothing_is_taken_any_more() -> None:
    recorder = Recorder()
    chunks = (SHEET[:40], b"<!-- " + ROW, ROW, b" -->")

    assert b"".join(piece for piece, _ in passed(recorder, *chunks)) == b"".join(chunks)
    assert [offer for offer in recorder.offered if offer] == []


def test_a_scan_that_is_not_at_its_rows_is_offered_none() -> None:
    recorder = Recorder(has_rows=False)

    assert all(hears for _, hears in passed(recorder, SHEET))
    assert recorder.offered == []


@pytest.mark.parametrize("beginning", [b"<sheetData >", b"<x:sheetData>"])
def test_a_table_of_cells_that_begins_in_another_way_stays_in_the_slow_lane(beginning: bytes) -> None:
    assert all(hears for _, hears in passed(Recorder(), SHEET.replace(b"<sheetData>", beginning)))


@given(st.lists(st.integers(1, 30), max_size=12))
def test_nothing_is_lost_or_moved_however_the_pieces_fall(lengths: list[int]) -> None:
    chunks, rest = [], SHEET
    for length in lengths:
        chunks.append(rest[:length])
        rest = rest[length:]

    assert b"".join(in_lanes(Recorder(), [*chunks, rest])) == SHEET
