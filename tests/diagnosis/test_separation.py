"""Failing relations that hang together, taken apart by the cells that would settle some of them."""

from __future__ import annotations

from syditval.diagnosis.problem import Problem
from syditval.diagnosis.separation import separated
from tests.diagnosis.netted import Netted, netted

SOUND = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 525     | -25
Lokaler   | 400    | 130    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 40     | 11     | 57      | -17
"""


def groups(net: Netted) -> list[str]:
    problem = Problem(net.net.failing)
    return [", ".join(net.named(each.numbers)) for each in separated(problem, net.net, net.singles)]


def test_one_wrong_cell_leaves_its_relations_together() -> None:
    assert groups(netted(SOUND.replace("| 525 ", "| 725 "))) == ["F101 D6, V101 E3"]


def test_wrong_cells_that_share_no_relation_are_told_apart() -> None:
    """Their rows meet in the row of the totals, where one total is wrong itself."""
    wrong = netted(
        SOUND.replace("500    | 170", "900    | 170").replace("| 57      | -17", "| 87      | -17")
    )

    assert wrong.failing == ["F101 B6", "F101 D6", "V101 E3", "V101 E6"]
    assert groups(wrong) == ["F101 B6, V101 E3", "F101 D6, V101 E6"]


def test_cells_that_share_relations_keep_theirs_together() -> None:
    """Both lines of the budget are wrong: one sum fails by both."""
    wrong = netted(
        SOUND.replace("500    | 170", "900    | 170").replace("40     | 11     | 42", "95     | 11     | 42")
    )

    assert wrong.failing == ["F101 B6", "V101 E3", "V101 E5"]
    assert groups(wrong) == ["F101 B6, V101 E3, V101 E5"]


def test_groups_that_a_further_cell_would_link_are_one() -> None:
    """A line of the forecast and the total of the budget are out by as much: the other total may be too."""
    wrong = netted(SOUND.replace("| 525 ", "| 725 ").replace("40     | 11     | 57", "240    | 11     | 57"))

    assert wrong.failing == ["F101 B6", "F101 D6", "V101 E3", "V101 E6"]
    assert groups(wrong) == ["F101 B6, F101 D6, V101 E3, V101 E6"]


def test_every_relation_is_in_one_group() -> None:
    wrong = netted(
        SOUND.replace("500    | 170", "900    | 170")
        .replace("| 57      | -17", "| 87      | -19")
        .replace("130", "190")
    )
    problem = Problem(wrong.net.failing)

    numbers = [number for each in separated(problem, wrong.net, wrong.singles) for number in each.numbers]

    assert sorted(numbers) == sorted(problem.numbers)
