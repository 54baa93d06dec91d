"""A sheet is cut at its rows, and wherever its pieces end, at the same places."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.patching.row_scan import cut_at_rows, is_row, row_number

CUTS = [
    *("<sheetData>", "<sheetData/>", "</sheetData>", "<x:sheetData\n>", "</x:sheetData >"),
    *(
        "<row>",
        "<row/>",
        '<row r="1">',
        "<row\tr = '2' >",
        '<x:row r="3" s="a > b"/>',
        "<row a='>\"' b=\"/>'\">",
    ),
]
OTHERS = [
    *("", " ", "\r\n", "text å 🙂 > ]]", "&lt;row>", "</row>", "</x:row>", '<c r="A1"><v>1</v></c>', "<is/>"),
    *("<rows>", "<rowBreaks/>", "<sheetDataX/>", "<x.row/>", "<c t='<'/>".replace("<'", "row>'")),
    *("<!---->", '<!-- <row r="1"> > -- <sheetData> -->', "<!-- a < b -->", "<!--<-->", "<!--->-->"),
    *("<![CDATA[]]>", "<![CDATA[<row>]] ]>]]>", "<?pi <row/> ?>", "<??>", "<?<?>"),
]


def cuts(pieces: Iterable[bytes]) -> list[tuple[bytes, bytes]]:
    """What stands before each tag that is cut at, and the tag; what stands behind the last has none."""
    found = []
    text = b""
    for before, tag in cut_at_rows(pieces):
        text += before
        if tag:
            found.append((text, tag))
            text = b""
    return [*found, (text, b"")]


@pytest.mark.parametrize("cut", CUTS)
def test_a_part_is_cut_at_the_start_of_a_row_and_at_both_ends_of_the_rows(cut: str) -> None:
    text = f"<?xml version='1.0'?>\n<w>{cut}</row></w>".encode()

    assert cuts([text]) == [(b"<?xml version='1.0'?>\n<w>", cut.encode()), (b"</row></w>", b"")]


@pytest.mark.parametrize("other", OTHERS)
def test_a_part_is_not_cut_at_anything_else(other: str) -> None:
    assert cuts([other.encode()]) == [(other.encode(), b"")]


@given(st.lists(st.one_of(st.sampled_from(CUTS), st.sampled_from(OTHERS)), max_size=8), st.data())
def test_a_part_is_cut_the_same_wherever_its_pieces_end(tokens: list[str], data: st.DataObject) -> None:
    text = "".join(tokens).encode()
    size = data.draw(st.integers(1, max(len(text), 1)))
    pieces = [text[start : start + size] for start in range(0, len(text), size)]

    found = cuts(pieces)

    assert b"".join(before + tag for before, tag in found) == text
    assert [tag.decode() for _, tag in found[:-1]] == [token for token in tokens if token in CUTS]


@pytest.mark.parametrize("size", range(1, 40))
def test_what_only_looks_like_a_row_may_be_torn_anywhere(size: int) -> None:
    text = b'<sheetData><row r="1"><!-- a < <row r="2"> --><c/></row><![CDATA[<row>]]><?p <row?><row r="3"/>'
    pieces = [text[start : start + size] for start in range(0, len(text), size)]

    assert [tag for _, tag in cuts(pieces)] == [b"<sheetData>", b'<row r="1">', b'<row r="3"/>', b""]


def test_a_part_is_read_piece_by_piece() -> None:
    pieces = iter([b'<row r="1"><c><v>1</v>', b"<more>"])
    scan = cut_at_rows(pieces)

    assert next(scan) == (b"", b'<row r="1">')
    # Perhaps a tag goes on in the next piece.
    assert next(scan) == (b"<c><v>1", b"")
    assert next(pieces) == b"<more>"


def test_a_comment_that_never_ends_is_kept_whole() -> None:
    assert cuts([b"<row><!-- <row>", b" <row>"]) == [(b"", b"<row>"), (b"<!-- <row> <row>", b"")]


@pytest.mark.parametrize("cut", CUTS)
def test_a_row_is_told_from_the_ends_of_the_rows(cut: str) -> None:
    assert is_row(cut.encode()) == ("row" in cut.lower() and "sheetData" not in cut)


@pytest.mark.parametrize(
    ("tag", "number"),
    [
        (b'<row r="12">', 12),
        (b"<x:row spans='1:2' r = ' 12 '/>", 12),
        (b"<row>", 8),
        (b'<row r="">', 8),
        (b'<row x:r="3" ar="4">', 8),
    ],
)
def test_a_row_has_the_number_it_states_or_follows_the_one_before(tag: bytes, number: int) -> None:
    assert row_number(tag, before=7) == number
