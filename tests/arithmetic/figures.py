"""Figures and relations written as short texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import Form, Relation, Term

CELL = CellRef("Drift", 1, 1)

# What a figure without a value looks like in a text.
STATES = {
    "": FigureState.BLANK,
    "-": FigureState.NIL,
    "ca 400": FigureState.UNREADABLE,
    "12 mkr": FigureState.OTHER_UNIT,
    "#REF!": FigureState.ERROR_VALUE,
    "=A1": FigureState.NOT_CALCULATED,
}


def figure(written: str | int, step: str = "1") -> Figure:
    """``1652`` in whole units, ``13.9`` with a step of 0.1; see STATES for figures without a value."""
    text = str(written)
    state = STATES.get(text, FigureState.AMOUNT)
    value = Decimal(text) if state is FigureState.AMOUNT else None
    return Figure(CELL, state, value, Decimal(step), text)


def total(target: str | int, *parts: str | int, step: str = "1") -> Relation:
    """``target`` should be the sum of ``parts``."""
    terms = tuple(Term(1, figure(part, step)) for part in parts)
    return Relation("F101", Form.SUM, "budget", figure(target, step), terms)


def difference(target: str | int, minuend: str | int, subtrahend: str | int, step: str = "1") -> Relation:
    """``target`` should be ``minuend - subtrahend``."""
    figures: Sequence[Figure] = [figure(written, step) for written in (target, minuend, subtrahend)]
    return Relation.difference("V101", "budget", *figures)


def percentage(target: str, part: str | int, whole: str | int, step: str = "1") -> Relation:
    """``target``, written with one decimal, should be ``part`` in per cent of ``whole``."""
    return Relation.ratio(
        "V103", "investment", figure(target, "0.1"), figure(part, step), figure(whole, step)
    )


def average(target: str, *parts: str | int, step: str = "1") -> Relation:
    """``target``, written with one decimal, should be the average of ``parts``."""
    return replace(total(0, *parts, step=step), form=Form.AVERAGE, target=figure(target, "0.1"))


def quotient(form: Form, target: str, part: str | int, whole: str | int) -> Relation:
    """``target`` should be a plain quotient of whole units, written with two decimals."""
    ratio = Relation.ratio("F103", "region", figure(target, "0.01"), figure(part), figure(whole))
    return replace(ratio, form=form, per_cent=False)


def percent(form: Form, target: str, part: str | int, whole: str | int) -> Relation:
    """``target``, written with one decimal, should be a quotient of whole units in per cent."""
    return replace(percentage(target, part, whole), form=form)
