"""Whether a stored result is what its formula gives, as near as a double can tell."""

from __future__ import annotations

from decimal import Decimal

# Two units in the fifteenth digit, the last that spreadsheet programs vouch for: one for what was
# stored, one for what it was reckoned from.
NOISE_OF_DOUBLES = Decimal("2e-14")


def is_result(stored: Decimal, reckoned: Decimal, size: Decimal) -> bool:
    """Whether ``stored`` is ``reckoned`` but for the noise of amounts as large as ``size`` (at least 0)."""
    return abs(stored - reckoned) <= NOISE_OF_DOUBLES * max(size, abs(stored))
