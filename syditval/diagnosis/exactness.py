"""Whether the figures of a column were ever rounded: what sums that hold exactly say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import exp, log, pi, sqrt

from syditval.model.relation import FAILS, Form, Judgement, Verdict

_LINEAR = (Form.SUM, Form.DIFFERENCE)
# Surer than this nobody is that figures are exact.
_SUREST = 1e-6


def exactness(judgements: Sequence[Judgement]) -> dict[int, float]:
    """How far the sums and differences that hold speak for figures that were never rounded, by column.

    From 0 to 1. Rounded figures miss their sums by a unit or more now and then: a single miss says that
    they were rounded, and each sum of many figures that holds exactly, that they were not. A sum may
    miss, too, for an error that shows elsewhere. Live formulas always hold, a difference of nought is one of
    equal figures, and what is the same in another month was rounded alike: they say nothing.
    """
    chances: defaultdict[int, float] = defaultdict(float)
    rounded: set[int] = set()
    for each in judgements:
        if not _is_telling(each):
            continue
        columns = {figure.cell.column for figure in each.relation.figures}
        if each.verdict is Verdict.EXACT and each.relation.target.value:
            for column in columns:
                chances[column] += _chance(len(each.relation.figures))
        elif each.verdict is Verdict.ROUNDING and not _is_excused(each, judgements):
            rounded |= columns
    return {
        column: min(1 - _SUREST, 1 / (1 + exp(chance)))
        for column, chance in chances.items()
        if column not in rounded
    }


def _is_telling(judgement: Judgement) -> bool:
    relation = judgement.relation
    is_typed = not relation.formula_backed and all(figure.roundings == 1 for figure in relation.figures)
    return relation.form in _LINEAR and is_typed and not relation.is_across


def _is_excused(judgement: Judgement, judgements: Sequence[Judgement]) -> bool:
    """Whether a smaller relation that fails takes up one of its cells."""
    cells = judgement.relation.cells
    failing = (each.relation.cells for each in judgements if each.verdict in FAILS)
    return any(len(each) < len(cells) and not cells.isdisjoint(each) for each in failing)


def _chance(figures: int) -> float:
    """The logarithm of how often so many rounded figures leave nothing over."""
    return min(0.0, log(sqrt(12 / (2 * pi * figures))))
