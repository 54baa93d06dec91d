"""What is a number, a truth value, an index: the grammar of XML Schema, in ASCII."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.reading.cell_values import is_boolean, is_finite, is_index, is_number


@pytest.mark.parametrize(
    "text", ["0", "-0", "12", "-12.5", "+1", "5.", ".5", "1e5", "4.8E-2", " 12 ", "9" * 300]
)
def test_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "1_000", "١٠٠٠", "1E400", "0x10", "1 000", "1,5", "12-", "--1", ".", "e5", "NaN", "1\xa0000"],
)
def test_what_is_no_number(text: str) -> None:
    assert not is_number(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_that_a_program_writes_is_one(number: float) -> None:
    assert is_number(repr(number))


@given(st.text(max_size=8))
def test_a_number_is_always_one_for_python_too(text: str) -> None:
    if is_number(text):
        float(text)


@pytest.mark.parametrize("text", ["NaN", "nan", "INF", "-INF", " inf ", "Infinity"])
def test_ways_to_say_that_there_is_no_number(text: str) -> None:
    assert not is_finite(text)


@pytest.mark.parametrize("text", ["0", "infinite", "nanan", ""])
def test_what_is_no_such_way(text: str) -> None:
    assert is_finite(text)


def test_truth_values() -> None:
    assert [is_boolean(text) for text in ("0", "1", "true", " false ")] == [True] * 4
    assert [is_boolean(text) for text in ("2", "TRUE", "ja", "")] == [False] * 4


def test_an_index_is_one_of_so_many_counted_from_nought() -> None:
    assert [is_index(text, 3) for text in ("0", "2", " 1 ")] == [True] * 3
    assert [is_index(text, 3) for text in ("3", "-1", "1.0", "", "٢")] == [False] * 5
