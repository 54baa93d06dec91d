"""The axis of amounts: from nought to round figures above and below what is to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from syditval.messages.amounts import signed, written
from syditval.model.amounts import KRONOR, Unit

# From which amount on, in kr, figures are told in which unit: the first that is not too large for it.
UNITS = ((Decimal(10) ** 9, Unit.MKR), (Decimal(10) ** 5, Unit.TKR), (Decimal(0), Unit.KR))
# The steps that are round, within one power of ten, and how many of them an axis has at most.
ROUND = (1, 2, 5, 10)
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis with its ticks in kr, lowest first and nought among them, and the unit they are told in."""

    ticks: tuple[Decimal, ...]
    unit: Unit

    def share(self, amount: Decimal) -> Decimal:
        """How far up an amount stands, from 0 at the lowest tick to 1 at the highest."""
        low, high = self.ticks[0], self.ticks[-1]
        return (amount - low) / (high - low)

    def told(self, amount: Decimal, *, is_signed: bool = False) -> str:
        """An amount in the unit of the axis, to its whole units; a tick in full."""
        exact = amount / KRONOR[self.unit]
        shown = exact if amount in self.ticks else exact.quantize(Decimal(1)) + 0
        return signed(shown) if is_signed else written(shown)


def axis_of(amounts: Iterable[Decimal]) -> Axis:
    """The axis that some amounts in kr, above and below nought, fit on."""
    seen = [Decimal(0), *amounts]
    low, high = min(seen), max(seen)
    step = _step(high - low)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = max(first + 1, int((high / step).to_integral_value(ROUND_CEILING)))
    largest = max(high, -low)
    unit = next(unit for least, unit in UNITS if largest >= least)
    return Axis(tuple(step * number for number in range(first, last + 1)), unit)


def _step(span: Decimal) -> Decimal:
    """The smallest round step, of whole kronor, that goes few times enough into a span."""
    power = Decimal(1).scaleb(max(0, span.adjusted() - 1))
    steps = (power * each * tens for tens in (1, 10) for each in ROUND)
    return next(step for step in steps if step * MOST_STEPS >= span)
