"""The sums of a region as a tree: each total, and below it what it is the sum of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syditval.reports.patterns import Part, Pattern


@dataclass(frozen=True, slots=True)
class Branch:
    """A pattern at its depth in the tree; or lines of the pattern above it that are no totals themselves."""

    depth: int
    pattern: Pattern
    leaves: tuple[Part, ...] = ()

    @property
    def is_sum(self) -> bool:
        """Whether it stands for the pattern itself."""
        return not self.leaves


def branches(sums: Sequence[Pattern]) -> Iterator[Branch]:
    """The tree, line by line: the totals that are part of no other first, each total once."""
    of: defaultdict[tuple[bool, int], list[Pattern]] = defaultdict(list)
    for pattern in sorted(sums, key=lambda pattern: (not pattern.is_down, pattern.target)):
        of[pattern.is_down, pattern.target].append(pattern)
    inner = {(pattern.is_down, part.line) for pattern in sums for part in pattern.parts}
    shown: set[tuple[bool, int]] = set()
    # Where totals are part of each other there is no outermost one: whatever is left comes last.
    for line in (*(line for line in of if line not in inner), *of):
        yield from _grown(line, 0, of, shown)


def _grown(
    line: tuple[bool, int],
    depth: int,
    of: dict[tuple[bool, int], list[Pattern]],
    shown: set[tuple[bool, int]],
) -> Iterator[Branch]:
    if line in shown:
        return
    shown.add(line)
    for pattern in of[line]:
        yield Branch(depth, pattern)
        totals = [part for part in pattern.parts if (pattern.is_down, part.line) in of]
        if totals:
            yield from _below(pattern, depth + 1, of, shown)


def _below(
    pattern: Pattern,
    depth: int,
    of: dict[tuple[bool, int], list[Pattern]],
    shown: set[tuple[bool, int]],
) -> Iterator[Branch]:
    """The parts in their order; those between two totals are taken together."""
    leaves: list[Part] = []
    for part in pattern.parts:
        if (pattern.is_down, part.line) not in of:
            leaves.append(part)
            continue
        if leaves:
            yield Branch(depth, pattern, tuple(leaves))
            leaves = []
        yield from _grown((pattern.is_down, part.line), depth, of, shown)
    if leaves:
        yield Branch(depth, pattern, tuple(leaves))
