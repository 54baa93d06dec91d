"""How long entries are kept."""

from __future__ import annotations

from datetime import date

from syditval.model.period import Period

# LKBR 2018:597 chapter 3, and the law before it: what was booked until 2018 is kept for longer.
_OLD_LAW = 2018
_OLD_YEARS = 10


def kept_until(period: Period, years: int) -> date:
    """The last day on which an entry of a period must be kept, some years after the end of its own."""
    least = _OLD_YEARS if period.year <= _OLD_LAW else 0
    return date(period.year + max(years, least), 12, 31)
