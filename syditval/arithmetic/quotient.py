"""Ratios and changes: any one of the three figures from the other two, as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from syditval.arithmetic.interval import Interval
from syditval.model.relation import Form, Relation

PER_CENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Quotient:
    """target = scale * part / (whole - without * part) - offset.

    ``scale`` is 100 for per cent, else 1; ``offset`` is the scale for a relative change, else 0;
    ``without`` is 1 for growth, where the part is taken from the whole first, else 0.
    """

    scale: Decimal
    offset: Decimal
    without: int

    @classmethod
    def of(cls, relation: Relation) -> Quotient:
        """The quotient that a ratio, a relative change or a growth is."""
        scale = PER_CENT if relation.per_cent else Decimal(1)
        offset = scale if relation.form is Form.RELATIVE_CHANGE else Decimal(0)
        return cls(scale, offset, int(relation.form is Form.GROWTH))

    def below(self, part: Interval, whole: Interval) -> Interval:
        """What is divided by."""
        taken = part.weighted(-self.without)
        return Interval(whole.low + taken.low, whole.high + taken.high)

    def targets(self, part: Interval, whole: Interval) -> Interval:
        """Every target that is attainable; the ends are among the four end quotients.

        What is divided by must not touch 0: else ZeroDivisionError, or ends without a meaning.
        """
        corners = [
            self.scale * a / (b - self.without * a) - self.offset
            for a in (part.low, part.high)
            for b in (whole.low, whole.high)
        ]
        is_open = part.low_open or part.high_open or whole.low_open or whole.high_open
        return Interval(min(corners), max(corners), is_open, is_open)

    def parts(self, target: Interval, whole: Interval) -> Interval | None:
        """Every first term that gives such a target; None where any may."""
        shares = self._shares(target)
        if any(1 + self.without * share <= 0 for share in shares):
            return None
        return _hull(
            [share * b / (1 + self.without * share) for share in shares for b in (whole.low, whole.high)]
        )

    def wholes(self, target: Interval, part: Interval) -> Interval | None:
        """Every second term that gives such a target; None where any may: the target may be nought."""
        shares = self._shares(target)
        if shares[0] <= 0 <= shares[1]:
            return None
        return _hull([a / share + self.without * a for share in shares for a in (part.low, part.high)])

    def _shares(self, target: Interval) -> tuple[Decimal, Decimal]:
        """The quotients proper that a target stands for."""
        low, high = ((end + self.offset) / self.scale for end in (target.low, target.high))
        return low, high


def _hull(values: list[Decimal]) -> Interval:
    return Interval(min(values), max(values))
