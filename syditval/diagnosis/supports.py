"""Several wrong cells at once: sets of a few that together make failing rules hold.

Each rule that fails needs a wrong cell. One cell of the smallest failing rule is taken as unknown;
of the rules that it takes no part in, the smallest needs another; the last must take part in all
that are left. This is the peeling of erasures; it finds every set that leaves no rule to chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from syditval.diagnosis.effort import Effort
from syditval.diagnosis.explanation import Explanation, Step
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import Rule, Span, Values
from syditval.diagnosis.singles import Singles, cut, meeting, shared_cells
from syditval.model.cells import CellRef

Support = tuple[CellRef, ...]

# Spans of cells that share rules narrow each other down; after so many rounds little is left to gain.
_ROUNDS = 4
# What it costs to weigh all values of a cell, in trials.
_WEIGHING = 8


class Supports:
    """The search for sets of wrong cells."""

    def __init__(self, net: Net, singles: Singles, effort: Effort) -> None:
        self._net = net
        self._singles = singles
        self._effort = effort

    def explaining(self, failing: Sequence[Rule], size: int) -> Iterator[Explanation]:
        """Every explanation by so many cells. Raises OutOfEffort."""
        tried: set[Support] = set()
        for support in self._supports(failing, size, ()):
            if support not in tried:
                tried.add(support)
                if found := self._at(support):
                    yield found

    def _supports(self, failing: Sequence[Rule], size: int, taken: Support) -> Iterator[Support]:
        if not failing:
            # All that failed is covered: a further cell mends what the others break.
            candidates = sorted({cell for each in taken for cell in self._companions(each)})
        elif size == 1:
            candidates = shared_cells(failing)
        else:
            candidates = sorted(min(failing, key=lambda rule: len(rule.cells)).cells)
        for cell in candidates:
            if cell in taken:
                continue
            self._effort.spend()
            support = (*taken, cell)
            if size == 1:
                yield tuple(sorted(support))
            else:
                left = [rule for rule in failing if cell not in rule.cells]
                yield from self._supports(left, size - 1, support)

    def _companions(self, cell: CellRef) -> Iterator[CellRef]:
        for rule in self._net.rules_of(cell):
            yield from rule.cells

    def _at(self, support: Support) -> Explanation | None:
        """The explanation that just these cells are wrong, if there are values that mend all their rules."""
        spans = self._spans(support)
        if spans is None:
            return None
        for values in self._starts(spans):
            found = self._settled(support, spans, values)
            if found:
                return found
        return None

    def _spans(self, support: Support) -> dict[CellRef, Span] | None:
        """The values that each cell may have while the others have any of theirs."""
        spans: dict[CellRef, Span] = {}
        for _ in range(_ROUNDS):
            for cell in support:
                self._effort.spend()
                rooms = []
                for rule in self._net.rules_of(cell):
                    others = [other for other in support if other != cell and other in rule.cells]
                    if all(other in spans for other in others):
                        rooms.append(rule.room(cell, {other: spans[other] for other in others}))
                if cell in spans:
                    rooms.append(spans[cell])
                if all(room is None for room in rooms):
                    continue
                span = cut(meeting(rooms), self._net.grain(cell))
                if span is None:
                    return None
                spans[cell] = span
        return spans if len(spans) == len(support) else None

    def _starts(self, spans: dict[CellRef, Span]) -> Iterator[Values]:
        """Values to begin with: the middles, then all low, all high."""
        yield {cell: (low + high) / 2 for cell, (low, high) in spans.items()}
        yield {cell: low for cell, (low, _) in spans.items()}
        yield {cell: high for cell, (_, high) in spans.items()}

    def _settled(self, support: Support, spans: dict[CellRef, Span], start: Values) -> Explanation | None:
        """Each cell in turn takes its likeliest value given the others."""
        values = dict(start)
        parts: dict[CellRef, Explanation] = {}
        for cell in (*support, *support):
            self._effort.spend(_WEIGHING)
            others = {other: value for other, value in values.items() if other != cell}
            span = self._singles.span(cell, {other: (value, value) for other, value in others.items()})
            part = self._singles.at(cell, span, others) if span else None
            if part is None:
                return None
            parts[cell] = part
            values |= part.values
        if not all(rule.holds(values) for cell in support for rule in self._net.rules_of(cell)):
            return None
        return Explanation(tuple(_widened(parts[cell], spans[cell]) for cell in support))


def _widened(part: Explanation, span: Span) -> Step:
    """The step of an explanation by one cell, leaving open what the other cells leave open."""
    (step,) = part.steps
    return replace(step, mends=(replace(step.mends[0], span=span),))
