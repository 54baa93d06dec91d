"""What follows from other relations is not stated again."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.independence import Basis

# Lines: 0 and 1 make 2, 3 and 4 make 5, and 6 is the grand total.
FIRST = {2: -1, 0: 1, 1: 1}
SECOND = {5: -1, 3: 1, 4: 1}
OVER_SUBTOTALS = {6: -1, 2: 1, 5: 1}
OVER_LINES = {6: -1, 0: 1, 1: 1, 3: 1, 4: 1}
OVER_SOME_OF_EACH = {6: -1, 2: 1, 3: 1, 4: 1}


def test_a_grand_total_is_stated_once() -> None:
    basis = Basis()

    assert [basis.adds(each) for each in (FIRST, SECOND, OVER_SUBTOTALS)] == [True, True, True]
    assert [basis.adds(each) for each in (OVER_LINES, OVER_SOME_OF_EACH)] == [False, False]


def test_in_whatever_way_it_was_stated_first() -> None:
    basis = Basis()

    assert [basis.adds(each) for each in (OVER_LINES, FIRST, SECOND)] == [True, True, True]
    assert not basis.adds(OVER_SUBTOTALS)


def test_a_relation_turned_round_is_the_same() -> None:
    basis = Basis()
    basis.adds(FIRST)

    assert not basis.adds({0: -1, 2: 1, 1: -1})
    assert not basis.adds(FIRST)


def test_a_relation_of_nothing_says_nothing() -> None:
    assert not Basis().adds({})


@given(st.lists(st.lists(st.sampled_from([-1, 0, 1]), min_size=5, max_size=5), max_size=8))
def test_as_many_are_taken_as_are_independent(relations: list[list[int]]) -> None:
    basis = Basis()
    taken = sum(basis.adds({line: each for line, each in enumerate(row) if each}) for row in relations)

    assert taken == (np.linalg.matrix_rank(np.array(relations)) if relations else 0)
