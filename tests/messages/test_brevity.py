"""Much in few words, and nothing left out without a sign of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.messages.brevity import LEAD, MOST_CHARACTERS, excerpt, first_few, runs, spans
from syditval.model.cells import column_letters


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], []),
        ([7], ["7"]),
        ([5, 6, 7, 9, 11, 12], ["5-7", "9", "11-12"]),
        ([9, 5, 7, 6, 5], ["5-7", "9"]),
    ],
)
def test_runs_of_numbers_become_spans(numbers: list[int], said: list[str]) -> None:
    assert spans(numbers) == said


def test_columns_are_named_by_their_letters() -> None:
    assert spans([3, 4, 5, 28], column_letters) == ["C-E", "AB"]


@given(st.sets(st.integers(1, 60)))
def test_spans_lose_no_number(numbers: set[int]) -> None:
    ends = [span.partition("-")[::2] for span in spans(numbers)]

    assert {n for first, last in ends for n in range(int(first), int(last or first) + 1)} == numbers


def test_of_many_things_the_first_are_told() -> None:
    assert first_few(["a", "b"]) == "a, b"
    assert first_few([*"abcde"]) == "a, b, c, d, e"
    assert first_few([*"abcdef"]) == "a, b, c, d, e, …"
    assert first_few([*"abc"], most=1) == "a, …"


def test_a_short_text_is_told_whole() -> None:
    assert excerpt("x" * MOST_CHARACTERS) == "x" * MOST_CHARACTERS


def test_a_long_text_is_cut() -> None:
    assert excerpt("x" * (MOST_CHARACTERS + 1)) == "x" * MOST_CHARACTERS + "…"


def test_what_hides_in_a_long_text_is_in_the_part_that_is_told() -> None:
    text = "a" * 500 + "\N{ZERO WIDTH SPACE}" + "b" * 500
    told = excerpt(text)

    assert told == "…" + "a" * LEAD + "\N{ZERO WIDTH SPACE}" + "b" * (MOST_CHARACTERS - LEAD - 1) + "…"
    assert excerpt(text[: 500 + 1]) == "…" + "a" * LEAD + "\N{ZERO WIDTH SPACE}"


def test_runs_are_told_by_their_ends() -> None:
    assert runs([7, 5, 6, 9, 5]) == [(5, 7), (9, 9)]
