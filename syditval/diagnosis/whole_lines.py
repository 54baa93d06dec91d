"""Whole lines that the totals leave out or count twice, that stand twice, or that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import log

from syditval.diagnosis.explanation import Explanation
from syditval.diagnosis.joint import Joint, is_failing_elsewhere, settled, step_of
from syditval.diagnosis.net import Net
from syditval.diagnosis.rule import LinearRule, QuotientRule, Values, log_mass
from syditval.diagnosis.singles import cut
from syditval.diagnosis.slips import Slips
from syditval.model.cause import Mechanism
from syditval.model.cells import CellRef
from syditval.model.table import Table

Footings = Mapping[int, LinearRule]

_PRIORS = {
    Mechanism.WHOLE_LINE_OMITTED: 0.08 * 0.3,
    Mechanism.WHOLE_LINE_DOUBLED: 0.08 * 0.3,
    Mechanism.WHOLE_LINE_REPEATED: 0.08 * 20,
    Mechanism.WHOLE_LINE_MISSING: 0.04,
}
# One column that leaves out a line is a matter of its total alone.
_FEWEST_COLUMNS = 2


def whole_lines(net: Net, slips: Slips, table: Table) -> Iterator[Joint]:
    """Every whole line that explains why several totals of one row fail together."""
    for footings in net.footings.values():
        if sum(not rule.holds({}) for rule in footings.values()) >= _FEWEST_COLUMNS:
            yield from _miscounted(net, slips, table, footings)
            yield from _missing(net, slips, footings)


def _miscounted(net: Net, slips: Slips, table: Table, footings: Footings) -> Iterator[Joint]:
    """Lines that every total of a row leaves out or has twice, or that stand twice themselves."""
    rows = sorted({cell.row for rule in footings.values() for cell in rule.cells if cell != rule.target})
    for row in rows:
        for times, mechanism in ((-1, Mechanism.WHOLE_LINE_OMITTED), (1, Mechanism.WHOLE_LINE_DOUBLED)):
            shares = _shares(net, footings, row, times)
            values = {total: net.value(total) - share for total, share in shares.items() if share}
            values |= _percentages(net, values)
            settles = settled(net, values) if values else None
            if not settles:
                continue
            weight = slips.fit(values) - log(len(rows))
            line = [replace(total, row=row) for total in shares]
            above = _twin(net, table, row, line) if times < 0 else None
            if above is None:
                yield _joint(mechanism, values, settles, weight, line)
            else:
                again = {cell: Decimal(0) for cell in line if net.value(cell)}
                yield _joint(Mechanism.WHOLE_LINE_REPEATED, again, settles, weight, above)


def _shares(net: Net, footings: Footings, row: int, times: int) -> dict[CellRef, Decimal]:
    """What a line adds to each total so many times, where that is what every one is out by; else nothing."""
    shares = {}
    for rule in footings.values():
        cell = replace(rule.target, row=row)
        weight = rule.weights.get(cell)
        share = -times * weight * net.value(cell) if weight else Decimal(0)
        if not rule.balance.allows(rule.balance.residual - share):
            return {}
        shares[rule.target] = share
    return shares


def _percentages(net: Net, values: Values) -> Values:
    """The percentages that were reckoned from wrong totals, and what they are of the right ones."""
    spans = {cell: (value, value) for cell, value in values.items()}
    found = {}
    for number in sorted({number for total in values for number in net.numbers_of(total)}):
        rule, target = net.rule(number), net.judgements[number].relation.target.cell
        if isinstance(rule, QuotientRule) and target in rule.cells and not rule.holds(values):
            span = cut(rule.room(target, spans), net.grain(target))
            if span is not None:
                low, high = span
                found[target] = low + (high - low) // (2 * net.grain(target)) * net.grain(target)
    return found


def _twin(net: Net, table: Table, row: int, line: Sequence[CellRef]) -> list[CellRef] | None:
    """The cells of a row above with the same label and the same figures."""
    labels = {each.number: each.label for each in table.rows}
    for other, label in labels.items():
        if other < row and label == labels.get(row) and label.strip():
            copies = [replace(cell, row=other) for cell in line]
            pairs = zip(copies, line, strict=True)
            if all(copy in net.figures and net.value(copy) == net.value(cell) for copy, cell in pairs):
                return copies
    return None


def _missing(net: Net, slips: Slips, footings: Footings) -> Iterator[Joint]:
    """A line that no row of the table holds although the totals have it.

    Every relation of the lines and along the row of totals holds, and one of these ties two totals that
    fail: what they have too much agrees with itself, as the figures of a line do.
    """
    failing = {rule.index for rule in net.failing}
    out = {rule.target: rule for rule in footings.values() if rule.index in failing}
    own = {rule.index for rule in footings.values()}
    along = {number for total in out for number in net.numbers_of(total)} - own
    ties = (sum(total in net.rule(number).cells for total in out) for number in along)
    cells = {cell for rule in out.values() for cell in rule.cells}
    if not any(tied > 1 for tied in ties) or is_failing_elsewhere(net, own, cells):
        return
    weight = 0.0
    for total, rule in out.items():
        weight += log_mass(0.0, float(rule.balance.spread), float(rule.grain))
        weight -= log(2 * slips.habits.of(total).scale / float(rule.grain) + 1)
    lines_alone = {total: net.value(total) - rule.balance.residual for total, rule in out.items()}
    settles = frozenset(rule.index for rule in out.values())
    yield _joint(Mechanism.WHOLE_LINE_MISSING, lines_alone, settles, weight)


def _joint(
    mechanism: Mechanism,
    values: Values,
    settles: frozenset[int],
    weight: float,
    witnesses: Sequence[CellRef] = (),
) -> Joint:
    step = step_of(mechanism, values, log(_PRIORS[mechanism]) + weight, witnesses)
    return Joint(Explanation((step,)), settles)
