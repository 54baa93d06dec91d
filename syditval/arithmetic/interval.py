"""Intervals of true values behind printed figures, with ends that are included or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from syditval.arithmetic.policy import RoundingMode


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``; each end is included unless it is open."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @property
    def middle(self) -> Decimal:
        """The value halfway between the ends."""
        return (self.low + self.high) / 2

    @property
    def half_width(self) -> Decimal:
        """Half the distance between the ends."""
        return (self.high - self.low) / 2

    def weighted(self, weight: int) -> Interval:
        """Every value times a weight; a negative weight swaps the ends."""
        if weight < 0:
            return Interval(self.high * weight, self.low * weight, self.high_open, self.low_open)
        return Interval(self.low * weight, self.high * weight, self.low_open, self.high_open)

    def divided(self, number: int) -> Interval:
        """Every value divided by a number above 0."""
        if number == 1:
            return self
        return Interval(self.low / number, self.high / number, self.low_open, self.high_open)

    def meets(self, other: Interval) -> bool:
        """Whether the two share a value; touching in one point counts only if both include it."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self._includes(low) and other._includes(low))

    def _includes(self, value: Decimal) -> bool:
        above = self.low < value or (self.low == value and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below


def behind(value: Decimal, step: Decimal, mode: RoundingMode) -> Interval:
    """The true values that are printed as ``value`` when written to a last place of ``step``.

    Nearest: half a step either way, both ends included, so that half-up against half-even never
    matters. Truncation: a whole step away from zero, that end open. Source: XBRL Calculations 1.1.
    """
    if mode is RoundingMode.NEAREST:
        return Interval(value - step / 2, value + step / 2)
    if step == 0:
        return Interval(value, value)
    if value > 0:
        return Interval(value, value + step, high_open=True)
    if value < 0:
        return Interval(value - step, value, low_open=True)
    return Interval(-step, step, low_open=True, high_open=True)


def total_of(intervals: Iterable[Interval]) -> Interval:
    """The interval of a sum; an end is included only if every added end is."""
    parts = list(intervals)
    return Interval(
        sum((part.low for part in parts), Decimal(0)),
        sum((part.high for part in parts), Decimal(0)),
        any(part.low_open for part in parts),
        any(part.high_open for part in parts),
    )
