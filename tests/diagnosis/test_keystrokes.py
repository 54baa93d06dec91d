"""Whole numbers that are one keystroke apart: found by arithmetic, and the same as by editing digits."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.diagnosis.keystrokes import meant_by
from syditval.model.cause import Mechanism

REPLACED, SWAPPED, ADDED, LOST = (
    Mechanism.DIGIT_REPLACED,
    Mechanism.DIGITS_SWAPPED,
    Mechanism.DIGIT_ADDED,
    Mechanism.DIGIT_LOST,
)

Found = set[tuple[Mechanism, int]]


def found(written: int, low: int, high: int) -> Found:
    return {(each.mechanism, each.number) for each in meant_by(written, low, high)}


def slips(meant: str) -> set[tuple[Mechanism, str]]:
    """Every way in which a typist mistypes a number, digit by digit."""
    places = range(len(meant))
    replaced = {meant[:i] + digit + meant[i + 1 :] for i in places for digit in "0123456789"}
    swapped = {meant[:i] + meant[i + 1] + meant[i] + meant[i + 2 :] for i in places[:-1]}
    added = {meant[:i] + digit + meant[i:] for i in (*places, len(meant)) for digit in "0123456789"}
    lost = {meant[:i] + meant[i + 1 :] for i in places}
    kinds = {REPLACED: replaced, SWAPPED: swapped, ADDED: added, LOST: lost}
    return {
        (mechanism, text) for mechanism, texts in kinds.items() for text in texts if text and text != meant
    }


def by_hand(written: int, low: int, high: int) -> Found:
    """Every number above nought that some slip makes into what is written."""
    return {
        (mechanism, meant)
        for meant in range(max(low, 1), high + 1)
        for mechanism, text in slips(str(meant))
        if text == str(written)
    }


@pytest.mark.parametrize(
    ("mechanism", "written", "meant"),
    [
        (REPLACED, 4056, "4016"),
        (SWAPPED, 4056, "4506"),
        (ADDED, 4056, "456"),
        (LOST, 4056, "40756"),
        (LOST, 4056, "14056"),
        (LOST, 4056, "40560"),
    ],
)
def test_one_slip_turns_what_is_meant_into_what_is_written(
    mechanism: Mechanism, written: int, meant: str
) -> None:
    assert (mechanism, int(meant)) in found(written, 1, 99999)
    assert (mechanism, -int(meant)) in found(-written, -99999, -1)


def test_the_numbers_are_those_that_editing_the_digits_gives() -> None:
    by_written: defaultdict[str, Found] = defaultdict(set)
    for meant in range(1, 2200):
        for mechanism, text in slips(str(meant)):
            by_written[text].add((mechanism, meant))

    for written in (*range(1, 220), 909, 999, 1000, 1001, 1010, 1100, 1999, 2002, 11111):
        assert found(written, 1, 2199) == by_written[str(written)]


@given(st.integers(1, 10**7), st.sampled_from([1, 10, 100]), st.integers(-60, 60))
def test_a_window_shows_all_that_lies_in_it(written: int, tenths: int, distance: int) -> None:
    """Numbers of as many digits lie near the one that is written; others near a tenth or ten times of it."""
    low = written * tenths // 10 + distance

    assert found(written, low, low + 40) == by_hand(written, low, low + 40)


@given(st.integers(1, 10**9))
def test_what_is_mistyped_is_found_again(meant: int) -> None:
    """The other direction: every slip of a number leads back to it, but where a nought begins it."""
    for mechanism, text in slips(str(meant)):
        if not text.startswith("0"):
            assert (mechanism, meant) in found(int(text), meant, meant)


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_negative_number_is_mistyped_as_a_positive_one_is(written: int, one: int, other: int) -> None:
    low, high = min(one, other), max(one, other)
    turned = {(mechanism, -number) for mechanism, number in found(-written, -high, -low)}

    assert turned == found(written, low, high)


@given(st.integers(-(10**6), 10**6))
def test_no_number_is_named_twice_with_one_mechanism(written: int) -> None:
    named = Counter((each.mechanism, each.number) for each in meant_by(written, -(10**8), 10**8))

    assert set(named.values()) <= {1}
    assert all(number * written > 0 and number != written for _, number in named)


def test_nought_is_neither_mistyped_nor_meant() -> None:
    assert found(0, -100, 100) == set()
    assert found(5, 0, 0) == set()


def test_each_slip_of_a_kind_is_as_likely_as_any_other() -> None:
    """A common amount has four or five digits: of nine others in each place, one replaces it, and so on."""
    chances = {each.mechanism: exp(each.log_chance) for each in meant_by(4056, 1, 99999)}

    assert chances == {
        REPLACED: pytest.approx(1 / (9 * 4.5)),
        SWAPPED: pytest.approx(1 / 3.5),
        ADDED: pytest.approx(1 / (10 * 4.5)),
        LOST: pytest.approx(1 / 4.5),
    }
