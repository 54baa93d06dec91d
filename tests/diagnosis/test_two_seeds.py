"""The figures that error localisation has to reach, on two seeds of short tables; the benchmark has ten."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from random import Random

import pytest

from benchmarks.diagnosis import CLEAN, GOALS, Goal, Outcome, cases, options_of, outcome_of, rightness, share
from tests.thorough import tries

# Some of the cases, drawn once: all kinds, figures, totals and nearly all mechanisms are among them.
ASKED = ["--seeds", "2", "--lines", "10,30", "--clean", "90"]
ONE_IN = tries(7, thorough=3)
# Of fewer cases one that is wrong says nothing about a share.
FEWEST = 10


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    every = list(cases(options_of(ASKED)))
    drawn = Random(0).sample(every, len(every) // ONE_IN)
    return [found for case in drawn if (found := outcome_of(case))]


def test_the_cases_are_of_every_sort(outcomes: Sequence[Outcome]) -> None:
    recipes = {each.case.recipe for each in outcomes if each.case.planting != CLEAN}

    assert len(recipes) == 24
    assert len({each.case.planting for each in outcomes}) > 30


@pytest.mark.parametrize("goal", [goal for goal in GOALS if goal.least], ids=lambda goal: goal.name.strip())
def test_the_goal_is_reached(goal: Goal, outcomes: Sequence[Outcome]) -> None:
    found = rightness(goal, outcomes)
    if len(found) < FEWEST:
        pytest.skip(f"{len(found)} cases")

    # So few cases miss their share by as much as two standard errors without meaning anything by it.
    chance = 2 * sqrt(goal.least * (1 - goal.least) / len(found))

    assert share(found) >= goal.least - chance


def test_sound_tables_raise_no_alarm(outcomes: Sequence[Outcome]) -> None:
    clean = [each for each in outcomes if each.case.planting == CLEAN]

    assert len(clean) > FEWEST
    assert {each.alarms for each in clean} == {(0, 0)}
