"""How much one upload, and one person, may ask for. What one file may hold are the limits of reading."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """Files and bytes of one upload; files a minute and bytes a day of one person; seconds.

    ``pause_seconds`` is how long nothing may come of a body that is on its way, ``body_seconds`` how long it
    may take in all. ``attempts_per_minute`` are attempts to sign in from one address. A form without files
    has at most ``form_bytes``.
    """

    files_at_once: int = 20
    bytes_at_once: int = 200 * MB
    uploads_per_minute: int = 60
    bytes_per_day: int = 2_000 * MB
    attempts_per_minute: int = 30
    form_bytes: int = 20_000
    fields: int = 20
    pause_seconds: float = 30
    body_seconds: float = 600


DEFAULT = Allowance()
