"""What is said of two figures where one is to be the other, or no less than it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from syditval.model.relation import Form, Relation

_EXACT = Decimal(0)


def reaches(found: Decimal, least: Decimal) -> bool:
    """Whether an amount is on the same side of zero as another and no nearer to it. Anything reaches zero."""
    if least == 0:
        return True
    return found >= least if least > 0 else found <= least


def is_reached(relation: Relation) -> bool:
    """Whether the target of a relation of the form "at least" reaches its one term."""
    (term,) = relation.terms
    return reaches(relation.target.amount, term.weight * term.figure.amount)


def as_printed_alike(relation: Relation) -> Relation:
    """The relation of two figures with both taken as exact where rounding cannot set them apart.

    Rounding keeps the order of amounts: what is the same amount in truth, or no less than another, is so
    in print too, once both are written to one step. Other relations are given back as they are.
    """
    if relation.form is not Form.AT_LEAST and not (relation.form is Form.SUM and relation.is_across):
        return relation
    written = {(figure.step, figure.roundings) for figure in relation.figures}
    if len(written) > 1 or any(figure.roundings > 1 for figure in relation.figures):
        return relation
    return relation.mapped(lambda figure: replace(figure, step=_EXACT))
