"""Parts in any encoding become UTF-8, however they are cut into pieces."""

from __future__ import annotations

import codecs
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.patching.encoding import as_utf8

SWEDISH = "<t>Räksmörgås på 100 €</t>"


def declared(encoding: str) -> str:
    return f"<?xml version='1.0' encoding='{encoding}' standalone='yes'?>"


def in_utf8(*pieces: bytes) -> str:
    return b"".join(as_utf8(pieces)).decode()


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-le"),
        ("UTF-16BE", "utf-16-be"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-15", "iso8859-15"),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_a_part_becomes_utf8_and_says_so(name: str, encoding: str, size: int) -> None:
    content = (declared(name) + SWEDISH).encode(encoding)
    head = len(declared(name).encode(encoding))
    rest = [content[start : start + size] for start in range(head, len(content), size)]

    assert in_utf8(content[:head], *rest) == declared(name).replace(f"'{name}'", '"UTF-8"') + SWEDISH


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_without_a_declaration_the_first_bytes_tell(encoding: str) -> None:
    assert in_utf8(SWEDISH.encode(encoding)) == SWEDISH


@pytest.mark.parametrize("beginning", ["", declared("utf-8"), declared("US-ASCII"), '<?xml version="1.0"?>'])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_what_is_utf8_is_the_same_bytes(beginning: str, mark: bytes) -> None:
    pieces = [mark + beginning.encode(), SWEDISH.encode()]

    assert list(as_utf8(pieces)) == pieces


def test_a_mark_counts_for_more_than_what_is_declared() -> None:
    content = codecs.BOM_UTF8 + (declared("ISO-8859-1") + SWEDISH).encode()

    assert list(as_utf8([content])) == [content]


def test_an_encoding_that_is_talked_of_further_on_means_nothing() -> None:
    content = f"<t>{'x' * 200}</t>{declared('UTF-16')}".encode()

    assert list(as_utf8([content])) == [content]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.integers(0, 200), max_size=9))
def test_characters_may_be_torn_across_pieces(text: str, cuts: list[int]) -> None:
    content = text.encode("utf-16-be")
    places = [0, *sorted(min(cut, len(content)) for cut in cuts), len(content)]
    pieces = [content[start:end] for start, end in pairwise(places)]

    assert in_utf8("<".encode("utf-16-be"), *pieces) == f"<{text}"


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "zlib", "base64"])
def test_what_is_no_encoding_of_text_is_an_error(encoding: str) -> None:
    with pytest.raises(LookupError):
        in_utf8(declared(encoding).encode())


@pytest.mark.parametrize("rest", [b"\0", b"\xdc\x00\0a"])
def test_bytes_that_the_encoding_does_not_have_are_an_error(rest: bytes) -> None:
    with pytest.raises(UnicodeError):
        in_utf8("<t>".encode("utf-16-be"), rest)


def test_nothing_is_nothing() -> None:
    assert in_utf8() == in_utf8(b"") == ""
