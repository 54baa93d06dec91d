"""Live formulas: cells that follow others, and are wrong only where these are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from syditval.model.cells import CellRef
from syditval.model.relation import FAILS, Form, Judgement, Term

_LINEAR = (Form.SUM, Form.DIFFERENCE)


def live_formulas(judgements: Sequence[Judgement]) -> dict[CellRef, tuple[Term, ...]]:
    """The terms of each live formula that does not disagree with its cells."""
    live: dict[CellRef, tuple[Term, ...]] = {}
    for each in judgements:
        relation = each.relation
        if relation.formula_backed and each.verdict not in FAILS and relation.form in _LINEAR:
            live[relation.target.cell] = relation.terms
    # A chain of formulas that comes back to itself would never end.
    return {cell: terms for cell, terms in live.items() if not _comes_back(cell, live)}


def _comes_back(cell: CellRef, live: Mapping[CellRef, tuple[Term, ...]]) -> bool:
    seen: set[CellRef] = set()
    waiting = [cell]
    while waiting:
        for term in live.get(waiting.pop(), ()):
            if term.figure.cell == cell:
                return True
            if term.figure.cell not in seen and term.figure.cell in live:
                seen.add(term.figure.cell)
                waiting.append(term.figure.cell)
    return False
