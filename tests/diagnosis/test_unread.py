"""Cells that hold no amount where one is needed: what the relations tell of them."""

from __future__ import annotations

import pytest

from syditval.diagnosis.unread import unread_amounts
from tests.diagnosis.netted import netted, told_explanation, values

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Summa     | 0      | 0      | 15      | -15
"""
LIVE = """
Benämning | Budget           | Utfall           | Prognos           | Avvikelse
Intäkter  | -900             | -300             | -910              | =B2-D2 -> 10
Personal  | 500              | 170              | 525               | =B3-D3 -> -25
Lokaler   | 400              | 130              | 400               | =B4-D4 -> 0
Summa     | =SUM(B2:B4) -> 0 | =SUM(C2:C4) -> 0 | =SUM(D2:D4) -> 15 | =SUM(E2:E4) -> -15
"""


def found(text: str, mended: str = "") -> list[str]:
    """Each open cell that a relation tells the amount of, and what was judged to fail for want of it."""
    net = netted(text)
    return [
        f"{told_explanation(problem.explanations[0])} settles {', '.join(net.named(problem.numbers)) or '-'}"
        for problem in unread_amounts(net.net, net.singles, values(mended))
    ]


def test_a_sound_table_has_none() -> None:
    assert found(SOUND) == found(LIVE) == []


def test_a_word_in_a_line_should_be_what_its_relations_leave() -> None:
    assert found(SOUND.replace("| 525 ", "| ?   ")) == ["text: D3 525 [524, 526] settles -"]


def test_the_amount_that_it_names_stands_out() -> None:
    assert found(SOUND.replace("| 525 ", "| ca 525")) == ["text: D3 525 [524, 526] settles -"]


def test_an_amount_in_another_unit_and_an_error_value_are_open_too() -> None:
    assert found(SOUND.replace("| 525 ", "| #REF!")) == ["text: D3 525 [524, 526] settles -"]
    assert found(SOUND.replace("| 525 ", "| 1 mkr")) == ["text: D3 525 [524, 526] settles -"]


def test_a_blank_total_should_be_the_sum_of_its_lines_and_leaves_out_none() -> None:
    """A relation that lacks it was judged as if it were nought."""
    assert found(SOUND.replace("| 15      | -15", "|         | -15")) == [
        "blank: D5 15 [14, 16] settles V101 E5"
    ]


def test_of_two_in_one_row_and_column_neither_is_told() -> None:
    assert found(SOUND.replace("| 170 ", "| ?   ").replace("| 130 ", "| ?   ")) == []


def test_of_two_that_meet_nowhere_both_are() -> None:
    assert found(SOUND.replace("| 170 ", "| ?   ").replace("| 525 ", "| ?   ")) == [
        "text: C3 170? [168, 172] settles -",
        "text: D3 525 [524, 526] settles -",
    ]


def test_other_cells_are_taken_as_they_are_mended() -> None:
    wrong = SOUND.replace("| 170 ", "| ?   ").replace("| 130 ", "| 180 ")

    assert found(wrong) == ["text: C3 120? [118, 122] settles -"]
    assert found(wrong, "C4 130") == ["text: C3 170? [168, 172] settles -"]
    assert found(wrong, "C3 170") == []


def test_a_word_that_no_value_would_suit_is_not_told_of() -> None:
    """Its row asks for 525, its sum for 625."""
    assert found(SOUND.replace("| 525 ", "| ?   ").replace("| 15      | -15", "| 115     | -15")) == []


def test_a_word_behind_a_live_total_explains_why_that_fails() -> None:
    """SUM passes it over; the variance of the totals was judged to fail."""
    text = LIVE.replace("| 525   ", "| ca 525").replace("=SUM(D2:D4) -> 15", "=SUM(D2:D4) -> -510")

    assert found(text.replace("=B3-D3 -> -25", "-25")) == ["text: D3 525 [524, 526] settles V101 E5"]


@pytest.mark.parametrize("result", ["", " -> #REF!"])
def test_what_a_formula_has_not_given_yet_is_not_told(result: str) -> None:
    """It is right once it is calculated, or once the cells that it is over are."""
    assert (
        found(LIVE.replace("=B3-D3 -> -25", f"=B3-D3{result}").replace("=SUM(E2:E4) -> -15", "=SUM(E2:E4)"))
        == []
    )
