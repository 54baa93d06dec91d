"""The failing relations of one table to explanations: the fewest things that can have happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from syditval.diagnosis.effort import Effort, OutOfEffort
from syditval.diagnosis.exchanges import exchanges
from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.habits import Habits
from syditval.diagnosis.joint import Joint
from syditval.diagnosis.net import Net
from syditval.diagnosis.problem import Problem, merged, problems_of
from syditval.diagnosis.relabelled import relabelled
from syditval.diagnosis.reversals import reversals
from syditval.diagnosis.rounding_habits import rounding_habits
from syditval.diagnosis.separation import separated
from syditval.diagnosis.singles import Singles
from syditval.diagnosis.slips import Slips
from syditval.diagnosis.supports import Supports
from syditval.diagnosis.unread import unread_amounts
from syditval.diagnosis.whole_lines import whole_lines
from syditval.model.table import Table

# So many cells may be wrong at once in one group of failing relations.
MOST_CELLS = 6


class Localisation:
    """The search over one table."""

    def __init__(self, net: Net, table: Table, effort: Effort) -> None:
        self.net = net
        self._table = table
        self._effort = effort
        self._slips = Slips(net, Habits(net))
        self._singles = Singles(net, self._slips)

    def problems(self) -> list[Problem]:
        """The failing rules in groups, each with its explanations; then the cells without an amount.

        A problem has no explanation where none was found, and is ``given_up`` where the search took too
        long.
        """
        if not self.net.found_failing and not self.net.open_cells:
            return []
        solved = self._solved() if self.net.failing else []
        mended = {
            cell: value
            for problem in solved
            if len(problem.explanations) == 1
            for cell, value in problem.explanations[0].values.items()
        }
        return [*solved, *unread_amounts(self.net, self._singles, mended)]

    def _solved(self) -> list[Problem]:
        joints = self._joints()
        done, left = self._each(problems_of(self.net.failing, joints), joints)
        for problem in self._by_several(left):
            done += [problem] if problem.explanations else self._apart(problem, joints)
        # One that took in the rules of another explains these too.
        return [each for each in done if not any(each.numbers < other.numbers for other in done)]

    def _each(
        self, problems: Sequence[Problem], joints: Sequence[Joint]
    ) -> tuple[list[Problem], list[Problem]]:
        """The problems that one thing explains, and the others."""
        solved = [self._by_one(problem, joints) for problem in problems]
        explained = [problem for problem in solved if problem.explanations]
        return explained, [problem for problem in solved if not problem.explanations]

    def _joints(self) -> list[Joint]:
        return [
            *whole_lines(self.net, self._slips, self._table),
            *rounding_habits(self.net, self._slips),
            *reversals(self.net, self._slips),
            *exchanges(self.net, self._slips),
        ]

    def _by_one(self, problem: Problem, joints: Sequence[Joint]) -> Problem:
        """A problem with everything that explains it alone."""
        try:
            found: list[Explanation] = list(self._singles.explaining(problem.rules, self._effort))
        except OutOfEffort:
            return replace(problem, given_up=True)
        found += [joint.explanation for joint in joints if joint.settles >= problem.numbers]
        return problem.explained(found)

    def _apart(self, problem: Problem, joints: Sequence[Joint]) -> list[Problem]:
        """A problem of more wrong cells than are searched for together, as far as it can be taken apart."""
        done, left = self._each(separated(problem, self.net, self._singles), joints)
        if left and done:
            left = self._by_several([merged(left)])
        return done + [replace(each, given_up=each.given_up or problem.given_up) for each in left]

    def _by_several(self, problems: list[Problem]) -> list[Problem]:
        """Problems that no one thing explains: by two cells, by three; each alone, then all together."""
        supports = Supports(self.net, self._singles, self._effort)
        done: list[Problem] = []
        try:
            for size in range(2, MOST_CELLS + 1):
                problems = self._tried(problems, size, supports, done)
                if len(problems) > 1 and not self._tried([merged(problems)], size, supports, done):
                    problems = []
        except OutOfEffort:
            explained = {number for problem in done for number in problem.numbers}
            left = (problem for problem in problems if not problem.numbers <= explained)
            problems = [replace(problem, given_up=True) for problem in left]
        return done + problems

    def _tried(
        self, problems: Sequence[Problem], size: int, supports: Supports, done: list[Problem]
    ) -> list[Problem]:
        """The problems that so many cells do not explain; those that they do go to ``done``."""
        left: list[Problem] = []
        for problem in problems:
            if any(problem.numbers <= other.numbers for other in done):
                continue
            found = [
                relabelled(each, self.net, self._slips) for each in supports.explaining(problem.rules, size)
            ]
            explained = self._widened(problem.explained(found))
            (done if explained.explanations else left).append(explained)
        return [problem for problem in left if not any(problem.numbers <= each.numbers for each in done)]

    def _widened(self, problem: Problem) -> Problem:
        """The problem with all failing rules that its explanations settle besides its own.

        Those that settle the most are left: they make do with as many steps for more.
        """
        failing = {rule.index: rule for rule in self.net.failing}
        settles = [
            failing.keys() & {number for cell in each.cells for number in self.net.numbers_of(cell)}
            for each in problem.explanations
        ]
        most = max(settles, key=len, default=set())
        kept = [each for each, own in zip(problem.explanations, settles, strict=True) if own >= most]
        rules = tuple(failing[number] for number in sorted(most | problem.numbers))
        return replace(problem, rules=rules, explanations=tuple(kept))
