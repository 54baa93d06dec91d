"""What one thing that changes several cells settles, and the step that it is."""

from __future__ import annotations

import pytest

from syditval.diagnosis.joint import settled, step_of
from syditval.model.cause import Mechanism
from tests.diagnosis.netted import cells, netted, told_step, values

# The total of the budget is out by itself; the forecast of one line is out in its row and in its sum.
NET = netted("""
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -900    | 0
Personal  | 500    | 170    | 605     | -5
Lokaler   | 300    | 130    | 300     | 0
Summa     | -100   | 50     | -95     | -5
""")


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ("D3 505", ["F101 D5", "V101 E3"]),
        ("C5 0", ["F101 C5"]),
        ("D3 505, C5 0", ["F101 C5", "F101 D5", "V101 E3"]),
        ("E3 -105", []),  # the row holds, but the sum of the variances no longer does
        ("E3 -105, E5 -105, D5 5", ["F101 D5", "V101 E3"]),
        ("E2 1", []),  # nothing that fails
        ("D3 505, C3 900", []),  # one of two is not settled
        ("", []),
    ],
)
def test_a_change_settles_what_fails_where_nothing_fails_after_it(changed: str, names: list[str]) -> None:
    assert NET.failing == ["F101 C5", "F101 D5", "V101 E3"]
    assert NET.named(settled(NET.net, values(changed))) == names


def test_its_step_gives_each_cell_one_value() -> None:
    step = step_of(Mechanism.CELLS_SWAPPED, values("D3 500, B3 505"), -2.5, cells("C3"))

    assert told_step(step) == "cells swapped: B3 505 [505, 505], D3 500 [500, 500] by C3"
    assert step.weight == step.named == -2.5
