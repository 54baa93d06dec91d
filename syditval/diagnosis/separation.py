"""Failing rules that hang together, taken apart where single cells settle some of them for good."""

from __future__ import annotations

from syditval.diagnosis.net import Net
from syditval.diagnosis.problem import Problem
from syditval.diagnosis.singles import Singles


def separated(problem: Problem, net: Net, singles: Singles) -> list[Problem]:
    """The rules of a problem in groups: those that one cell could settle, no rule of it failing after.

    However many cells are wrong, each that shares no relation with another wrong one is found so.
    """
    failing = {rule.index: rule for rule in problem.rules}
    groups: list[set[int]] = []
    for cell in sorted({cell for rule in problem.rules for cell in rule.cells}):
        settled = failing.keys() & set(net.numbers_of(cell))
        is_known = any(settled <= group for group in groups)
        if settled and not is_known and singles.span(cell, {}) is not None:
            apart = [group for group in groups if group.isdisjoint(settled)]
            linked = [group for group in groups if not group.isdisjoint(settled)]
            groups = [*apart, settled.union(*linked)]
    found = {number for group in groups for number in group}
    rest = failing.keys() - found
    return [
        Problem(tuple(failing[number] for number in sorted(group)))
        for group in [*groups, *([rest] if rest else [])]
    ]
