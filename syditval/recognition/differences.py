"""Which two columns a difference column is made of, and in which order: read from the figures.

No sign convention can be assumed. Over the variance columns of published Swedish tables the
ordered pair of columns that fits best was the right one every time, also where some cells were wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from syditval.arithmetic import evaluate
from syditval.model.kind import RelationKind
from syditval.model.relation import Form, Relation, Verdict
from syditval.model.table import Basis, Difference, Row, RowRole, SignConvention
from syditval.recognition.headings import squash
from syditval.recognition.scene import Scene
from syditval.recognition.signs import revenue_and_cost, sign_convention

# A formula may fail on this share of the lines, and on two lines of a short table: published tables
# with errors in them failed on 15 % at most, and a table under review may hold more of them.
MOST_MISSES = 0.4
FREE_MISSES = 2
FEWEST_HITS = 2
# So many lines other than zero make a pair of columns more than a coincidence.
TELLING_ROWS = 3
# So many lines, spread evenly over a long table, are asked; more would tell no more.
MOST_LINES = 400

Pair = tuple[str, str]
# Whether a pair explains the target, by row number, for every row that it could be tried on.
Fits = Mapping[int, bool]


def differences(scene: Scene) -> list[Difference]:
    """How each difference column of the kind is computed here, as far as it can be determined."""
    declared = (relation for relation in scene.kind.relations if relation.form is Form.DIFFERENCE)
    return [found for relation in declared if (found := _difference(scene, relation)) is not None]


def _difference(scene: Scene, relation: RelationKind) -> Difference | None:
    """How one column is computed, or None where that cannot be determined.

    The best-fitting ordered pair decides. Ties are broken by the words of the heading, then by the
    nearest columns to the left, then by the order that the kind states.
    """
    present = {column.role for column in scene.columns}
    pairs = list(permutations([role for role in relation.of if role in present], 2))
    if relation.target not in present or not pairs:
        return None
    fits = {pair: _fits(scene, relation.target, pair) for pair in pairs}
    turning = _may_turn(scene)
    candidates = [_candidate(relation.target, pair, fits, turning) for pair in pairs]
    best = max(candidate.hits for candidate in candidates)
    tied = [candidate for candidate in candidates if candidate.hits == best]
    rows = tied[0].rows
    if rows and (best < min(FEWEST_HITS, rows) or rows - best > max(FREE_MISSES, MOST_MISSES * rows)):
        return None
    return _chosen(scene, relation, tied)


def _fits(scene: Scene, target: str, pair: Pair) -> Fits:
    verdicts = {}
    for row in _lines_asked(scene):
        figures = (scene.figures[row.number, role] for role in (target, *pair))
        verdicts[row.number] = evaluate(Relation.difference("", "", *figures)).verdict
    return {
        number: verdict in (Verdict.EXACT, Verdict.ROUNDING)
        for number, verdict in verdicts.items()
        if verdict is not Verdict.NOT_CHECKED
    }


def _lines_asked(scene: Scene) -> list[Row]:
    totals = scene.rows_with(RowRole.SUBTOTAL, RowRole.TOTAL)
    lines = scene.rows_with(RowRole.DETAIL, RowRole.OF_WHICH)
    return lines[:: len(lines) // MOST_LINES + 1] + totals


def _may_turn(scene: Scene) -> list[set[int]]:
    """Groups of rows on which a difference may run the other way than on the lines of cost.

    Where neither revenue nor cost has a sign, "good is plus" turns it on revenue, and on totals
    that are revenue less cost.
    """
    if sign_convention(scene) is not SignConvention.UNSIGNED:
        return []
    revenue, _ = revenue_and_cost(scene)
    totals = scene.rows_with(RowRole.SUBTOTAL, RowRole.TOTAL)
    return [{row.number for row in revenue}, *({row.number} for row in totals)]


def _candidate(target: str, pair: Pair, fits: Mapping[Pair, Fits], turning: list[set[int]]) -> Difference:
    plain, turned = fits[pair], fits[pair[::-1]]
    reversed_rows = frozenset(
        number
        for group in turning
        if sum(turned.get(number, False) for number in group)
        > sum(plain.get(number, False) for number in group)
        for number in group
    )
    hits = sum((turned if number in reversed_rows else plain)[number] for number in plain)
    return Difference(target, *pair, Basis.FIGURES, hits, len(plain), reversed_rows)


def _chosen(scene: Scene, relation: RelationKind, tied: Sequence[Difference]) -> Difference:
    if len(tied) == 1 and _telling_rows(scene, relation.target) >= TELLING_ROWS:
        return tied[0]
    named = [candidate for candidate in tied if _is_in_heading(candidate, scene)]
    if len(named) == 1:
        return replace(named[0], basis=Basis.HEADER)
    near = _nearest(scene, named or tied)
    if len(near) == 1:
        return replace(near[0], basis=Basis.NEAREST)
    order = {role: place for place, role in enumerate(relation.of)}
    first = min(near, key=lambda candidate: (order[candidate.minuend], order[candidate.subtrahend]))
    return replace(first, basis=Basis.KIND)


def _telling_rows(scene: Scene, target: str) -> int:
    return sum(bool(scene.figures[row.number, target].value) for row in scene.rows)


def _is_in_heading(candidate: Difference, scene: Scene) -> bool:
    """Whether the target's heading names both columns in this order ("Avv utfall - budget")."""
    heading = squash(scene.column(candidate.target).header)
    minuend, subtrahend = (
        heading.find(squash(scene.column(role).header)) for role in (candidate.minuend, candidate.subtrahend)
    )
    return 0 <= minuend < subtrahend


def _nearest(scene: Scene, candidates: Sequence[Difference]) -> list[Difference]:
    """Those whose farther column is nearest; a column to the right is farther than any to the left."""

    def distance(candidate: Difference) -> int:
        target = scene.column(candidate.target).column
        gaps = (target - scene.column(role).column for role in (candidate.minuend, candidate.subtrahend))
        return max(gap if gap > 0 else 1000 - gap for gap in gaps)

    least = min(map(distance, candidates))
    return [candidate for candidate in candidates if distance(candidate) == least]
