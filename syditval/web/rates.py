"""How often something was done of late, and how much."""

from __future__ import annotations

from collections import defaultdict, deque
from datetime import datetime, timedelta
from threading import Lock

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class Rate:
    """So many units within so much time for each name; known until the server is started again."""

    def __init__(self, most: int, within: timedelta) -> None:
        self.most = most
        self._within = within
        self._taken: defaultdict[str, deque[tuple[datetime, int]]] = defaultdict(deque)
        self._lock = Lock()

    def is_left(self, name: str, units: int, at: datetime) -> bool:
        """Whether so many units more are allowed."""
        with self._lock:
            return self._used(name, at) + units <= self.most

    def take(self, name: str, units: int, at: datetime) -> bool:
        """Take so many units, if they are allowed; whether they were."""
        with self._lock:
            if self._used(name, at) + units > self.most:
                return False
            self._taken[name].append((at, units))
            return True

    def _used(self, name: str, at: datetime) -> int:
        """What was taken within the time; what is older, and names without anything, are forgotten."""
        for known in list(self._taken):
            taken = self._taken[known]
            while taken and taken[0][0] <= at - self._within:
                taken.popleft()
            if not taken:
                del self._taken[known]
        return sum(units for _, units in self._taken[name]) if name in self._taken else 0
