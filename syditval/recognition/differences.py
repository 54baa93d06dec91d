"""Which two columns a difference column is made of, and in which order: read from the figures.

No sign convention can be assumed. Over the variance columns of published Swedish tables the
ordered pair of columns that fits best was the right one every time, also where some cells were wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from syditval.arithmetic import evaluate
from syditval.model.amounts import Figure
from syditval.model.kind import RelationKind
from syditval.model.relation import Relation, Verdict
from syditval.model.table import Basis, Column, Difference, Row
from syditval.recognition.headings import squash

# A formula may fail on this share of the lines, and on two lines of a short table: published tables
# with errors in them failed on 15 % at most, and a table under review may hold more of them.
MOST_MISSES = 0.4
FREE_MISSES = 2
FEWEST_HITS = 2
# So many lines other than zero make a pair of columns more than a coincidence.
TELLING_ROWS = 3

Figures = Mapping[tuple[int, str], Figure]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """The columns and rows that a formula is looked for in."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    figures: Figures

    def column(self, role: str) -> Column:
        """The column with a role. Raises StopIteration where there is none."""
        return next(column for column in self.columns if column.role == role)


def find_difference(scene: Scene, relation: RelationKind) -> Difference | None:
    """How a difference column is computed, or None where that cannot be determined.

    The best-fitting ordered pair decides. Ties are broken by the words of the heading, then by the
    nearest columns to the left, then by the order that the kind states.
    """
    present = {column.role for column in scene.columns}
    pairs = list(permutations([role for role in relation.of if role in present], 2))
    if relation.target not in present or not pairs:
        return None
    fits = {pair: _fit(scene, relation.target, pair) for pair in pairs}
    best = max(hits for hits, _ in fits.values())
    tied = [pair for pair in pairs if fits[pair][0] == best]
    hits, rows = fits[tied[0]]
    if rows and (hits < min(FEWEST_HITS, rows) or rows - hits > max(FREE_MISSES, MOST_MISSES * rows)):
        return None
    pair, basis = _chosen(scene, relation, tied)
    return Difference(relation.target, *pair, basis, hits, rows)


def _chosen(scene: Scene, relation: RelationKind, tied: list[Pair]) -> tuple[Pair, Basis]:
    if len(tied) == 1 and _telling_rows(scene, relation.target) >= TELLING_ROWS:
        return tied[0], Basis.FIGURES
    target = scene.column(relation.target)
    named = [pair for pair in tied if _names_both(target, pair, scene)]
    if len(named) == 1:
        return named[0], Basis.HEADER
    near = _nearest(scene, target, named or tied)
    if len(near) == 1:
        return near[0], Basis.NEAREST
    order = {role: place for place, role in enumerate(relation.of)}
    return min(near, key=lambda pair: (order[pair[0]], order[pair[1]])), Basis.KIND


def _telling_rows(scene: Scene, target: str) -> int:
    return sum(bool(scene.figures[row.number, target].value) for row in scene.rows)


def _fit(scene: Scene, target: str, pair: Pair) -> tuple[int, int]:
    """On how many rows a pair explains the target, and on how many it could be tried."""
    verdicts = []
    for row in scene.rows:
        figures = (scene.figures[row.number, role] for role in (target, *pair))
        verdicts.append(evaluate(Relation.difference("", "", *figures)).verdict)
    tried = [verdict for verdict in verdicts if verdict is not Verdict.NOT_CHECKED]
    return sum(verdict in (Verdict.EXACT, Verdict.ROUNDING) for verdict in tried), len(tried)


def _names_both(target: Column, pair: Pair, scene: Scene) -> bool:
    """Whether the target's heading names both columns in this order ("Avv utfall - budget")."""
    heading = squash(target.header)
    places = [heading.find(squash(scene.column(role).header)) for role in pair]
    return 0 <= places[0] < places[1]


def _nearest(scene: Scene, target: Column, pairs: list[Pair]) -> list[Pair]:
    """The pairs whose farther column is nearest; a column to the right is farther than any to the left."""

    def distance(pair: Pair) -> int:
        gaps = (target.column - scene.column(role).column for role in pair)
        return max(gap if gap > 0 else 1000 - gap for gap in gaps)

    least = min(distance(pair) for pair in pairs)
    return [pair for pair in pairs if distance(pair) == least]
