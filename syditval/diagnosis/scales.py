"""Amounts in the wrong unit or with the wrong sign, and amounts that stand inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import log

from syditval.model.cause import Mechanism

# By how much an amount is out when its unit is mistaken, or its decimal point has moved.
_FACTORS = {Mechanism.FACTOR_1000: (1000,), Mechanism.FACTOR_10: (10, 100)}
# So many numbers that round to the same are tried.
_MOST = 400
_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\s?\d[\d \N{NO-BREAK SPACE}]*(?:[.,]\d+)?")


def rescaled(written: int, low: int, high: int) -> Iterator[tuple[Mechanism, int, float]]:
    """What may have been meant from ``low`` to ``high``: mechanism, number, logarithm of its chance.

    An amount in too large a unit was rounded to it: all that round to what is written may be meant.
    """
    if written < 0:
        for mechanism, number, chance in rescaled(-written, -high, -low):
            yield mechanism, -number, chance
        return
    if not written:
        return
    if low <= -written <= high:
        yield Mechanism.SIGN, -written, 0.0
    for mechanism, factors in _FACTORS.items():
        for factor in factors:
            for number in _times(written, factor, low, high):
                yield mechanism, number, -log(2 * len(factors))


def _times(written: int, factor: int, low: int, high: int) -> Iterator[int]:
    """What a number above 0 is so many times as large as, then all that it is the rounded part of."""
    smaller = (2 * written + factor) // (2 * factor)
    if smaller and low <= smaller <= high:
        yield smaller
    first = max(low, written * factor - factor // 2)
    yield from range(first, min(high, written * factor + (factor - 1) // 2, first + _MOST) + 1)


def hinted(text: str) -> frozenset[Decimal]:
    """The amounts that a text names, such as 3000 in "ca 3 000"."""
    found = (match.group().replace("\N{MINUS SIGN}", "-") for match in _NUMBER.finditer(text))
    return frozenset(Decimal(re.sub(r"\s", "", number).replace(",", ".")) for number in found)
