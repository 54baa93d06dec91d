"""How much one table may ask for: counted, not timed, so that the same input gives the same causes."""

from __future__ import annotations


class OutOfEffort(Exception):
    """The search would take longer than anybody waits for one table."""


class Effort:
    """A budget of trials, each some tens of microseconds on a common computer: in all about 2 s."""

    def __init__(self, trials: int = 40_000) -> None:
        self._left = trials

    def spend(self, trials: int = 1) -> None:
        """Take trials from the budget. Raises OutOfEffort where it holds no more."""
        self._left -= trials
        if self._left < 0:
            raise OutOfEffort
