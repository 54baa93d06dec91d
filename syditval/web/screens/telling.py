"""How the things of the store are told in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from syditval.messages.amounts import GROUP, written
from syditval.model.period import Period
from syditval.reports.wording import Wording
from syditval.store.entry import Entry
from syditval.web.screens.states import COUNTS, State

KILO = 1024


@dataclass(frozen=True, slots=True)
class Telling(Wording):
    """Months, moments, sizes and counts, from one catalogue."""

    def month(self, period: Period) -> str:
        """A month with its year: ``april 2024``."""
        return f"{self.words.get('screen_month', f'long_{period.month}')}{GROUP}{period.year}"

    def short(self, month: int) -> str:
        """A month without its year, in three letters or so."""
        return self.words.get("screen_month", f"short_{month}")

    def long(self, month: int) -> str:
        """A month without its year, in full."""
        return self.words.get("screen_month", f"long_{month}")

    def state(self, state: State) -> str:
        """What a state is called."""
        return self.words.get("screen_state", state)

    def counts(self, entry: Entry) -> Iterator[tuple[State, str]]:
        """The findings of an entry, worst first: ``error``, ``2 errors``; nothing of which there is none."""
        for severity, name in COUNTS.items():
            number = getattr(entry, name)
            if number:
                yield severity, self.count(number, severity)

    def number_of(self, entry: Entry, severity: State) -> str:
        """How many findings of a severity an entry has, in digits."""
        return written(Decimal(getattr(entry, COUNTS[severity])))

    def moment(self, at: datetime) -> str:
        """A moment in UTC, to the minute."""
        return f"{at:%Y-%m-%d} {at:%H:%M}{GROUP}UTC"

    def size(self, size: int) -> str:
        """A size in bytes, from a kilobyte on in kilobytes."""
        if size < KILO:
            return self.words.get("page", "size", n=size)
        return f"{written(Decimal(round(size / KILO)))}{GROUP}kB"
