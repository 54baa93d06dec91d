"""A person who may sign in, and what that person may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person is to the store: finance has entities of its own, an auditor reads all of them."""

    FINANCE = "finance"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Person:
    """One person by name; capitals make no other name.

    ``entities`` are those that a finance officer answers for. Sessions are numbered: those that began under
    a lower number than ``sessions_from`` count no longer. ``failures`` are the failed attempts to sign in
    since the last good one; until ``locked_until``, in UTC, no further one is allowed.
    """

    name: str
    role: Role
    entities: tuple[str, ...] = ()
    is_enabled: bool = True
    password_hash: str = field(default="", repr=False)
    sessions_from: int = 0
    failures: int = 0
    locked_until: datetime | None = None
