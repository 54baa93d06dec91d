"""How likely a rounding gap of a given size is, exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import comb, factorial

from syditval.model.relation import Evidence

# Gaps rarer than this are noted although rounding can explain them.
IMPROBABLE = Decimal("0.001")

# Beyond this many terms the exact sum costs more than it tells; the bound t judges alone.
MOST_TERMS = 400


def is_improbable(evidence: Evidence) -> bool:
    """Whether rounding explains a gap that it would hardly ever bring about."""
    return evidence.chance is not None and evidence.chance < IMPROBABLE


def chance_of_gap(gap: int, terms: int) -> Decimal | None:
    """The probability that ``terms`` rounded addends miss their rounded total by ``gap`` steps or more.

    Every rounding error is taken as independent and even over one step, so the gap is that of an
    Irwin-Hall sum rounded to whole steps: P(\\|e1 + ... + en\\| >= gap - 1/2). None above 400 terms.
    """
    if gap <= 0:
        return Decimal(1)
    if terms > MOST_TERMS:
        return None
    # P(|S| >= g - 1/2) = 2 F(n/2 - g + 1/2) with F the Irwin-Hall distribution function.
    point = Fraction(terms, 2) - gap + Fraction(1, 2)
    share = 2 * _irwin_hall(point, terms)
    return Decimal(share.numerator) / Decimal(share.denominator)


def _irwin_hall(point: Fraction, terms: int) -> Fraction:
    """The distribution function of the sum of ``terms`` even variables on [0, 1]."""
    if point <= 0:
        return Fraction(0)
    total = sum(
        ((-1) ** k * comb(terms, k) * (point - k) ** terms for k in range(int(point) + 1)), Fraction(0)
    )
    return total / factorial(terms)
