"""Weights are logarithms: together they weigh as much as what they are the logarithms of."""

from __future__ import annotations

from math import exp, inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.diagnosis.guess import together

weights = st.floats(-700, 700)


def test_two_equal_chances_are_twice_one() -> None:
    assert together([log(0.2), log(0.2)]) == pytest.approx(log(0.4))


def test_nothing_weighs_nothing() -> None:
    assert together([]) == together([-inf]) == together([-inf, -inf]) == -inf
    assert together([-inf, 3.0]) == 3.0


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=20))
def test_it_is_the_logarithm_of_the_sum(found: list[float]) -> None:
    assert together(found) == pytest.approx(log(sum(map(exp, found))))


@given(st.lists(weights, min_size=1, max_size=20), weights)
def test_however_large_or_small_they_are(found: list[float], shift: float) -> None:
    assert together(each + shift for each in found) == pytest.approx(together(found) + shift, abs=1e-9)


@given(st.lists(weights, min_size=1, max_size=20))
def test_it_is_no_less_than_the_largest(found: list[float]) -> None:
    assert max(found) <= together(found) <= max(found) + log(len(found)) + 1e-9
