"""What the page is given when it starts."""

from __future__ import annotations

from datetime import UTC

from syditval.web.allowance import Allowance
from syditval.web.site import Manner, Rates, now


def test_unless_told_otherwise_it_is_for_this_computer_alone() -> None:
    manner = Manner()

    assert (manner.is_local, manner.is_secure, manner.proxy, manner.scanner) == (True, False, None, ())


def test_the_rates_are_those_that_are_allowed() -> None:
    rates = Rates(Allowance(uploads_per_minute=1, bytes_per_day=2, attempts_per_minute=3))

    assert (rates.uploads.most, rates.bytes.most, rates.attempts.most) == (1, 2, 3)


def test_the_time_is_in_utc() -> None:
    assert now().tzinfo is UTC
