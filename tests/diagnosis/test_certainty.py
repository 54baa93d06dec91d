"""How far arithmetic tells what happened: from the number of explanations, not from their chances."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from syditval.diagnosis.certainty import certainty_of, parted
from syditval.diagnosis.explanation import Explanation, Step
from syditval.diagnosis.joint import step_of
from syditval.diagnosis.problem import Problem
from syditval.model.cause import Mechanism
from tests.diagnosis.netted import told, values


def step(cells: str, weight: float = 0.0, mechanism: Mechanism = Mechanism.SIGN, named: float = 0.0) -> Step:
    """A step at some cells, of which ``named`` more or less falls to its mechanism."""
    found = step_of(mechanism, values(", ".join(f"{cell} 1" for cell in cells.split())), weight)
    return Step(mechanism, found.mends, weight, weight + named)


def one(
    cells: str, weight: float = 0.0, mechanism: Mechanism = Mechanism.SIGN, named: float = 0.0
) -> Explanation:
    """An explanation by one step."""
    return Explanation((step(cells, weight, mechanism, named),))


def several(*cells: str, weight: float = 0.0) -> Explanation:
    """An explanation by as many steps."""
    return Explanation(tuple(step(each, weight) for each in cells))


class TestCertainty:
    def test_is_that_nothing_else_explains_it(self) -> None:
        assert certainty_of([one("B2")], True) == "certain"
        assert certainty_of([one("B2", -500, Mechanism.OTHER)], True) == "certain"
        assert certainty_of([several("B2", "D3")], True) == "certain"

    def test_does_not_rest_on_relations_that_are_likely_themselves(self) -> None:
        assert certainty_of([one("B2")], False) == "likely"

    def test_is_not_had_of_one_thing_at_several_cells(self) -> None:
        assert certainty_of([one("B2 D2", mechanism=Mechanism.CELLS_SWAPPED)], True) == "likely"

    @pytest.mark.parametrize(
        ("ahead", "said"), [(0, "one of"), (2.1, "one of"), (2.3, "likely"), (500, "likely")]
    )
    def test_is_never_had_of_two_however_unlike(self, ahead: float, said: str) -> None:
        """Nine to one is 2.2 as a logarithm."""
        assert certainty_of([one("B2", ahead), one("D2")], True) == said

    def test_many_others_count_together(self) -> None:
        others = [one(f"B{row}") for row in range(3, 9)]

        assert certainty_of([one("B2", 3), *others[:1]], True) == "likely"
        assert certainty_of([one("B2", 3), *others], True) == "one of"

    @pytest.mark.parametrize("mechanism", [Mechanism.OTHER, Mechanism.STALE_TOTAL])
    def test_of_several_a_likely_one_says_what_happened(self, mechanism: Mechanism) -> None:
        assert certainty_of([one("B2", 9, mechanism), one("D2")], True) == "one of"

    def test_what_happened_has_to_stand_out_too(self) -> None:
        assert certainty_of([one("B2", 9, named=-0.05), one("D2")], True) == "likely"
        assert certainty_of([one("B2", 9, named=-0.7), one("D2")], True) == "one of"


def shares(*explanations: Explanation) -> tuple[list[str], list[str]]:
    """The cells of the steps that all share, and those of each explanation without them."""
    shared, rest = parted(Problem((), explanations))
    return [_cells(Explanation((each,))) for each in shared], [_cells(each) for each in rest]


def _cells(explanation: Explanation) -> str:
    return told(explanation.cells)


@pytest.mark.parametrize(
    ("explanations", "shared", "rest"),
    [
        ([several("B2", "D3")], ["B2", "D3"], []),
        ([several("B2", "D3"), several("B2", "E3")], ["B2"], ["D3", "E3"]),
        ([several("B2", "D3"), several("C2", "E3")], [], ["B2 D3", "C2 E3"]),
        ([several("B2", "D3"), several("D3", "B2")], ["B2", "D3"], []),
        ([one("B2 D2"), one("B2 D2")], [], ["B2 D2", "B2 D2"]),  # at two cells, that is no step of its own
        ([several("B2", "D3"), one("B2 D3")], [], ["B2 D3", "B2 D3"]),
    ],
)
def test_what_all_explanations_share_is_told_apart(
    explanations: Sequence[Explanation], shared: list[str], rest: list[str]
) -> None:
    assert shares(*explanations) == (shared, rest)


def test_what_is_shared_is_told_as_the_likeliest_explanation_has_it() -> None:
    first, second = several("B2", "D3", weight=-1), several("B2", "E3", weight=-9)
    (shared,), _ = parted(Problem((), (first, second)))

    assert shared is first.steps[0]
