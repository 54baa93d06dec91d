"""Text from cells as it is shown: nothing in it hides, nothing in it breaks the stream."""

from __future__ import annotations

from unicodedata import lookup

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.messages.visible import is_hidden, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tele- och datakommunikation", "Tele- och datakommunikation"),
        ("Utfall\n240430\tack", "Utfall 240430 ack"),
        ("Summa\N{RIGHT-TO-LEFT OVERRIDE}", r"Summa\u202e"),
        ("Sum\N{ZERO WIDTH SPACE}ma", r"Sum\u200bma"),
        ("\x1b[31mSumma\x07", r"\x1b[31mSumma\x07"),
        ("lone \ud800", r"lone \ud800"),
        ("43\N{NARROW NO-BREAK SPACE}306", "43\N{NO-BREAK SPACE}306"),
        ("✓ 北", "✓ 北"),
    ],
)
def test_what_hides_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("cp1252", r"Avgift för Västerås – \u2713 ½"), ("ascii", r"Avgift for Vasteras \u2013 \u2713 \xbd")],
)
def test_what_the_stream_cannot_write_loses_its_accent_or_becomes_an_escape(
    encoding: str, shown: str
) -> None:
    assert visible("Avgift för Västerås – ✓ ½", encoding) == shown


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("ESCAPE", True),
        ("NULL", True),
        ("ZERO WIDTH SPACE", True),
        ("ZERO WIDTH NO-BREAK SPACE", True),
        ("SOFT HYPHEN", True),
        ("RIGHT-TO-LEFT OVERRIDE", True),
        ("POP DIRECTIONAL ISOLATE", True),
        ("LINE SEPARATOR", True),
        ("TAG LATIN SMALL LETTER A", True),
        ("LINE FEED", False),
        ("CHARACTER TABULATION", False),
        ("NO-BREAK SPACE", False),
        ("NARROW NO-BREAK SPACE", False),
        ("LATIN SMALL LETTER A WITH RING ABOVE", False),
        ("COMBINING DIAERESIS", False),
    ],
)
def test_control_bidi_and_zero_width_characters_hide_and_ordinary_blanks_do_not(
    name: str, hidden: bool
) -> None:
    assert is_hidden(lookup(name)) is hidden


@given(st.characters())
def test_whatever_hides_is_shown_as_an_escape(character: str) -> None:
    assert not is_hidden(character) or visible(character).startswith("\\")


@given(st.text(), st.sampled_from(["utf-8", "cp1252", "cp850", "iso8859-1"]))
def test_whatever_stands_in_a_cell_can_be_written_and_seen(text: str, encoding: str) -> None:
    shown = visible(text, encoding)

    assert shown.encode(encoding).decode(encoding) == shown
    assert all(character.isprintable() or character == "\N{NO-BREAK SPACE}" for character in shown)


@given(st.text())
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
