"""An amount that differences are held against: from there on they matter, or are no longer accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from syditval.model.amounts import KRONOR

PER_CENT = "%"

_WRITTEN = re.compile(
    rf"(?P<amount>[0-9]{{1,3}}(?:[ \u00a0\u202f][0-9]{{3}})+|[0-9]+)(?P<decimals>[.,][0-9]+)?"
    rf"[ \u00a0\u202f]*(?P<unit>{'|'.join(KRONOR)}|{PER_CENT})?"
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """An amount, never negative, in kr, tkr, mkr, mdkr or per cent.

    Without a unit it is meant in the unit of whatever is held against it.
    """

    amount: Decimal
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Threshold:
        """The threshold that a text states, such as ``100 tkr``, ``1,5 mkr``, ``0.4 %`` or ``12``.

        Raises ValueError for any other text.
        """
        found = _WRITTEN.fullmatch(text.strip().lower())
        if found is None:
            raise ValueError(f"{text!r} is no amount")
        digits = re.sub(r"\D", "", found["amount"]) + (found["decimals"] or "").replace(",", ".")
        return cls(Decimal(digits), found["unit"] or "")

    def __str__(self) -> str:
        """The threshold as ``parse`` reads it: ``100 tkr``."""
        return f"{self.amount:f} {self.unit}".strip()

    def within(self, unit: str) -> Decimal | None:
        """The amount in another unit; None where the two are not of one kind, as tkr and per cent."""
        if self.unit in ("", unit):
            return self.amount
        if unit not in KRONOR or self.unit not in KRONOR:
            return None
        return self.amount * KRONOR[self.unit] / KRONOR[unit]
