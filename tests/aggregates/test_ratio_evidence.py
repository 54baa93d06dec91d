"""What speaks for a line being a quotient."""

from __future__ import annotations

import pytest

from syditval.aggregates.quotient import PER_CENT, Quotient, Reading
from syditval.aggregates.ratio_evidence import Scales, is_named, told_by_place
from syditval.model.relation import Form
from tests.aggregates.tables import along

SHARES = """
        | Budget | Utfall | Andel
Skola   | 51243  | 48718  | 95.1
Vård    | 23187  | 26434  | 114.0
Kultur  | 8741   | 6422   | 73.5
Teknik  | 15020  | 14988  | 99.8
"""
OF_BUDGET = Reading(Form.RATIO, PER_CENT, target=2, part=1, whole=0)
OF_ACTUAL = Reading(Form.RATIO, PER_CENT, target=2, part=0, whole=1)


def weighed(table: str, reading: Reading = OF_BUDGET) -> Quotient:
    return Scales(along(table)).weighed(reading)


def test_every_crossing_is_tried_and_holds_within_rounding() -> None:
    right = weighed(SHARES)

    assert right.holds.tolist() == right.tried.tolist() == [True] * 4
    assert (right.witnesses, right.exact) == (4, 1)


def test_a_wrong_crossing_fails_and_costs() -> None:
    wrong = weighed(SHARES.replace("73.5", "75.3"))

    assert wrong.holds.tolist() == [True, True, False, True]
    assert wrong.witnesses == 3
    assert wrong.score < weighed(SHARES).score


def test_another_reading_holds_nowhere() -> None:
    other = weighed(SHARES, OF_ACTUAL)

    assert not other.holds[:3].any()
    assert other.score < 0


def test_figures_that_the_printed_ones_do_not_give_may_hold_all_the_same() -> None:
    """794 of 1 652 are 48.06 per cent as printed; the amounts behind them may well give 48.0."""
    rounded = weighed("A | 1652 | 794 | 48.0\nB | 3304 | 1200 | 36.3\nC | 512 | 231 | 45.1", OF_BUDGET)

    assert rounded.holds.tolist() == [True, True, True]
    assert rounded.exact == pytest.approx(2 / 3)


def test_one_value_is_one_witness_however_often_it_is_printed() -> None:
    twelve = weighed("A | 4000 | 1000 | 25.0\nB | 2000 | 500 | 25.0\nC | 1200 | 300 | 25.0")

    assert twelve.holds.all()
    assert twelve.witnesses <= 1


def test_nothing_of_something_is_nought_rightly_and_no_witness() -> None:
    noughts = weighed(SHARES.replace("| 6422   | 73.5", "| 0      | 0.0"))

    assert noughts.holds.tolist() == [True] * 4
    assert noughts.tried.tolist() == [True, True, False, True]
    assert noughts.witnesses == 3


@pytest.mark.parametrize(
    ("name", "form", "named"),
    [
        ("Andel", Form.RATIO, True),
        ("Andel", Form.RELATIVE_CHANGE, False),
        ("Ökning", Form.RELATIVE_CHANGE, True),
        ("Ökning", Form.GROWTH, True),
        ("Ökning", Form.RATIO, False),
        ("I %", Form.RATIO, True),
        ("I %", Form.RELATIVE_CHANGE, True),
    ],
)
def test_the_name_says_that_a_line_is_such_a_quotient(name: str, form: Form, named: bool) -> None:
    face = along(SHARES.replace("Andel", name))

    assert is_named(face, Reading(form, PER_CENT, 2, 1, 0)) is named


def told(table: str, reading: Reading = OF_BUDGET) -> float:
    return told_by_place(along(table), reading)


def test_a_name_speaks_for_a_reading_and_more_so_if_it_names_both_lines() -> None:
    unnamed, named, both = (
        told(SHARES.replace("Andel", name)) for name in ("X", "Andel", "Andel utfall budget")
    )

    assert unnamed < named < both


def test_a_quotient_stands_behind_what_it_is_of_and_next_to_it() -> None:
    columns = " | Andel | Budget | Utfall | Antal | Andel\nA | 95.1 | 51243 | 48718 | 87 | 95.1\nB | 114.0 | 23187 | 26434 | 64 | 114.0"
    before, behind = (told(columns, Reading(Form.RATIO, PER_CENT, target, 2, 1)) for target in (0, 4))

    assert before < behind < told(SHARES)


def test_a_change_is_seldom_reckoned_from_the_difference() -> None:
    change, growth = (
        told(SHARES.replace("Andel", "Ökning"), Reading(form, PER_CENT, 2, 1, 0))
        for form in (Form.RELATIVE_CHANGE, Form.GROWTH)
    )
    assert growth < change
