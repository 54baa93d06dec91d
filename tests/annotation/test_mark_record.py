"""What a copy knows of its own marks, as text and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.annotation.mark_record import MarkRecord
from syditval.patching.fills import HATCHING, MARKS, Fill

RECORD = MarkRecord(
    "Granskning",
    (Fill("F2BFA0"), Fill("8C8C8C", "lightUp")),
    {"Drift": {(5, 2), (5, 3), (6, 2)}, "Läs mig": set()},
    {"Drift": {(5, 2): "<fill/>", (6, 2): "<fill/>", (9, 1): '<fill a="&quot;"/>'}},
)

places = st.sets(st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384)), max_size=20)
names = st.text(min_size=1, max_size=31)
colors = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)
fill_texts = st.builds("<fill a='{}'>{}</fill>".format, colors, st.sampled_from(["", "<b/>", "å"]))
filled = st.dictionaries(st.tuples(st.integers(1, 99), st.integers(1, 99)), fill_texts, max_size=20)


def test_it_is_written_by_areas_and_leaves_out_what_is_empty() -> None:
    assert json.loads(RECORD.written()) == {
        "review": "Granskning",
        "shades": [["solid", "F2BFA0"], ["lightUp", "8C8C8C"]],
        "notes": {"Drift": ["B5:B6", "C5"]},
        "fills": {"Drift": {"<fill/>": ["B5:B6"], '<fill a="&quot;"/>': ["A9"]}},
    }


def test_letters_stay_readable() -> None:
    assert "Läs mig" in MarkRecord(notes={"Läs mig": {(1, 1)}}).written()


@given(
    names,
    st.lists(st.builds(Fill, colors, st.sampled_from(["solid", "lightUp"]))),
    st.dictionaries(names, places.filter(bool)),
    st.dictionaries(names, filled.filter(bool)),
)
def test_it_is_read_back_as_it_was(
    review: str,
    shades: list[Fill],
    notes: dict[str, set[tuple[int, int]]],
    fills: dict[str, dict[tuple[int, int], str]],
) -> None:
    record = MarkRecord(review, tuple(shades), notes, fills)

    assert MarkRecord.read(record.written()) == record


def test_the_same_marks_are_written_the_same() -> None:
    there, back = ({"Drift": set(order)} for order in ([(1, 1), (1000, 3)], [(1000, 3), (1, 1)]))

    assert MarkRecord(notes=there).written() == MarkRecord(notes=back).written()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "17",
        "[]",
        "{}",
        '{"review": "x", "shades": [], "notes": {}}',
        '{"review": "x", "shades": [1], "notes": {}, "fills": {}}',
        '{"review": "x", "shades": [], "notes": [], "fills": {}}',
        '{"review": "x", "shades": [], "notes": {"Drift": ["nowhere"]}, "fills": {}}',
        '{"review": "x", "shades": [], "notes": {"Drift": [17]}, "fills": {}}',
        '{"review": "x", "shades": [], "notes": {"Drift": ["A1:XFD1048576"]}, "fills": {}}',
        '{"review": "x", "shades": [], "notes": {}, "fills": {"Drift": {"<fill/><xf/>": ["A1"]}}}',
        '{"review": "x", "shades": [], "notes": {}, "fills": {"Drift": {"<dxfs/>": ["A1"]}}}',
    ],
)
def test_of_a_text_that_is_no_record_the_usual_fills_are_known(text: str) -> None:
    assert MarkRecord.read(text) == MarkRecord(
        shades=(*MARKS.values(), HATCHING, HATCHING.washed_out), notes={}, fills={}
    )
