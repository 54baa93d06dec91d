"""Failing rules that have to be explained together, and what explains them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.joint import Joint
from syditval.diagnosis.rule import Rule
from syditval.model.cells import CellRef


@dataclass(frozen=True, slots=True)
class Problem:
    """Failing rules, and all explanations of the fewest steps that there are, the likeliest first.

    ``given_up`` says that the search for them took too long.
    """

    rules: tuple[Rule, ...]
    explanations: tuple[Explanation, ...] = ()
    given_up: bool = False

    @property
    def numbers(self) -> frozenset[int]:
        """The places of the rules among the judgements."""
        return frozenset(rule.index for rule in self.rules)

    def explained(self, found: Iterable[Explanation]) -> Problem:
        """The problem with its explanations, those of more steps than needed left out."""
        ranked = sorted(found, key=lambda each: (-each.weight, sorted(each.cells)))
        fewest = min((len(each.steps) for each in ranked), default=0)
        return replace(self, explanations=tuple(each for each in ranked if len(each.steps) == fewest))


def problems_of(failing: Sequence[Rule], joints: Sequence[Joint]) -> list[Problem]:
    """The failing rules in groups: those that share a cell, or that one thing settles together.

    What makes several cells wrong at once counts only where it settles two groups as a whole.
    """
    groups = _linked(failing)
    for joint in joints:
        covered = [group for group in groups if {rule.index for rule in group} <= joint.settles]
        if len(covered) > 1:
            groups = [group for group in groups if group not in covered]
            groups.append([rule for group in covered for rule in group])
    return [Problem(tuple(sorted(group, key=lambda rule: rule.index))) for group in groups]


def merged(problems: Iterable[Problem]) -> Problem:
    """Several problems as one."""
    rules = {rule.index: rule for problem in problems for rule in problem.rules}
    return Problem(tuple(rule for _, rule in sorted(rules.items())))


def _linked(failing: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[tuple[set[CellRef], list[Rule]]] = []
    for rule in failing:
        cells, rules = set(rule.cells), [rule]
        apart = []
        for group in groups:
            if cells.isdisjoint(group[0]):
                apart.append(group)
            else:
                cells |= group[0]
                rules += group[1]
        groups = [*apart, (cells, rules)]
    return [rules for _, rules in groups]
