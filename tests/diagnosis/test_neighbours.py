"""Lines that a total left out or has twice, and neighbours that hold the same."""

from __future__ import annotations

from decimal import Decimal
from math import exp

import pytest

from syditval.diagnosis.neighbours import equal_neighbours, lines_between
from tests.diagnosis.netted import Netted, at, netted

TEXT = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -900    | 0
Personal  | 500    | 500    | 505     | -5
Lokaler   | 400    | 130    | 410     | -10
Resor     |        | 130    | 130     | -130
Summa     | 0      | 460    | 145     | -145
"""
NET = netted(TEXT)


def meant(net: Netted, total: str, grain: str = "1") -> dict[str, list[int]]:
    """What a total would be with or without each of its lines, in the order in which it is told."""
    found: dict[str, list[int]] = {}
    for mechanism, number, _, line in lines_between(net.net, at(total), Decimal(grain)):
        found.setdefault(f"{mechanism} {line.a1}", []).append(number)
    return found


def test_a_total_has_left_out_a_line_or_has_it_twice_give_or_take_one() -> None:
    """A blank line changes nothing."""
    assert meant(NET, "B6") == {
        "line omitted B2": [-901, -900, -899],
        "line doubled B2": [899, 900, 901],
        "line omitted B3": [499, 500, 501],
        "line doubled B3": [-501, -500, -499],
        "line omitted B4": [399, 400, 401],
        "line doubled B4": [-401, -400, -399],
    }


def test_only_a_total_has_lines() -> None:
    assert meant(NET, "B3") == {}
    assert meant(NET, "E3") == {}


def test_any_line_is_as_likely_and_a_line_to_the_last_place_most_often() -> None:
    chances = {number: exp(chance) for _, number, chance, _ in lines_between(NET.net, at("B6"), Decimal(1))}

    assert chances[500] == pytest.approx(0.6 / 4)
    assert chances[499] == chances[501] == pytest.approx(0.2 / 4)


def test_amounts_are_counted_in_grains() -> None:
    decimals = netted(TEXT.replace("500    | 500", "500.5  | 500").replace("| 0      |", "| 0.5    |"))

    assert meant(decimals, "B6", "0.5")["line omitted B3"] == [1001, 1002, 1003]


def test_a_line_that_is_taken_away_in_a_total_is_put_back() -> None:
    """Revenue and cost without signs: the total is what is left."""
    net = netted("""
    Benämning     | Budget | Utfall | Prognos | Avvikelse
    Intäkter      | 900    | 300    | 900     | 0
    Personal      | 500    | 170    | 505     | -5
    Lokaler       | 300    | 130    | 300     | 0
    Summa         | 100    | 0      | 95      | -5
    """)

    assert meant(net, "B5")["line omitted B3"] == [-401, -400, -399]
    assert meant(net, "B5")["line doubled B3"] == [599, 600, 601]


def equals(address: str, text: str = TEXT) -> dict[str, float]:
    """The neighbours that hold the same, with how telling that is."""
    found = equal_neighbours(netted(text).net, at(address))
    return {neighbour.a1: exp(chance) for neighbour, chance in found}


def test_a_figure_may_have_been_copied_from_the_line_above_or_below() -> None:
    assert equals("C4") == {"C5": 1}
    assert equals("C5") == {"C4": 1, "D5": 0.5}


def test_or_from_the_cell_beside_it_which_tells_half_as_much() -> None:
    assert equals("B3") == {"C3": 0.5}
    assert equals("C3") == {"B3": 0.5}


def test_a_cell_farther_off_is_no_neighbour() -> None:
    assert equals("B2") == {}


def test_short_numbers_are_equal_too_often_to_tell() -> None:
    assert equals("E3", TEXT.replace("| -10 ", "| -5  ").replace("| -10\n", "| -5\n")) == {}
    assert equals("E4", TEXT.replace("-130", "-10 ")) == {"E5": 1}


def test_columns_that_hold_the_same_throughout_tell_nothing() -> None:
    alike = TEXT.replace("-300 ", "-900 ").replace("| 130    | 410", "| 400    | 410")

    assert equals("B3", alike) == {}


def test_a_blank_beside_a_nought_is_not_equal() -> None:
    assert equals("B5", TEXT) == {}
