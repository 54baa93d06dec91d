"""What evaluating a formula gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from syditval.formulas.tree import Why

# Spreadsheet programs reckon with doubles, of which they take 15 digits to mean something.
DIGITS = 15
RECKONING = Context(prec=50)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as reckoned exactly. ``size`` is that of the largest amounts on the way to it.

    Where much was added and taken away again, what doubles leave behind is as large as ``size`` makes it.
    """

    value: Decimal
    size: Decimal

    @classmethod
    def of(cls, value: Decimal) -> Amount:
        """A number that was not reckoned."""
        return cls(value, abs(value))

    @property
    def settled(self) -> Decimal:
        """The value without the digits that doubles of this size do not hold."""
        if not self.size:
            return self.value
        return self.value.quantize(Decimal(1).scaleb(self.size.adjusted() - DIGITS + 1), context=RECKONING)


@dataclass(frozen=True, slots=True)
class Failure:
    """An error value, such as ``#DIV/0!``."""

    name: str


# None is what a blank cell gives.
Value = Amount | Failure | str | bool | None


class NotEvaluated(Exception):
    """A formula that cannot be evaluated here, with the reason and what it concerns."""

    def __init__(self, why: Why, about: str = "") -> None:
        super().__init__(why, about)
        self.why = why
        self.about = about
