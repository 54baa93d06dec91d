"""Amounts that changed places: beside each other in a row, or from one line to the next."""

from __future__ import annotations

import pytest

from syditval.diagnosis.exchanges import exchanges
from tests.diagnosis.netted import netted, netted_region

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 11     | 57      | -17
"""
INVESTMENT = """
Investeringsredovisning
Projekt | Budget | Bokfört | Avvikelse | Förbrukning % | Prognos | Avvikelse
Gator   | 1652   | 794     | 858       | 48.1          | 1700    | -48
Skola   | 1000   | 501     | 499       | 50.1          | 990     | 10
Summa   | 2652   | 1295    | 1357      | 48.8          | 2690    | -38
"""


def found(text: str) -> list[str]:
    net = netted(text)
    return [net.told_joint(joint) for joint in exchanges(net.net, net.slips)]


def test_a_sound_table_has_none() -> None:
    assert found(SOUND) == found(INVESTMENT) == []


def test_two_amounts_of_a_row() -> None:
    assert found(SOUND.replace("500    | 170    | 525 ", "525    | 170    | 500 ")) == [
        "cells swapped: B3 500 [500, 500], D3 525 [525, 525] settles F101 B6, F101 D6, V101 E3"
    ]


def test_an_amount_with_one_that_only_its_sum_guards() -> None:
    assert found(SOUND.replace("500    | 170    | 525 ", "170    | 500    | 525 ")) == [
        "cells swapped: B3 500 [500, 500], C3 170 [170, 170] settles F101 B6, F101 C6, V101 E3"
    ]


def test_two_lines_of_a_column() -> None:
    shifted = SOUND.replace("500    | 170 ", "400    | 170 ").replace("400    | 130 ", "500    | 130 ")

    assert found(shifted) == ["lines shifted: B3 500 [500, 500], B4 400 [400, 400] settles V101 E3, V101 E4"]


def test_lines_farther_apart_are_not_taken_for_shifted() -> None:
    apart = SOUND.replace("500    | 170 ", "40     | 170 ").replace(
        "40     | 11     | 42", "500    | 11     | 42"
    )

    assert netted(apart).failing == ["V101 E3", "V101 E5"]
    assert found(apart) == []


def test_a_total_and_the_line_above_it() -> None:
    assert found(SOUND.replace("42      | -2", "57      | -2").replace("57      | -17", "42      | -17")) == [
        "lines shifted: D5 42 [42, 42], D6 57 [57, 57] settles F101 D6, V101 E5, V101 E6"
    ]


def test_an_amount_never_changes_places_with_a_percentage() -> None:
    """Both would then hold, but nobody types an amount among percentages; it is two wrong cells."""
    swapped = INVESTMENT.replace("1652   | 794     | 858       | 48.1", "1652   | 48.1    | 858       | 794 ")

    assert netted(swapped).failing == ["F101 C5", "V102 D3", "V103 E3"]
    assert found(swapped) == []


def test_two_amounts_beside_a_percentage_do() -> None:
    swapped = INVESTMENT.replace("1652   | 794 ", "794    | 1652")

    assert [each.split(" settles ")[0] for each in found(swapped)] == [
        "cells swapped: B3 1652 [1652, 1652], C3 794 [794, 794]"
    ]


def test_two_percentages_of_neighbouring_lines_do() -> None:
    swapped = INVESTMENT.replace("48.1", "x").replace("50.1", "48.1").replace("x", "50.1")

    assert found(swapped) == [
        "lines shifted: E3 48.1 [48.1, 48.1], E4 50.1 [50.1, 50.1] settles V103 E3, V103 E4"
    ]


@pytest.mark.parametrize("held", ["=B9 -> 525", "     ", "ca 525"])
def test_only_amounts_that_were_typed_change_places(held: str) -> None:
    assert found(SOUND.replace("500    | 170    | 525 ", f"{held} | 170    | 500 ")) == []


def test_each_pair_is_tried_once() -> None:
    joints = found(SOUND.replace("500    | 170    | 525 ", "525    | 170    | 500 "))

    assert len(joints) == len(set(joints))


def test_men_and_women_of_a_region() -> None:
    net = netted_region("""
    |        | Män | Kvinnor | Alla
    | Berg   | 100 | 151     | 251
    | Dal    | 220 | 199     | 419
    | Hav    | 355 | 310     | 665
    | Skog   | 90  | 145     | 235
    | Summa  | 720 | 850     | 1570
    """)
    joints = [net.told_joint(joint) for joint in exchanges(net.net, net.slips)]

    assert joints == ["cells swapped: C4 310 [310, 310], D4 355 [355, 355] settles F201 C6, F201 D6"]
