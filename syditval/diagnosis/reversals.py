"""A difference that runs in the opposite direction on several lines of its column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log

from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.joint import Joint, settled, step_of
from syditval.diagnosis.net import Net
from syditval.diagnosis.slips import Slips
from syditval.model.cause import Mechanism
from syditval.model.relation import Form

_PRIOR = 0.05
# On one line alone it is a lost sign.
_FEWEST_LINES = 2


def reversals(net: Net, slips: Slips) -> Iterator[Joint]:
    """For each column of differences, all lines on which just the sign is wrong, as one thing."""
    columns = defaultdict(list)
    for rule in net.failing:
        relation = net.judgements[rule.index].relation
        target = relation.target.cell
        is_difference = relation.form is Form.DIFFERENCE and not relation.is_down
        if is_difference and rule.holds({target: -net.value(target)}):
            columns[target.column].append(target)
    for targets in columns.values():
        values = {target: -net.value(target) for target in targets}
        if len(values) >= _FEWEST_LINES and (settles := settled(net, values)):
            weight = log(_PRIOR) + slips.fit(values)
            yield Joint(Explanation((step_of(Mechanism.REVERSED, values, weight),)), settles)
