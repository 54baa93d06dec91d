"""Every way in which one cell may have come to hold what it does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import log

import pytest

from syditval.diagnosis.guess import Guess
from syditval.diagnosis.slips import PRIORS, whole_units
from syditval.model.cause import Mechanism
from tests.diagnosis.netted import at, netted, told, values

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 57      | -17
"""


def guesses(text: str, address: str, low: int, high: int, others: str = "") -> Sequence[Guess]:
    """The likeliest first."""
    found = netted(text).slips.of(at(address), (Decimal(low), Decimal(high)), values(others))
    return sorted(found, key=lambda guess: (-guess.weight, guess.value))


def mechanisms(found: Sequence[Guess]) -> list[str]:
    """Each mechanism once, by its likeliest value: ``copied 130 by C3``."""
    likeliest: dict[Mechanism, Guess] = {}
    for guess in found:
        likeliest.setdefault(guess.mechanism, guess)
    return [
        f"{mechanism} {guess.value}" + (f" by {told(guess.witnesses)}" if guess.witnesses else "")
        for mechanism, guess in likeliest.items()
    ]


@pytest.mark.parametrize(
    ("wrong", "mechanism"),
    [
        ("552", "digits swapped 525"),
        ("925", "digit replaced 525"),
        ("52", "digit lost 525"),
        ("5525", "digit added 525"),
        ("-525", "sign 525"),
        ("525000", "factor 1000 525"),
        ("5250", "factor 10 525"),
        ("   ", "blank 525"),
        ("?", "text 525"),
        ("ca 525", "text 525"),
    ],
)
def test_a_slip_at_a_line_is_named(wrong: str, mechanism: str) -> None:
    found = mechanisms(guesses(SOUND.replace("525 ", f"{wrong} "), "D3", 524, 526))

    assert found[0] == mechanism


@pytest.mark.parametrize(
    ("wrong", "only"), [("   ", "blank"), ("?", "text"), ("ca 525", "text"), ("#REF!", "text")]
)
def test_what_holds_no_amount_is_that_and_nothing_else(wrong: str, only: str) -> None:
    assert {guess.mechanism for guess in guesses(SOUND.replace("525 ", f"{wrong} "), "D3", 524, 526)} == {
        only
    }


@pytest.mark.parametrize("blank", ["   ", "?"])
def test_a_blank_total_leaves_out_no_line(blank: str) -> None:
    """What it should be is the same as one line: so it would be if it were nought and left that out."""
    text = SOUND.replace("-900   | -290", "-940   | -290").replace("Summa     | 40 ", f"Summa     | {blank}")
    found = guesses(
        text.replace("-910    | 10", "-950    | 10").replace("40     | 11 ", "0      | 11 "), "B6", -41, -39
    )

    assert found
    assert {guess.mechanism for guess in found} <= {"blank", "text"}


def test_an_amount_that_stands_beside_it_may_have_been_copied() -> None:
    assert mechanisms(guesses(SOUND.replace("| 130 ", "| 170 "), "C4", 128, 132))[0] == "copied 130 by C3"


def test_a_total_may_leave_out_a_line_or_have_it_twice_or_be_out_of_date() -> None:
    left_out = mechanisms(guesses(SOUND.replace("| 57 ", "| 15 "), "D6", 56, 58))
    twice = mechanisms(guesses(SOUND.replace("| 57 ", "| 99 "), "D6", 56, 58))

    assert left_out[:2] == ["line omitted 57 by D5", "stale total 57"]
    assert twice[:2] == ["line doubled 57 by D5", "stale total 57"]


def test_a_line_is_no_total() -> None:
    found = guesses(SOUND.replace("| 525 ", "| 567 "), "D3", 524, 526)

    assert not {guess.mechanism for guess in found} & {"line omitted", "line doubled", "stale total"}


def test_a_formula_is_not_mistyped() -> None:
    found = guesses(SOUND.replace("| 525 ", "| =B9 -> 552 "), "D3", 524, 526)

    assert {guess.mechanism for guess in found} == {"other"}


def test_what_stands_there_is_no_guess() -> None:
    found = guesses(SOUND, "C4", 128, 132)

    assert {guess.value for guess in found} == {128, 129, 131, 132}


def test_no_value_lies_outside_the_span() -> None:
    for wrong in ("552", "925", "", "ca 700", "-525"):
        found = guesses(SOUND.replace("525 ", f"{wrong} "), "D3", 524, 526)

        assert {guess.value for guess in found} <= {524, 525, 526}


def test_an_empty_span_has_none() -> None:
    assert guesses(SOUND, "D3", 526, 524) == []


def test_the_value_that_its_relations_meet_at_is_likeliest() -> None:
    found = guesses(SOUND.replace("525 ", "900 "), "D3", 524, 526)

    assert [guess.value for guess in found] == [525, 524, 526]
    assert found[1].weight == pytest.approx(found[2].weight)


def test_a_variance_is_wrong_less_often_than_an_amount_but_for_its_sign() -> None:
    (other, *_) = (
        each for each in guesses(SOUND.replace("| -25", "| -95"), "E3", -25, -25) if each.mechanism == "other"
    )
    sign = guesses(SOUND.replace("| -25", "| 25"), "E3", -25, -25)[0]

    assert netted(SOUND).slips.is_computed(at("E3"))
    assert not netted(SOUND).slips.is_computed(at("D3"))
    assert sign.mechanism is Mechanism.SIGN
    assert other.weight < sign.weight + log(0.3)


def test_other_cells_are_taken_as_changed() -> None:
    """With the total mended too, what suited it before does so no longer."""
    text = SOUND.replace("| 130 ", "| 930 ")
    (plain, *_), (mended, *_) = (guesses(text, "C4", 130, 130, others) for others in ("", "C6 41"))

    assert plain.mechanism == mended.mechanism == Mechanism.DIGIT_REPLACED
    assert mended.weight < plain.weight - 100


def test_many_values_of_one_relation_weigh_together_as_much_as_one_that_is_certain() -> None:
    """Of forty values only the middle is a guess of its own."""
    found = [
        guess
        for guess in guesses(SOUND.replace("| 130 ", "| 9999 "), "C4", 110, 150)
        if guess.mechanism == "other"
    ]

    assert [guess.value for guess in found] == [130]


def test_fit_is_how_much_better_it_goes_with_all_relations() -> None:
    net = netted(SOUND.replace("525 ", "552 "))
    slips = net.slips

    assert slips.fit(values("D3 525")) > slips.fit(values("D3 526")) > slips.fit(values("D3 600"))
    assert slips.fit({}) == 0
    assert [slips.is_failing(net.number(name)) for name in ("V101 E3", "V101 E2")] == [True, False]


def test_every_slip_at_one_cell_has_a_prior() -> None:
    several = {
        "cells swapped",
        "lines shifted",
        "wrong line",
        "whole line omitted",
        "whole line doubled",
        "whole line repeated",
        "whole line missing",
        "reversed",
        "cut off",
        "rounded then summed",
    }
    other_words = {"percentage", "miscalculated", "stale result"}

    assert {each.value for each in Mechanism} - {each.value for each in PRIORS} == several | other_words


@pytest.mark.parametrize(
    ("low", "high", "grain", "units"),
    [
        ("1.5", "4.5", "1", (2, 4)),
        ("-4.5", "-1.5", "1", (-4, -2)),
        ("1.2", "1.8", "1", (2, 1)),
        ("900", "2100", "1000", (1, 2)),
        ("0.45", "0.55", "0.1", (5, 5)),
    ],
)
def test_whole_units_lie_within_a_span(low: str, high: str, grain: str, units: tuple[int, int]) -> None:
    assert whole_units((Decimal(low), Decimal(high)), Decimal(grain)) == units
