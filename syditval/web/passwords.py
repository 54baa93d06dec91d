"""Passwords: kept as argon2 hashes only."""

from __future__ import annotations

from functools import cached_property
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST_CHARACTERS = 12
MOST_CHARACTERS = 1_000
# Each computation takes much memory on purpose: many at once would take all of it.
_AT_ONCE = 2


class Passwords:
    """Hashes passwords and compares them. Whoever has none takes as long to refuse as whoever has."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = BoundedSemaphore(_AT_ONCE)

    def hashed(self, password: str) -> str:
        """The hash that is kept of a password."""
        with self._turns:
            return self._hasher.hash(password)

    def is_right(self, kept: str, password: str) -> bool:
        """Whether a password is that of a kept hash; never for an empty one."""
        if len(password) > MOST_CHARACTERS:
            return False
        decoy = self._decoy
        with self._turns:
            try:
                self._hasher.verify(kept or decoy, password)
            except (VerificationError, InvalidHashError):
                return False
        return bool(kept)

    @cached_property
    def _decoy(self) -> str:
        return self.hashed("nobody has this password")
