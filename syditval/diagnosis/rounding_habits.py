"""Tables that were rounded in another way than the verdicts assume: a habit, and no error of any cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from math import log, sqrt

from syditval.arithmetic import RoundingMode
from syditval.arithmetic.balance import CREDIBLE_DEVIATIONS
from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.joint import Joint, is_failing_elsewhere, settled, step_of
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import LinearRule, log_mass
from syditval.diagnosis.slips import Slips
from syditval.model.amounts import FigureState
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef

# From here on figures count as never rounded.
_EXACT = 0.95
_PRIORS = {Mechanism.CUT_OFF: 0.05, Mechanism.ROUNDED_THEN_SUMMED: 0.3}


def rounding_habits(net: Net, slips: Slips) -> Iterator[Joint]:
    """Figures that were cut off instead of rounded, and totals that were added up from rounded figures."""
    if net.failing and net.policy.mode is RoundingMode.NEAREST:
        yield from _cut_off(net, slips)
    yield from _rounded_then_summed(net)


def _cut_off(net: Net, slips: Slips) -> Iterator[Joint]:
    """Columns of which all lines, or all figures, lie half a step nearer to zero than rounded ones do.

    Every relation of theirs then holds with that half step given back.
    """
    columns: defaultdict[int, dict[CellRef, Decimal]] = defaultdict(dict)
    for cell, figure in net.figures.items():
        may_be = figure.state is FigureState.AMOUNT and net.exactness.get(cell.column, 0.0) < _EXACT
        if may_be and figure.amount and cell not in net.live:
            half = figure.step / 2
            columns[cell.column][cell] = figure.amount + (half if figure.amount > 0 else -half)
    every = {cell: value for values in columns.values() for cell, value in values.items()}
    for values in (*columns.values(), every):
        lines = {cell: value for cell, value in values.items() if cell not in slips.habits.totals}
        fits = {settles: slips.fit(moved) for moved in (lines, values) if (settles := settled(net, moved))}
        for settles, fit in fits.items():
            yield _habit(net, Mechanism.CUT_OFF, settles, log(_PRIORS[Mechanism.CUT_OFF]) + fit)


def _rounded_then_summed(net: Net) -> Iterator[Joint]:
    """Relations between totals that fail by no more than the roundings of all their lines bring about.

    Each total is exactly the sum of its rounded lines, which are sound themselves.
    """
    exact = {
        rule.target: rule
        for columns in net.footings.values()
        for rule in columns.values()
        if not rule.balance.residual
    }
    settles = set()
    weight = log(_PRIORS[Mechanism.ROUNDED_THEN_SUMMED])
    for rule in net.failing:
        if isinstance(rule, LinearRule) and rule.target in exact and set(rule.cells) <= exact.keys():
            roundings = sum(len(exact[cell].cells) - 1 for cell in rule.cells)
            spread = float(rule.grain) * sqrt(roundings / 12)
            if abs(float(rule.balance.residual)) <= float(CREDIBLE_DEVIATIONS) * spread:
                settles.add(rule.index)
                weight += log_mass(float(rule.balance.residual), spread, float(rule.grain))
    lines = {cell for rule in exact.values() for cell in rule.cells} - exact.keys()
    if settles and not is_failing_elsewhere(net, settles, lines):
        yield _habit(net, Mechanism.ROUNDED_THEN_SUMMED, frozenset(settles), weight)


def _habit(net: Net, mechanism: Mechanism, settles: frozenset[int], weight: float) -> Joint:
    """No cell is wrong: those in which the failing relations were found keep what they hold."""
    targets = [net.judgements[number].relation.target.cell for number in settles]
    step = step_of(mechanism, {target: net.value(target) for target in targets}, weight)
    return Joint(Explanation((step,)), settles)
