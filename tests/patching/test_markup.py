"""Elements as text, and text that a spreadsheet shows as it is."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.patching.markup import TEXT_LIMIT, element, pieces, text, visible


def test_an_element_is_closed_at_once_where_it_holds_nothing() -> None:
    assert element("c", {"r": "A1", "s": "5"}) == '<c r="A1" s="5"/>'
    assert element("t", {}, text("a < b & c")) == "<t>a &lt; b &amp; c</t>"


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_stands_in_an_element_is_read_back(value: str, inner: str) -> None:
    parsed = ElementTree.fromstring(element("t", {"a": visible(value)}, text(visible(inner))))

    lines = visible(inner).replace("\r\n", "\n").replace("\r", "\n")
    assert (parsed.get("a"), parsed.text or "") == (visible(value), lines)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("=1+1", "=1+1"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("1\N{NO-BREAK SPACE}200", "1\N{NO-BREAK SPACE}200"),
        ("bell\x07 and nul\x00", "bell\\x07 and nul\\x00"),
        ("right-to-left \u202e, zero \u200b width", "right-to-left \\u202e, zero \\u200b width"),
        ("half a pair \ud83d", "half a pair \\ud83d"),
        ("like an escape _x000D_", "like an escape _x005F_x000D_"),
        ("snake_xylophone_", "snake_xylophone_"),
        ("emoji 🙂", "emoji 🙂"),
    ],
)
def test_text_is_shown_with_nothing_hidden_in_it(content: str, shown: str) -> None:
    assert visible(content) == shown


@pytest.mark.parametrize("letter", ["a", "ö", "🙂"])
def test_a_text_that_is_too_long_for_a_cell_goes_on_in_another(letter: str) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    fitting = letter * (TEXT_LIMIT // units)

    assert pieces(fitting) == [fitting]
    assert pieces(fitting + 2 * letter) == [fitting, 2 * letter]


def test_an_empty_text_is_one_piece() -> None:
    assert pieces("") == [""]


@given(st.text(alphabet=st.characters(codec=None), max_size=60), st.integers(2, 40))
def test_of_any_text_nothing_is_left_out_and_each_piece_fits(content: str, limit: int) -> None:
    found = pieces(content, limit)

    assert "".join(found) == visible(content)
    assert max(len(piece.encode("utf-16-le")) for piece in found) <= 2 * limit
