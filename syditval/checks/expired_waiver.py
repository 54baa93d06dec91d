"""W002: a waiver whose last day has passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from syditval.checks.sound_table import SOUND_TABLE
from syditval.checks.waiver_without_finding import WAIVED_TABLE
from syditval.model.rule import RuleInfo, Severity
from syditval.model.waiver import Waiver

RULE = RuleInfo(
    code="W002",
    name="expired-waiver",
    severity=Severity.WARNING,
    bad="\n! waiver F101 budget/total/actual until 2024-03-31 -> Rättas i huvudboken." + SOUND_TABLE,
    good="\n! waiver F101 budget/total/actual until 2024-12-31 -> Rättas i huvudboken." + WAIVED_TABLE,
)


def expired(waivers: Iterable[Waiver], day: date) -> Iterator[Waiver]:
    """The waivers that no longer hold on a day."""
    return (waiver for waiver in waivers if is_expired(waiver, day))


def is_expired(waiver: Waiver, day: date) -> bool:
    """Whether a waiver's last day lies before a day."""
    return waiver.until is not None and waiver.until < day
