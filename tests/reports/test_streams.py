"""What a stream can take."""

from __future__ import annotations

import io

import pytest

from syditval.messages.amounts import GROUP
from syditval.reports.streams import encoding_of, shown, takes_unicode


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize(
    ("encoding", "name", "is_unicode"),
    [
        ("UTF8", "utf-8", True),
        ("utf-16", "utf-16", True),
        ("latin1", "iso8859-1", False),
        ("ascii", "ascii", False),
    ],
)
def test_an_encoding_has_one_name(encoding: str, name: str, is_unicode: bool) -> None:
    assert encoding_of(stream(encoding)) == name
    assert takes_unicode(stream(encoding)) is is_unicode


def test_a_string_in_memory_takes_everything() -> None:
    assert encoding_of(io.StringIO()) == "utf-8"
    assert takes_unicode(io.StringIO())


@pytest.mark.parametrize(
    ("encoding", "seen"),
    [
        ("utf-8", f"Å 1{GROUP}200 ≠ \\u202e"),
        ("cp1252", f"Å 1{GROUP}200 = \\u202e"),
        ("ascii", "A 1 200 = \\u202e"),
    ],
)
def test_a_text_is_shown_as_the_encoding_can(encoding: str, seen: str) -> None:
    text = shown(f"Å\n1{GROUP}200 ≠ \N{RIGHT-TO-LEFT OVERRIDE}", encoding)

    assert text == seen
    assert text.encode(encoding)
