"""Failing relations in groups, and which of their explanations are left."""

from __future__ import annotations

from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.joint import Joint, step_of
from syditval.diagnosis.problem import Problem, merged, problems_of
from syditval.model.cause import Mechanism
from tests.diagnosis.netted import netted, told, values

# One line is out in its row and down its column; the actuals are out by themselves, and so is one total.
NET = netted("""
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -910    | 10
Personal  | 500    | 170    | 725     | -25
Lokaler   | 400    | 190    | 400     | 0
Resor     | 40     | 11     | 42      | -2
Summa     | 840    | 11     | 57      | -17
""")


def joint(*names: str) -> Joint:
    """Something that settles these relations."""
    explanation = Explanation((step_of(Mechanism.CUT_OFF, values("B2 -900")),))
    return Joint(explanation, frozenset(map(NET.number, names)))


def groups(*joints: Joint) -> list[list[str]]:
    return [NET.named(each.numbers) for each in problems_of(NET.net.failing, joints)]


def explained(*weights: float, steps: int = 1) -> list[Explanation]:
    """Explanations of so many steps, each at the cells of its own row."""
    return [
        Explanation(
            tuple(
                step_of(Mechanism.OTHER, values(f"{column}{row} 1"), weight / steps)
                for column in "BCDE"[:steps]
            )
        )
        for row, weight in enumerate(weights, start=2)
    ]


class TestGroups:
    def test_hold_the_relations_that_share_a_cell(self) -> None:
        """The variance of the totals shares its cells with the sums of budget and forecast."""
        assert groups() == [["F101 C6"], ["F101 B6", "F101 D6", "V101 E3", "V101 E6"]]

    def test_are_joined_by_one_thing_that_settles_them_as_a_whole(self) -> None:
        assert groups(joint("F101 C6", "F101 B6", "F101 D6", "V101 E3", "V101 E6")) == [
            ["F101 B6", "F101 C6", "F101 D6", "V101 E3", "V101 E6"]
        ]

    def test_are_not_joined_by_what_settles_a_part_of_one(self) -> None:
        assert groups(joint("F101 C6", "F101 B6")) == groups()

    def test_of_nothing_are_none(self) -> None:
        assert problems_of([], []) == []


def test_a_problem_knows_its_relations_by_their_numbers() -> None:
    assert NET.named(Problem((NET.rule("V101 E3"), NET.rule("F101 D6"))).numbers) == ["F101 D6", "V101 E3"]


def test_explanations_are_ranked_by_their_weight() -> None:
    problem = Problem(()).explained(explained(-9, -3, -5))

    assert [each.weight for each in problem.explanations] == [-3, -5, -9]


def test_of_equal_weights_the_first_cell_comes_first() -> None:
    problem = Problem(()).explained(reversed(explained(-3, -3)))

    assert [told(each.cells) for each in problem.explanations] == ["B2", "B3"]


def test_more_steps_than_needed_are_left_out_however_likely() -> None:
    problem = Problem(()).explained([*explained(-1, steps=2), *explained(-20)])

    assert [each.weight for each in problem.explanations] == [-20]


def test_without_any_explanation_there_is_none() -> None:
    assert Problem(NET.net.failing).explained([]).explanations == ()


def test_problems_as_one_hold_each_relation_once_and_in_order() -> None:
    one, other = Problem((NET.rule("V101 E3"), NET.rule("F101 C6"))), Problem((NET.rule("F101 C6"),))

    assert [rule.index for rule in merged([one, other]).rules] == sorted(one.numbers)
