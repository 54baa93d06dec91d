"""Amounts know how large they were on the way, and so how many digits of them mean something."""

from __future__ import annotations

from decimal import Decimal

from syditval.formulas.results import Amount, NotEvaluated
from syditval.formulas.tree import Why


def test_digits_beyond_the_fifteenth_of_the_largest_amount_are_dropped() -> None:
    left_over = Amount(Decimal("0.00000000000123"), Decimal(1000))

    assert left_over.settled == 0
    assert Amount.of(left_over.value).settled == left_over.value
    assert Amount.of(Decimal(0)).settled == 0


def test_a_reason_tells_what_it_concerns() -> None:
    reason = NotEvaluated(Why.FUNCTION, "VLOOKUP")

    assert (reason.why, reason.about) == (Why.FUNCTION, "VLOOKUP")
