"""Amounts in the wrong unit or with the wrong sign, and amounts that stand inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import log

from syditval.model.cause import Mechanism

# By how much an amount is out when its unit is mistaken, or its decimal point has moved.
_FACTORS = {Mechanism.FACTOR_1000: (1000,), Mechanism.FACTOR_10: (10, 100)}
_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\s?\d[\d \N{NO-BREAK SPACE}]*(?:[.,]\d+)?")


def rescaled(written: int) -> Iterator[tuple[Mechanism, int, float]]:
    """What may have been meant by a whole number: mechanism, number, logarithm of its chance."""
    if not written:
        return
    yield Mechanism.SIGN, -written, 0.0
    for mechanism, factors in _FACTORS.items():
        for factor in factors:
            chance = -log(2 * len(factors))
            number = _rounded(written, factor)
            if number:
                yield mechanism, number, chance
            yield mechanism, written * factor, chance


def _rounded(number: int, factor: int) -> int:
    """A whole number over another, rounded half up, away from zero."""
    size = (2 * abs(number) + factor) // (2 * factor)
    return size if number > 0 else -size


def hinted(text: str) -> frozenset[Decimal]:
    """The amounts that a text names, such as 3000 in "ca 3 000"."""
    found = (match.group().replace("\N{MINUS SIGN}", "-") for match in _NUMBER.finditer(text))
    return frozenset(Decimal(re.sub(r"\s", "", number).replace(",", ".")) for number in found)
