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


def numbers(written: int, low: int, high: int) -> list[tuple[Mechanism, int]]:
    return [(mechanism, number) for mechanism, number, _ in rescaled(written, low, high)]


def test_an_amount_may_lack_its_sign() -> None:
    assert numbers(4016, -4020, -4010) == [(SIGN, -4016)]


def test_an_amount_may_stand_in_a_smaller_unit() -> None:
    assert numbers(4016, 0, 500) == [(THOUSAND, 4), (TEN, 402), (TEN, 40)]


def test_in_a_larger_unit_it_stands_for_all_that_round_to_it() -> None:
    assert numbers(4, 3990, 3992) == [(THOUSAND, 3990), (THOUSAND, 3991), (THOUSAND, 3992)]
    assert numbers(4, 3000, 3501) == [(THOUSAND, 3500), (THOUSAND, 3501)]
    assert numbers(4, 4498, 5000) == [(THOUSAND, 4498), (THOUSAND, 4499)]


def test_what_rounds_to_nothing_was_no_amount_in_a_larger_unit() -> None:
    assert numbers(44, 0, 10) == [(TEN, 4)]


def test_nought_is_nought_in_any_unit() -> None:
    assert numbers(0, -100, 100) == []


def test_the_ways_of_one_mechanism_share_its_chance() -> None:
    around = {SIGN: -4016, THOUSAND: 4016000, TEN: 40160}
    for mechanism, number in around.items():
        chances = [exp(chance) for each, _, chance in rescaled(4016, number, number) if each is mechanism]

        assert chances == [pytest.approx({SIGN: 1, THOUSAND: 1 / 2, TEN: 1 / 4}[mechanism])]


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_negative_amount_is_rescaled_as_a_positive_one_is(written: int, low: int) -> None:
    mirrored = [(mechanism, -number) for mechanism, number in numbers(written, low, low + 50)]

    assert numbers(-written, -low - 50, -low) == mirrored


@given(st.integers(-(10**9), 10**9), st.sampled_from([(THOUSAND, 1000), (TEN, 10), (TEN, 100)]))
def test_an_amount_typed_in_the_other_unit_is_found_again(meant: int, slip: tuple[Mechanism, int]) -> None:
    mechanism, factor = slip
    smaller = int((Decimal(meant) / factor).to_integral_value(ROUND_HALF_UP))

    assert not meant or (mechanism, meant) in numbers(meant * factor, meant, meant)
    assert not smaller or (mechanism, meant) in numbers(smaller, meant, meant)


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
