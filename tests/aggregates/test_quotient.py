"""One line over another, and how far rounding may move it."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.quotient import Quotient, Reading, is_plain, over, read, usable
from syditval.model.relation import OF_TWO, Form
from tests.aggregates.tables import along

RATIO, CHANGE, GROWTH = OF_TWO
BY_NONE = np.zeros(1)


@pytest.mark.parametrize(
    ("form", "part", "whole", "gives"),
    [
        (RATIO, 50, 200, 0.25),
        (CHANGE, 50, 200, -0.75),
        (CHANGE, 220, 200, 0.1),
        (GROWTH, 20, 220, 0.1),  # 20 more, to 220: that is a tenth of 200
        (GROWTH, -20, 180, -0.1),
    ],
)
@pytest.mark.parametrize("scale", [1, 100])
def test_what_a_form_makes_of_two_figures(
    form: Form, part: int, whole: int, gives: float, scale: float
) -> None:
    value, _ = read(form, scale, np.array([part / whole]), BY_NONE)

    assert value[0] == pytest.approx(scale * gives)


def test_growth_from_nothing_is_nothing_that_can_be_told() -> None:
    value, width = read(GROWTH, 100, np.array([1.0]), np.array([0.1]))

    assert (value[0], width[0]) == (0, 0)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(OF_TWO))
def test_the_fuzz_covers_every_figure_behind_the_printed_ones(part: int, whole: int, form: Form) -> None:
    """To the first order: the true ends lie a little farther out, or nearer, where a whole is small."""
    part, whole = part + 1000, 3 * whole + 10**4
    values, half = np.array([[part], [whole]], float), np.array([[0.5], [0.5]])
    quotient, fuzz, valid = over(values, half, np.ones((2, 1), bool), 1)
    value, width = read(form, 100, quotient[0], fuzz[0])
    ends = [_exact(form, part + a, whole + b) for a in (-0.5, 0.5) for b in (-0.5, 0.5)]

    assert valid.all()
    if abs(whole - part) > whole // 10:
        assert all(abs(end - float(value[0])) <= 1.02 * float(width[0]) for end in ends)


def _exact(form: Form, part: float, whole: float) -> float:
    above, below = Decimal(part), Decimal(whole)
    values = {RATIO: above / below, CHANGE: above / below - 1, GROWTH: above / (below - above)}
    return float(100 * values[form])


def test_a_figure_can_be_divided_by_where_it_is_given_and_not_nought() -> None:
    assert usable(along("Nord | 4117 | 0\nSyd | | 2306")).tolist() == [[True, False], [False, True]]


def test_nought_one_and_a_hundred_per_cent_say_nothing() -> None:
    assert is_plain(np.array([0, 1, -1, 1.01, 100]), 1).tolist() == [True, True, True, False, False]
    assert is_plain(np.array([0, 1, -100, 99.9, 100]), 100).tolist() == [True, False, True, False, True]


@pytest.mark.parametrize(("fails", "outweighed"), [(0, False), (2, False), (3, True)])
def test_more_than_one_failure_for_every_three_that_hold_outweigh_them(fails: int, outweighed: bool) -> None:
    holds = np.array([True] * 6 + [False] * fails)
    quotient = Quotient(Reading(RATIO, 100, 2, 1, 0), holds, np.ones_like(holds), 9, 3, 1)

    assert quotient.target == 2
    assert quotient.outweighed is outweighed
