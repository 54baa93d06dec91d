"""Several wrong cells at once: sets that leave no failing relation to chance."""

from __future__ import annotations

import pytest

from syditval.diagnosis.effort import Effort, OutOfEffort
from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.supports import Supports
from tests.diagnosis.netted import Netted, netted, told, told_explanation

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -290   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 21     | 57      | -17
"""
TWO = SOUND.replace("500    | 170", "700    | 170").replace("| 42      | -2", "| 97      | -2")


def explanations(net: Netted, size: int, effort: Effort | None = None) -> list[Explanation]:
    return list(Supports(net.net, net.singles, effort or Effort()).explaining(net.net.failing, size))


def cells(text: str, size: int) -> list[str]:
    """The cells of each set."""
    return [told(each.cells) for each in explanations(netted(text), size)]


def test_two_cells_that_share_no_relation_explain_what_one_cannot() -> None:
    assert cells(TWO, 1) == []
    assert [told_explanation(each) for each in explanations(netted(TWO), 2)] == [
        "digit replaced: B3 500 [499, 501] and other: D5 42 [41, 43]"
    ]


def test_two_cells_of_one_relation_do_so_where_others_tell_them_apart() -> None:
    wrong = SOUND.replace("500    | 170    | 525 ", "700    | 170    | 552 ")

    assert "B3 D3" in cells(wrong, 2)


def test_a_relation_that_says_nothing_of_a_cell_leaves_it_to_the_others() -> None:
    """A percentage of nothing: the budget of 5 should be 0, and a total is out too."""
    wrong = """
    Investeringsredovisning
    Projekt | Budget | Bokfört | Avvikelse | Förbrukning % | Prognos | Avvikelse
    Gator   | 1652   | 794     | 858       | 48.1          | 1700    | -48
    Skola   | 1000   | 501     | 499       | 50.1          | 990     | 10
    Torg    | 5      | 20      | -20       | 0             | 20      | -20
    Summa   | 2652   | 1315    | 1337      | 49.6          | 2170    | -58
    """

    assert cells(wrong, 2) == ["B5 F6"]


def test_three_cells_are_found_the_same_way() -> None:
    """The third is one of the actuals, of which a sum tells no more."""
    wrong = TWO.replace("| 130 ", "| 930 ")

    assert cells(wrong, 2) == []
    assert {frozenset(each.split()) for each in cells(wrong, 3)} == {
        frozenset({"B3", f"C{row}", "D5"}) for row in range(2, 7)
    }


def test_each_set_is_told_once() -> None:
    found = cells(TWO, 3)

    assert len(found) == len(set(found))


def test_every_explanation_makes_all_relations_of_its_cells_hold() -> None:
    net = netted(SOUND.replace("500    | 170    | 525 ", "700    | 170    | 552 "))
    found = explanations(net, 2)

    assert found
    for explanation in found:
        rules = [rule for cell in explanation.cells for rule in net.net.rules_of(cell)]
        assert all(rule.holds(explanation.values) for rule in (*rules, *net.net.failing))


def test_a_value_lies_in_its_span() -> None:
    for explanation in explanations(netted(TWO), 2):
        for step in explanation.steps:
            (mend,) = step.mends
            assert mend.span[0] <= mend.value <= mend.span[1]


def test_one_more_cell_may_mend_what_the_first_would_break() -> None:
    """The sum of the forecast is out by 200, and so is the row of its total: or a line is, with its variance."""
    wrong = SOUND.replace("| 57 ", "| 257 ")

    assert cells(wrong, 1) == ["D6"]
    assert {"D3 E3", "D4 E4"} & set(cells(wrong, 2)) == set()
    assert any("E6" in found for found in cells(wrong, 3))


def test_where_nothing_fails_nothing_is_wrong() -> None:
    assert cells(SOUND, 2) == []


def test_the_search_may_take_too_long() -> None:
    with pytest.raises(OutOfEffort):
        explanations(netted(TWO), 2, Effort(10))


def test_every_set_that_is_tried_counts() -> None:
    """What is left of one search is all that the next one has."""
    effort = Effort(100)

    assert [told(each.cells) for each in explanations(netted(TWO), 2, effort)] == ["B3 D5"]
    with pytest.raises(OutOfEffort):
        effort.spend(90)
