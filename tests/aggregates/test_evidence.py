"""What crossings say for a pattern, alone and together."""

from __future__ import annotations

import numpy as np
import pytest

from syditval.aggregates.evidence import is_outweighed, once_each, price_of, surprise, together


def test_the_less_likely_the_more_it_says_up_to_a_most() -> None:
    said = surprise(np.array([1.0, 0.5, 0.001, 0.0]), 10.0)

    assert said.tolist() == pytest.approx([0.0, 0.6931, 6.9078, 10.0], abs=1e-4)


def test_crossings_of_one_key_are_heard_once_at_their_best() -> None:
    assert together([("a", 2.0), ("a", 3.0), ("b", 1.5)]) == (4.5, 2)
    assert together([]) == (0, 0)


def test_one_that_says_little_is_no_witness() -> None:
    assert together([("a", 0.8), ("b", 0.81)]) == (pytest.approx(1.61), 1)


def test_equal_figures_are_one_crossing() -> None:
    assert once_each(np.array([48.1, 48.1, 52.0]), np.array([3.0, 3.0, 2.0])) == (5.0, 2)


def test_each_failure_has_its_price_up_to_three_for_a_witness() -> None:
    assert [price_of(failures, 1) for failures in (0, 1, 3, 9)] == [0.0, 1.5, 4.5, 4.5]
    assert price_of(9, 2) == 9.0
    assert price_of(9, 0) == 4.5


@pytest.mark.parametrize(("holds", "expected"), [(2, True), (3, False), (4, False)])
def test_one_failure_needs_three_that_hold(holds: int, expected: bool) -> None:
    tried = np.ones(holds + 1, bool)

    assert is_outweighed(tried, np.arange(holds + 1) < holds) is expected
