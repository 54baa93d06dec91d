"""How far the relations alone tell what happened: read from the structure, never from a probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log

from syditval.diagnosis.explanation import Explanation, Step
from syditval.diagnosis.guess import together
from syditval.diagnosis.problem import Problem
from syditval.model.cause import Certainty, Mechanism

# An explanation is likely that outweighs all others nine to one, and that has a mechanism to its name.
_LIKELY = log(0.9)
_NAMELESS = frozenset({Mechanism.OTHER, Mechanism.STALE_TOTAL})


def parted(problem: Problem) -> tuple[tuple[Step, ...], tuple[Explanation, ...]]:
    """The steps by one cell that all explanations of a problem share, and the explanations without them.

    Of one explanation alone all steps are shared, and nothing is left.
    """
    first, *others = problem.explanations
    if not others:
        return first.steps, ()
    shared = tuple(
        step
        for step in first.steps
        if len(step.mends) == 1 and all(_has_step_at(other, step) for other in others)
    )
    cells = {mend.cell for step in shared for mend in step.mends}
    rest = (
        replace(each, steps=tuple(step for step in each.steps if step.mends[0].cell not in cells))
        for each in problem.explanations
    )
    return shared, tuple(each for each in rest if each.steps)


def _has_step_at(explanation: Explanation, step: Step) -> bool:
    cell = step.mends[0].cell
    return any(len(each.mends) == 1 and each.mends[0].cell == cell for each in explanation.steps)


def certainty_of(explanations: Sequence[Explanation], is_firm: bool) -> Certainty:
    """Certain where one explanation alone is left, and it is one wrong cell.

    One thing that makes several cells wrong at once is likely at most, and so is anything that rests on
    relations which are no more than likely themselves (``is_firm`` is false).
    """
    first, *others = explanations
    if not others:
        is_one_cell = all(len(step.mends) == 1 for step in first.steps)
        return Certainty.CERTAIN if is_firm and is_one_cell else Certainty.LIKELY
    share = first.weight - together(each.weight for each in explanations)
    named = first.named - together(each.weight for each in explanations)
    is_named = all(step.mechanism not in _NAMELESS for step in first.steps)
    return Certainty.LIKELY if is_named and min(share, named) > _LIKELY else Certainty.ONE_OF
