"""The text of a note, cut to what a note may hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.patching.markup import TEXT_LIMIT, visible
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
    assert TEXT_LIMIT - 99 <= length(passage) <= TEXT_LIMIT


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.sampled_from("aö🙂"), st.integers(0, TEXT_LIMIT)), min_size=1)
)
def test_a_note_is_never_longer_than_one_may_be(texts: list[tuple[str, str, int]]) -> None:
    note = [Passage(headline, letter * count) for headline, letter, count in texts]

    found = fitted(note, CUT)

    assert length(*found) <= TEXT_LIMIT
    assert [passage.headline for passage in found] == [visible(each.headline) for each in note[: len(found)]]
    whole = [passage.body == each.body for passage, each in zip(found, note, strict=False)]
    assert all(whole[:-1])
    assert found[-1].body.endswith(CUT) == (len(found) < len(note) or not whole[-1])


def test_a_cell_with_hundreds_of_findings_tells_the_first_of_them() -> None:
    note = [Passage(f"F101 fel {number}", "Raderna summerar inte. " * 5) for number in range(900)]

    found = fitted(note, CUT)

    assert len(found) in range(200, 300)
    assert [passage.body.endswith(CUT) for passage in found].count(True) == 1


def test_lines_are_counted_with_a_blank_one_between_passages() -> None:
    assert extent([Passage("F101", "one line")]) == (LINE, 2)
    assert extent([Passage("F101", "a" * LINE), Passage("F102", "a" * (LINE + 1))]) == (LINE, 6)


def test_a_note_that_would_be_too_high_is_set_twice_as_wide() -> None:
    assert extent([Passage("F101", "a" * 39 * LINE)]) == (LINE, 40)
    assert extent([Passage("F101", "a" * 40 * LINE)]) == (2 * LINE, 21)
