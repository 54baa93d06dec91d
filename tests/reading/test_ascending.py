"""Numbers that should come once each, in whatever order they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.reading.ascending import Ascending

numbers = st.lists(st.integers(1, 12))


def having(*numbers: int) -> Ascending:
    seen = Ascending()
    for number in numbers:
        seen.add(number)
    return seen


@given(numbers)
def test_a_number_is_taken_the_first_time_and_only_then(given_numbers: list[int]) -> None:
    seen = Ascending()

    assert [seen.add(number) for number in given_numbers] == [
        number not in given_numbers[:place] for place, number in enumerate(given_numbers)
    ]


@pytest.mark.parametrize(
    ("before", "taken"), [((), True), ((1, 2), True), ((1, 3), False), ((1, 4), False), ((2, 1), False)]
)
def test_many_are_taken_at_once_only_where_they_go_on_from_the_last(
    before: tuple[int, ...], taken: bool
) -> None:
    assert having(*before).add_all([3, 4]) is taken


@given(numbers, st.sets(st.integers(1, 12)))
def test_taken_or_not_many_at_once_are_never_taken_twice(before: list[int], many: set[int]) -> None:
    seen = having(*before)
    known = {*before, *(many if seen.add_all(sorted(many)) else ())}

    assert [seen.add(number) for number in range(1, 13)] == [number not in known for number in range(1, 13)]
