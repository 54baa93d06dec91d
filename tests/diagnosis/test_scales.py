"""Amounts with the wrong sign or in the wrong unit, and amounts inside a text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.diagnosis.scales import hinted, rescaled
from syditval.model.cause import Mechanism

SIGN, THOUSAND, TEN = Mechanism.SIGN, Mechanism.FACTOR_1000, Mechanism.FACTOR_10


def numbers(written: int) -> list[tuple[Mechanism, int]]:
    return [(mechanism, number) for mechanism, number, _ in rescaled(written)]


def test_an_amount_may_lack_its_sign_or_stand_in_another_unit() -> None:
    assert numbers(4016) == [
        (SIGN, -4016),
        (THOUSAND, 4),
        (THOUSAND, 4016000),
        (TEN, 402),
        (TEN, 40160),
        (TEN, 40),
        (TEN, 401600),
    ]


def test_what_rounds_to_nothing_was_no_amount_in_a_larger_unit() -> None:
    assert numbers(44) == [
        (SIGN, -44),
        (THOUSAND, 44000),
        (TEN, 4),
        (TEN, 440),
        (TEN, 4400),
    ]


def test_nought_is_nought_in_any_unit() -> None:
    assert numbers(0) == []


def test_the_ways_of_one_mechanism_share_its_chance() -> None:
    chances = [(mechanism, exp(chance)) for mechanism, _, chance in rescaled(4016)]

    for mechanism in (SIGN, THOUSAND, TEN):
        assert sum(chance for each, chance in chances if each is mechanism) == pytest.approx(1)


@given(st.integers(1, 10**9))
def test_a_negative_amount_is_rescaled_as_a_positive_one_is(written: int) -> None:
    assert numbers(-written) == [(mechanism, -number) for mechanism, number in numbers(written)]


@given(st.integers(-(10**9), 10**9), st.sampled_from([(THOUSAND, 1000), (TEN, 10), (TEN, 100)]))
def test_an_amount_typed_in_the_other_unit_is_found_again(meant: int, slip: tuple[Mechanism, int]) -> None:
    mechanism, factor = slip
    smaller = int((Decimal(meant) / factor).to_integral_value(ROUND_HALF_UP))

    assert not meant or (mechanism, meant) in numbers(meant * factor)
    assert not smaller or (mechanism, smaller * factor) in numbers(smaller)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("ca 3 000", "3000"),
        ("3\N{NO-BREAK SPACE}000", "3000"),
        ("\N{MINUS SIGN}1 200,5 (prel.)", "-1200.5"),
        ("- 45", "-45"),
        ("450 eller 460", "450 460"),
        ("12.5", "12.5"),
        ("se not", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_text_names_amounts(text: str, amounts: str) -> None:
    assert hinted(text) == {Decimal(amount) for amount in amounts.split()}
