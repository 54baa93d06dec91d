"""Comparisons with other workbooks: as witnesses of what is wrong in this one, and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from syditval.arithmetic import Policy, rounded
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import Values
from syditval.model.cells import CellRef
from syditval.model.relation import FAILS, Form, Judgement


def with_witnesses(judgements: Sequence[Judgement], policy: Policy) -> Sequence[Judgement]:
    """The judgements without those comparisons that fail for a reason which this workbook cannot tell.

    A figure that differs from that of another month may well have changed. It is wrong where the other
    month's figure mends what fails here and breaks nothing: then the comparison is heeded, like all that
    agree. Figures that moved so that they still go with each other were changed on purpose. Those of other
    workbooks are never in question themselves.
    """
    failing = [number for number, each in enumerate(judgements) if _is_open(each)]
    if not failing:
        return judgements
    left_out = set(failing)
    net = Net([each for number, each in enumerate(judgements) if number not in left_out], policy)
    values = _mending(net, dict(_told_values(judgements[number]) for number in failing))
    every = Net(judgements, policy)
    left_out -= {number for number in failing if values and every.rule(number).holds(values)}
    return [each for number, each in enumerate(judgements) if number not in left_out]


def _is_open(judgement: Judgement) -> bool:
    relation = judgement.relation
    return relation.is_across and relation.form is Form.SUM and judgement.verdict in FAILS


def _told_values(judgement: Judgement) -> tuple[CellRef, Decimal]:
    """What another workbook says that a cell should hold, written as finely as it is."""
    target, evidence = judgement.relation.target, judgement.evidence
    expected = evidence.expected if evidence else target.amount
    return target.cell, rounded(expected, target.step) if target.step else expected


def _mending(net: Net, values: Values) -> Values:
    """Of some values those that mend a relation that fails at their cell and break none, given each other."""
    while True:
        kept = {cell: value for cell, value in values.items() if _mends(net, cell, values)}
        if kept == values:
            return kept
        values = kept


def _mends(net: Net, cell: CellRef, values: Values) -> bool:
    holding = [rule for rule in net.rules_of(cell) if rule.holds({})]
    failing = [rule for rule in net.rules_of(cell) if not rule.holds({})]
    moved_alone = all(values.keys() & rule.cells == {cell} for rule in holding)
    return (
        moved_alone
        and all(rule.holds(values) for rule in holding)
        and any(rule.holds(values) for rule in failing)
    )
