"""How a sum of two is said."""

from __future__ import annotations

import pytest

from syditval.aggregates.candidate import Search, candidate
from syditval.aggregates.statement import stated
from tests.aggregates.tables import along, places

ROW = "\nNord | 9117 | 7306 | 1811"


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        ("Budget | Utfall | Avvikelse", "difference: D of B C"),
        ("Budget | Avvikelse | Utfall", "difference: C of B D"),
        ("Revenue | Cost | Profit", "difference: D of B C"),
        ("Alla | Män | Kvinnor", "sum: B of C D"),
        ("Totalt | Kostnader | Resultat", "sum: B of C D"),
        ("Resultat | Drift | Avvikelse", "sum: B of C D"),
        ("Intäkt | Avvikelse 1 | Avvikelse 2", "difference: D of B C"),
    ],
)
def test_a_part_that_is_called_a_difference_is_one(headings: str, said: str) -> None:
    face = along(f" | {headings}{ROW}")
    form, target, parts = stated(face, candidate(face, 0, [1, 2], Search("test", 1)))

    assert f"{form}: {places(face, [target])} of {places(face, parts)}" == said


def test_a_sum_of_three_stays_a_sum() -> None:
    face = along(" | A | B | C | Avvikelse\nNord | 9117 | 7306 | 1000 | 811")
    form, target, parts = stated(face, candidate(face, 0, [1, 2, 3], Search("test", 1)))

    assert f"{form}: {places(face, [target])} of {places(face, parts)}" == "sum: B of C D E"
