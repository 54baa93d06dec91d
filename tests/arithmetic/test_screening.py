"""Bounds of rounding over arrays: the same as those of verdicts, but for the noise of doubles."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from syditval.arithmetic import evaluate
from syditval.arithmetic.screening import credible_gaps, slack
from syditval.model.relation import Form, Relation, Term, Verdict
from tests.arithmetic.figures import figure

PLAUSIBLE = (Verdict.EXACT, Verdict.ROUNDING)

steps = st.sampled_from(["0", "0.01", "0.1", "1", "5", "1000"])
# A figure in its own last place, and that place.
figures = st.tuples(st.integers(-(10**7), 10**7), steps)


def relation(target: tuple[Decimal, str], parts: list[tuple[Decimal, str]]) -> Relation:
    terms = tuple(Term(1, figure(f"{amount:f}", step)) for amount, step in parts)
    return Relation("F101", Form.SUM, "region", figure(f"{target[0]:f}", target[1]), terms)


def credible(target: tuple[Decimal, str], parts: list[tuple[Decimal, str]]) -> float:
    """How far the sum of the parts may miss the target, by way of arrays."""
    half = np.array([float(step) / 2 for _, step in (target, *parts)])
    size = np.array([abs(float(amount)) for amount, _ in (target, *parts)])
    (gap,) = credible_gaps(half.sum(keepdims=True), (half**2 / 3).sum(keepdims=True), size.sum(keepdims=True))
    return float(gap)


def amount(multiple: int, step: str) -> Decimal:
    return multiple * (Decimal(step) or Decimal("0.01"))


@given(st.lists(figures, min_size=1, max_size=40), steps, st.integers(-60, 60))
def test_a_gap_is_credible_exactly_where_the_verdict_says_so(
    drawn: list[tuple[int, str]], step: str, shift: int
) -> None:
    parts = [(amount(multiple, each), each) for multiple, each in drawn]
    total = sum((value for value, _ in parts), Decimal(0))
    target = total + shift * (Decimal(step) or Decimal("0.01")), step
    gap = abs(float(target[0] - total))

    assert (gap <= credible(target, parts)) == (evaluate(relation(target, parts)).verdict in PLAUSIBLE)


@given(st.integers(1, 300))
def test_many_lines_are_bounded_by_what_is_credible_and_few_by_what_is_possible(lines: int) -> None:
    ten = Decimal(10), "1"
    gap = credible((Decimal(10 * lines), "1"), [ten] * lines)
    found = evaluate(relation((Decimal(10 * lines + 1), "1"), [ten] * lines)).evidence

    assert found is not None
    assert 0 < gap - float(found.credible) < 1e-5


@given(st.integers(1, 10**15))
def test_slack_is_more_than_a_double_loses_and_less_than_any_last_place(size: int) -> None:
    (room,) = slack(np.array([float(size)]))

    assert size * 2**-50 < room <= size * 1.1e-9
