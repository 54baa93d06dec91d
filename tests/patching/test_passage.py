"""The text of a note, cut to what a note may hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.patching.markup import TEXT_LIMIT
from syditval.patching.passage import LINE, Passage, extent, fitted

CUT = "Mer står på bladet Granskning."


def length(*note: Passage) -> int:
    """What a spreadsheet counts of a note: the texts and the line breaks between them."""
    text = "\n\n".join(f"{passage.headline}\n{passage.body}" for passage in note)
    return len(text.encode("utf-16-le")) // 2


def test_what_fits_is_kept_and_hidden_characters_show() -> None:
    note = (Passage("F101 fel", "Summan är -49."), Passage("F102", "a\u202eb"))

    assert fitted(note, CUT) == (note[0], Passage("F102", "a\\u202eb"))


def test_what_is_cut_says_where_it_goes_on() -> None:
    (passage,) = fitted([Passage("F101", "ö" * TEXT_LIMIT)], CUT)

    assert passage.body.startswith("ööö")
    assert passage.body.endswith(f"ö… {CUT}")
    assert TEXT_LIMIT - 10 <= length(passage) <= TEXT_LIMIT


@settings(max_examples=20)
@given(st.lists(st.tuples(st.text(max_size=40), st.sampled_from("aö🙂")), min_size=1, max_size=9))
def test_passages_share_the_room_of_a_note(texts: list[tuple[str, str]]) -> None:
    note = [Passage(headline, letter * TEXT_LIMIT) for headline, letter in texts]

    found = fitted(note, CUT)

    assert length(*found) <= TEXT_LIMIT
    assert all(passage.body.endswith(CUT) for passage in found)


def test_lines_are_counted_with_a_blank_one_between_passages() -> None:
    assert extent([Passage("F101", "one line")]) == (LINE, 2)
    assert extent([Passage("F101", "a" * LINE), Passage("F102", "a" * (LINE + 1))]) == (LINE, 6)


def test_a_note_that_would_be_too_high_is_set_twice_as_wide() -> None:
    assert extent([Passage("F101", "a" * 39 * LINE)]) == (LINE, 40)
    assert extent([Passage("F101", "a" * 40 * LINE)]) == (2 * LINE, 21)
