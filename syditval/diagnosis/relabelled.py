"""Two wrong cells of one column that are one thing: an amount that stands on the wrong line."""

from __future__ import annotations

from math import log

from syditval.diagnosis.explanation import Explanation, Mend, Step
from syditval.diagnosis.net import Net
from syditval.diagnosis.slips import Slips
from syditval.model.cause import Mechanism

_PRIOR = 0.05
# A variance is posted on no line: it is reckoned on its own.
_PRIOR_COMPUTED = 0.0025


def relabelled(explanation: Explanation, net: Net, slips: Slips) -> Explanation:
    """The explanation, with two lines that are out by opposite amounts as one amount on the wrong line."""
    if len(explanation.steps) != 2:
        return explanation
    one, other = (step.mends[0] for step in explanation.steps)
    if one.cell.column != other.cell.column or slips.habits.totals & explanation.cells:
        return explanation
    total = net.value(one.cell) + net.value(other.cell)
    low = max(one.span[0], total - other.span[1])
    high = min(one.span[1], total - other.span[0])
    if low > high:
        return explanation
    value = min(max(one.value, low), high)
    mends = (
        Mend(one.cell, (low, high), value, low == high),
        Mend(other.cell, (total - high, total - low), total - value, low == high),
    )
    habit = slips.habits.of(one.cell)
    scale = habit.scale / float(net.grain(one.cell))
    prior = _PRIOR_COMPUTED if slips.is_computed(one.cell) else _PRIOR
    weight = log(prior) - log(habit.lines) - log(2 * scale + 1)
    weight += slips.fit({mend.cell: mend.value for mend in mends})
    return Explanation((Step(Mechanism.WRONG_LINE, mends, weight, weight),))
