"""A first look at every line over every other one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.quotient import PER_CENT, Reading
from syditval.aggregates.ratio_screen import MOST_READINGS, screened
from syditval.model.relation import Form
from tests.aggregates.tables import along

YEARS = """
        | 2022   | 2023   | Förändring i %
Skola   | 51243  | 53718  | 4.8
Vård    | 23187  | 26434  | 14.0
Kultur  | 8741   | 6422   | -26.5
Teknik  | 15020  | 14112  | -6.0
"""
CHANGE = Reading(Form.RELATIVE_CHANGE, PER_CENT, 2, 1, 0)


def test_what_holds_mostly_is_let_through() -> None:
    assert CHANGE in screened(along(YEARS))


def test_half_of_the_crossings_are_enough_and_fewer_are_not() -> None:
    two_wrong = YEARS.replace("4.8", "8.4").replace("14.0", "41.0")
    three_wrong = two_wrong.replace("-26.5", "-62.5")

    assert CHANGE in screened(along(two_wrong))
    assert CHANGE not in screened(along(three_wrong))


def test_noughts_and_hundreds_let_nothing_through() -> None:
    plain = "A | 4117 | 4117 | 100.0\nB | 2306 | 2306 | 100.0\nC | 1219 | 0 | 0.0"

    assert [reading for reading in screened(along(plain)) if reading.target == 2] == []


@given(st.integers(0, 2**32).map(random.Random))
def test_every_reading_is_of_three_lines_and_no_line_has_too_many(dice: random.Random) -> None:
    face = along("\n".join(" | ".join(str(dice.randint(1, 9)) for _ in range(9)) for _ in range(8)))
    readings = list(screened(face))

    assert all(len(reading.lines) == 3 for reading in readings)
    assert all(sum(each.target == line for each in readings) <= MOST_READINGS for line in face.lines)
