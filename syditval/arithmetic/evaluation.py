"""A relation to its verdict, with the evidence.

The rule is XBRL Calculations 1.1 (a sum is consistent if the interval of the total and that of
its parts share a value), extended to ratios, with a second, tighter limit: what lies beyond 4.5
standard deviations of independent rounding is possible but not credible. At that limit no clean
rounded table of 10 to 300 lines, of several thousand generated ones, raised an alarm.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from syditval.arithmetic.balance import (
    allowed_by_terms,
    around,
    credible,
    deviation,
    divisor_of,
    half_widths,
    spread_of,
)
from syditval.arithmetic.bound import as_printed_alike, is_reached
from syditval.arithmetic.chance import chance_of_gap
from syditval.arithmetic.interval import Interval
from syditval.arithmetic.policy import NEAREST, Policy, RatioBasis, RoundingMode
from syditval.arithmetic.precision import rounded
from syditval.arithmetic.quotient import Quotient
from syditval.model.amounts import Figure, FigureState
from syditval.model.relation import OF_TWO, Evidence, Form, Judgement, Reason, Relation, Verdict

_REASONS = {
    FigureState.UNREADABLE: Reason.UNREADABLE,
    FigureState.OTHER_UNIT: Reason.OTHER_UNIT,
    FigureState.ERROR_VALUE: Reason.ERROR_VALUE,
    FigureState.NOT_CALCULATED: Reason.NOT_CALCULATED,
}


def evaluate(relation: Relation, policy: Policy = NEAREST) -> Judgement:
    """The verdict on a relation, on the stored figures first.

    Where those fail and the figures as displayed do not, the evidence says so. Nothing is ever
    checked against a figure that could not be read: that is not checked, with the reason.
    """
    reason = _hindrance(relation)
    if reason is not None:
        return Judgement(relation, Verdict.NOT_CHECKED, reason=reason)
    judged = _judge(relation, policy)
    if judged.verdict is Verdict.INCONSISTENT and judged.evidence and _is_shown_coarser(relation):
        as_shown = _judge(_as_shown(relation), policy).verdict
        if as_shown is not Verdict.INCONSISTENT:
            return replace(judged, evidence=replace(judged.evidence, shown=as_shown))
    return judged


def _hindrance(relation: Relation) -> Reason | None:
    for figure in relation.figures:
        if not figure.readable:
            return _REASONS[figure.state]
    if relation.on_total and relation.target.state is FigureState.BLANK:
        return Reason.NO_TOTAL_GIVEN
    # A sum needs its total and at least one part; a difference may be of nothing but blanks. What stands
    # where nothing stood before has changed.
    is_sum = relation.form in (Form.SUM, Form.AVERAGE) and not relation.is_across
    needed = relation.figures[1:] if is_sum else relation.figures
    if all(figure.state is FigureState.BLANK for figure in needed):
        return Reason.NO_FIGURES
    if relation.form in OF_TWO:
        part, whole = (around(term.figure, NEAREST.mode) for term in relation.terms)
        below = Quotient.of(relation).below(part, whole)
        if below.low <= 0 <= below.high:
            return Reason.ZERO_DENOMINATOR
    return None


def _judge(relation: Relation, policy: Policy) -> Judgement:
    if relation.form in OF_TWO:
        return _judge_ratio(relation, policy)
    judged = _judge_sum(as_printed_alike(relation), policy)
    if relation.form is Form.AT_LEAST and judged.evidence and is_reached(relation):
        return Judgement(
            relation, Verdict.EXACT, replace(judged.evidence, difference=Decimal(0), chance=None)
        )
    return replace(judged, relation=relation)


def _judge_sum(relation: Relation, policy: Policy) -> Judgement:
    """The target against the weighted sum of its terms, or against their average.

    What falls short of its least is as far from that as from what it would have to equal.
    """
    target, number = relation.target, divisor_of(relation)
    total = sum((term.weight * term.figure.amount for term in relation.terms), Decimal(0))
    allowed, spread = allowed_by_terms(relation, policy.mode), spread_of(relation)
    expected = total / number
    evidence = _evidence(relation, policy, expected, allowed, spread)
    exact = target.amount == (rounded(expected, target.step) if number > 1 and target.step else expected)
    verdict = _verdict(evidence, target, allowed, policy, exact=exact)
    if verdict is Verdict.ROUNDING and policy.mode is RoundingMode.NEAREST and number == 1:
        evidence = replace(evidence, chance=_chance(relation, evidence.difference))
    return Judgement(relation, verdict, evidence)


def _judge_ratio(relation: Relation, policy: Policy) -> Judgement:
    """The target against the first term over the second, or by how much that differs from one."""
    target, (part, whole) = relation.target, (term.figure for term in relation.terms)
    quotient = Quotient.of(relation)
    scale, below = quotient.scale, whole.amount - quotient.without * part.amount
    expected = scale * part.amount / below - quotient.offset
    if policy.ratio_basis is RatioBasis.SHOWN:
        part, whole = replace(part, step=Decimal(0)), replace(whole, step=Decimal(0))
    above, under = (around(figure, policy.mode) for figure in (part, whole))
    allowed = quotient.targets(above, under)
    spread = deviation(
        (
            *half_widths(target),
            *(scale * width / below for width in half_widths(part)),
            *(scale * part.amount * width / below**2 for width in half_widths(whole)),
        )
    )
    evidence = _evidence(relation, policy, expected, allowed, spread)
    exact = target.amount == (rounded(expected, target.step) if target.step else expected)
    return Judgement(relation, _verdict(evidence, target, allowed, policy, exact=exact), evidence)


def _evidence(
    relation: Relation, policy: Policy, expected: Decimal, allowed: Interval, spread: Decimal
) -> Evidence:
    target = relation.target
    bound = allowed.half_width + around(target, policy.mode).half_width
    return Evidence(
        expected=_readable(expected, target.step),
        low=allowed.low,
        high=allowed.high,
        found=target.amount,
        difference=_readable(target.amount - expected, target.step),
        bound=_readable(bound, target.step),
        credible=credible(bound, spread),
        terms=len(relation.terms),
    )


def _readable(amount: Decimal, step: Decimal) -> Decimal:
    """A computed amount cut to three places beyond those of its target, which a quotient may exceed."""
    finest = (step or Decimal(1)).scaleb(-3)
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= finest.adjusted():
        return amount
    return rounded(amount, finest).normalize() + 0


def _verdict(
    evidence: Evidence, target: Figure, allowed: Interval, policy: Policy, *, exact: bool
) -> Verdict:
    if exact:
        return Verdict.EXACT
    printed = around(target, policy.mode)
    if not printed.meets(allowed):
        return Verdict.INCONSISTENT
    # Truncated figures lie off the middle of their intervals; under rounding to the nearest the
    # middles are the printed figures themselves. A quotient's interval is lopsided by nature.
    if abs(printed.middle - allowed.middle) > evidence.credible:
        return Verdict.IMPLAUSIBLE
    return Verdict.ROUNDING


def _chance(relation: Relation, difference: Decimal) -> Decimal | None:
    """The chance of the gap, where all figures are written to one and the same step."""
    steps = {figure.step for figure in relation.figures}
    are_typed = all(figure.roundings == 1 for figure in relation.figures)
    if len(steps) != 1 or not (step := steps.pop()) or not are_typed:
        return None
    return chance_of_gap(int(abs(difference) / step), len(relation.terms))


def _is_shown_coarser(relation: Relation) -> bool:
    return any(figure.shown is not None for figure in relation.figures)


def _as_shown(relation: Relation) -> Relation:
    return relation.mapped(_figure_as_shown)


def _figure_as_shown(figure: Figure) -> Figure:
    if figure.shown is None or figure.shown_step is None:
        return figure
    return replace(figure, value=figure.shown, step=figure.shown_step)
