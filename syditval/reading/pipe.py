"""Reading all that comes through a pipe, but not for ever."""

from __future__ import annotations

import os
import select
import time

_CHUNK = 1 << 20


class Overdue(Exception):
    """The other end did not finish in time."""


def read_to_end(descriptor: int, seconds: float) -> bytes:
    """Everything up to the end. Raises Overdue after so many seconds."""
    deadline = time.monotonic() + seconds
    pieces: list[bytes] = []
    poll = select.poll()
    poll.register(descriptor, select.POLLIN | select.POLLHUP)
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise Overdue
        piece = os.read(descriptor, _CHUNK)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
