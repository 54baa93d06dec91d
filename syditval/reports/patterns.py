"""Relations that say the same of other columns or rows, taken together as one pattern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from syditval.model.amounts import Figure
from syditval.model.relation import Form, Judgement, Relation, Verdict

HOLDS = (Verdict.EXACT, Verdict.ROUNDING)


@dataclass(frozen=True, slots=True)
class Part:
    """A line that enters a pattern: a row where the pattern runs down columns, else a column."""

    line: int
    weight: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """``form`` of the same lines at several crossings, with the judgement at each.

    ``is_down`` says that it runs down columns: its lines are rows, its crossings columns.
    """

    form: Form
    is_down: bool
    target: int
    parts: tuple[Part, ...]
    judgements: tuple[Judgement, ...]

    @property
    def example(self) -> Relation:
        """The first of the relations that leave out fewest of the lines; one that holds, if any does."""
        best = max(self.judgements, key=lambda each: (len(each.relation.terms), each.verdict in HOLDS))
        return best.relation

    @property
    def holding(self) -> int:
        """At how many crossings it holds."""
        return sum(each.verdict in HOLDS for each in self.judgements)


def line_of(figure: Figure, is_down: bool) -> int:
    """The row of a figure, or its column where the pattern runs along rows."""
    return figure.cell.row if is_down else figure.cell.column


def patterns_of(judgements: Iterable[Judgement]) -> list[Pattern]:
    """The patterns, in the order of their first judgements."""
    kinds: defaultdict[object, dict[tuple[Part, ...], list[Judgement]]] = defaultdict(dict)
    for each in judgements:
        relation = each.relation
        is_down = relation.is_down
        parts = tuple(Part(line_of(term.figure, is_down), term.weight) for term in relation.terms)
        target = line_of(relation.target, is_down)
        kind = (relation.form, is_down, target, relation.per_cent, relation.grounds)
        kinds[kind].setdefault(parts, []).append(each)
    return [pattern for same in kinds.values() for pattern in _folded(same)]


def _folded(same: dict[tuple[Part, ...], list[Judgement]]) -> Iterator[Pattern]:
    """Patterns of one target; one that lacks lines of another only because they are blank belongs to it."""
    whole: dict[tuple[Part, ...], list[Judgement]] = {}
    for parts in sorted(same, key=len, reverse=True):
        larger = next((other for other in whole if set(parts) < set(other)), parts)
        whole.setdefault(larger, []).extend(same[parts])
    for parts, judgements in whole.items():
        yield _pattern(parts, judgements)


def _pattern(parts: tuple[Part, ...], judgements: Sequence[Judgement]) -> Pattern:
    relation = judgements[0].relation
    line = line_of(relation.target, relation.is_down)
    ordered = sorted(judgements, key=lambda each: each.relation.target.cell)
    return Pattern(relation.form, relation.is_down, line, parts, tuple(ordered))
