"""JSON that is safe to look at: nothing hides in it, and nothing is lost."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from syditval.reports.json_text import json_text


def test_letters_stand_as_they_are_unless_only_ascii_will_do() -> None:
    assert json_text({"a": "Å"}) == '{\n  "a": "Å"\n}\n'
    assert json_text({"a": "Å"}, ascii_only=True) == '{\n  "a": "\\u00c5"\n}\n'


@given(st.text(st.characters()), st.booleans())
def test_any_text_comes_through_and_none_hides(text: str, ascii_only: bool) -> None:
    written = json_text({"text": text}, ascii_only=ascii_only)

    assert json.loads(written) == {"text": text}
    assert written.encode("ascii" if ascii_only else "utf-8")
    assert not set("\x1b\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\x7f\x9b") & set(written)
