"""Cells that hold no amount where one is needed: what they should hold, as far as a relation tells."""

from __future__ import annotations

from collections.abc import Iterator

from syditval.diagnosis.net import Net
from syditval.diagnosis.problem import Problem
from syditval.diagnosis.rule import Values
from syditval.diagnosis.singles import Singles
from syditval.model.amounts import FigureState


def unread_amounts(net: Net, singles: Singles, mended: Values) -> Iterator[Problem]:
    """A problem for each open cell that a relation tells the amount of, other cells mended so.

    Its rules are those that were judged to fail although a live sum of theirs lacks the amount; mostly
    there are none, as nothing was checked for want of it.
    """
    others = {cell: (value, value) for cell, value in mended.items()}
    for cell in sorted(net.open_cells - mended.keys()):
        # A formula that was never calculated is right once it is.
        if net.figures[cell].state is FigureState.NOT_CALCULATED:
            continue
        span = singles.span(cell, others)
        found = singles.at(cell, span, mended) if span else None
        if found:
            yield Problem(tuple(rule for rule in net.found_failing if cell in rule.cells), (found,))
