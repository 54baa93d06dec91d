"""What the page is given when it starts: the store, who works for it, and what it allows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any, Protocol, TypeVar

from syditval.run import Request
from syditval.store import Database
from syditval.web.allowance import DEFAULT, Allowance
from syditval.web.passwords import Passwords
from syditval.web.rates import DAY, MINUTE, Rate
from syditval.web.sessions import Sessions

T = TypeVar("T")


class Workplace(Protocol):
    """Where work on workbooks is done, a few at a time, first come first served."""

    @property
    def is_busy(self) -> bool:
        """Whether whoever comes now has to wait."""

    def do(self, work: Callable[..., T], *given: Any) -> Awaitable[T]:
        """What ``work(database, *given)`` gives. Raises the Refusal that it raises."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Whoever alone may speak to us, and the header by which it says who is signed in there, if it does."""

    addresses: frozenset[str]
    user_header: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the page is served: to whom, over TLS or behind a proxy, with what scanner, in what language."""

    is_local: bool = True
    is_secure: bool = False
    proxy: Proxy | None = None
    scanner: tuple[str, ...] = ()
    language: str = "en"


class Rates:
    """What each person has sent of late, and each address tried."""

    def __init__(self, allowance: Allowance) -> None:
        self.uploads = Rate(allowance.uploads_per_minute, MINUTE)
        self.bytes = Rate(allowance.bytes_per_day, DAY)
        self.attempts = Rate(allowance.attempts_per_minute, MINUTE)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Site:
    """Everything that an answer may need.

    ``quarantine`` is a folder that only we may enter. ``request`` is how workbooks are read and checked.
    ``stopping`` is set from the moment on that nothing new is begun.
    """

    database: Database
    workplace: Workplace
    sessions: Sessions
    quarantine: Path
    request: Request
    manner: Manner = Manner()
    allowance: Allowance = DEFAULT
    passwords: Passwords = field(default_factory=Passwords)
    rates: Rates = field(default_factory=lambda: Rates(DEFAULT))
    stopping: Event = field(default_factory=Event)
    clock: Callable[[], datetime] = now
