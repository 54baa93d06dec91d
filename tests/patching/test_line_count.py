"""Lines that a text takes at a width."""

from __future__ import annotations

import pytest

from syditval.patching.line_count import line_count


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("ten chars!", 1),
        ("eleven char", 2),
        ("one\ntwo", 2),
        ("one\n\nthree", 3),
        ("a word on each line", 2),
        ("unbreakablylongword", 2),
    ],
)
def test_a_text_is_broken_at_blanks_where_it_is_wider_than_ten(text: str, lines: int) -> None:
    assert line_count(text, 10) == lines
