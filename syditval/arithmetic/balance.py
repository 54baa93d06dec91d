"""What a relation leaves over, and how much of that rounding can credibly explain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from syditval.arithmetic.bound import as_printed_alike
from syditval.arithmetic.interval import Interval, behind, total_of
from syditval.arithmetic.policy import Policy, RoundingMode
from syditval.model.amounts import Figure, FigureState
from syditval.model.relation import Form, Relation

# What lies beyond so many standard deviations of independent rounding is possible but not credible: no
# clean rounded table of 10 to 300 lines, of several thousand generated ones, raised an alarm at it.
CREDIBLE_DEVIATIONS = Decimal("4.5")


@dataclass(frozen=True, slots=True)
class Balance:
    """The residual of a relation (found - expected), and which residuals rounding can explain credibly.

    They lie from ``low`` to ``high``; the likeliest is ``middle``, and ``spread`` is the standard
    deviation of independent rounding errors around it.
    """

    residual: Decimal
    low: Decimal
    high: Decimal
    middle: Decimal
    spread: Decimal

    def allows(self, residual: Decimal) -> bool:
        """Whether rounding can credibly explain a residual."""
        return self.low <= residual <= self.high

    def scaled(self, number: int) -> Balance:
        """The balance of a relation that has been multiplied by a number above 0."""
        ends = (self.residual, self.low, self.high, self.middle, self.spread)
        return self if number == 1 else Balance(*(number * end for end in ends))


def balance_of(relation: Relation, policy: Policy) -> Balance:
    """The balance of a sum, a difference or an average.

    Truncated figures lie off the middle of their intervals, whose ends are open: there the last grain
    that the bound allows is none. A residual of nought is explained by any way of rounding. Raises
    ValueError where a figure holds no readable amount.
    """
    relation = as_printed_alike(relation)
    allowed, printed = allowed_by_terms(relation, policy.mode), around(relation.target, policy.mode)
    spread = spread_of(relation)
    bound = allowed.half_width + printed.half_width
    if allowed.low_open or allowed.high_open or printed.low_open or printed.high_open:
        bound -= min(figure.step for figure in relation.figures if figure.step) / 2
    reach = credible(bound, spread)
    expected = sum((term.weight * term.figure.amount for term in relation.terms), Decimal(0))
    residual = relation.target.amount - expected / divisor_of(relation)
    middle = residual - (printed.middle - allowed.middle)
    nought = Decimal(0)
    return Balance(residual, min(middle - reach, nought), max(middle + reach, nought), middle, spread)


def divisor_of(relation: Relation) -> int:
    """What the sum of the terms is divided by: for an average, the number of those that hold something."""
    if relation.form is not Form.AVERAGE:
        return 1
    return sum(term.figure.state is not FigureState.BLANK for term in relation.terms)


def allowed_by_terms(relation: Relation, mode: RoundingMode) -> Interval:
    """All values of the target that the terms of a sum, a difference or an average allow."""
    parts = (around(term.figure, mode).weighted(term.weight) for term in relation.terms)
    return total_of(parts).divided(divisor_of(relation))


def around(figure: Figure, mode: RoundingMode) -> Interval:
    """The true values behind a figure, or behind all those that a live formula adds up to it."""
    return behind(figure.amount, figure.step * figure.roundings, mode)


def spread_of(relation: Relation) -> Decimal:
    """The standard deviation of what rounding leaves over in a sum, a difference or an average."""
    number = divisor_of(relation)
    terms = (term.figure for term in relation.terms)
    return deviation(
        [*half_widths(relation.target), *(width / number for term in terms for width in half_widths(term))]
    )


def half_widths(figure: Figure) -> list[Decimal]:
    """The half-widths of all roundings that stand behind a figure."""
    return [figure.step / 2] * figure.roundings


def deviation(half_widths: Iterable[Decimal]) -> Decimal:
    """The standard deviation of a sum of independent even errors with these half-widths."""
    return (sum((width * width for width in half_widths), Decimal(0)) / 3).sqrt()


def credible(bound: Decimal, spread: Decimal) -> Decimal:
    """The most that rounding explains credibly, where it explains no more than ``bound`` at all."""
    return min(bound, CREDIBLE_DEVIATIONS * spread)
