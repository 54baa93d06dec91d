"""How many rounded figures stand behind each live formula: its result is no rounded figure itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from syditval.model.amounts import Figure
from syditval.model.cells import CellRef
from syditval.model.relation import Form, Relation

_LINEAR = (Form.SUM, Form.DIFFERENCE)


def with_roundings(stated: Mapping[str, Sequence[Relation]]) -> dict[str, list[Relation]]:
    """The relations, by their rules, with every live figure as what it adds up.

    A total that a formula adds up from rounded lines lies as far from the true total as all of these
    together. The relation of the formula itself compares figures as they stand, and stays as it is.
    """
    every = [relation for relations in stated.values() for relation in relations]
    live = {each.target.cell: each for each in every if each.formula_backed and each.form in _LINEAR}
    roundings: dict[CellRef, int] = {}
    for cell in live:
        _count(cell, live, roundings)
    return {
        rule: [each if each.formula_backed else _changed(each, roundings) for each in relations]
        for rule, relations in stated.items()
    }


def _count(cell: CellRef, live: Mapping[CellRef, Relation], roundings: dict[CellRef, int]) -> int:
    """How many typed figures stand behind a cell; formulas that come back to themselves count once."""
    if cell not in live:
        return 1
    if cell not in roundings:
        roundings[cell] = 1
        terms = [term.figure.cell for term in live[cell].terms]
        roundings[cell] = sum(_count(each, live, roundings) for each in terms)
    return roundings[cell]


def _changed(relation: Relation, roundings: dict[CellRef, int]) -> Relation:
    if roundings.keys().isdisjoint(relation.cells):
        return relation

    def changed(figure: Figure) -> Figure:
        return replace(figure, roundings=roundings.get(figure.cell, 1))

    return relation.mapped(changed)
