"""Everything that comes through a pipe, and no longer wait than agreed."""

from __future__ import annotations

import os
import threading
import time

import pytest

from syditval.reading.pipe import Overdue, read_to_end


def written(there: int, *pieces: bytes, pause: float = 0) -> threading.Thread:
    """Someone who writes some pieces at the other end, with a pause before each, and closes it."""

    def write() -> None:
        with os.fdopen(there, "wb") as way:
            for piece in pieces:
                time.sleep(pause)
                way.write(piece)
                way.flush()

    thread = threading.Thread(target=write)
    thread.start()
    return thread


@pytest.mark.parametrize(
    "pieces",
    [(), (b"one",), (b"one", b" and ", b"another"), (b"x" * 5_000_000,)],
    ids=["none", "one", "three", "large"],
)
def test_all_pieces_come_in_their_order(pieces: tuple[bytes, ...]) -> None:
    here, there = os.pipe()
    writer = written(there, *pieces)

    assert read_to_end(here, 30) == b"".join(pieces)
    writer.join()
    os.close(here)


@pytest.mark.parametrize("pieces", [(), (b"a", b"b", b"c", b"d")], ids=["silent", "slow"])
def test_the_time_is_for_the_whole_and_not_for_each_piece(pieces: tuple[bytes, ...]) -> None:
    here, there = os.pipe()
    kept_open = os.dup(there)
    writer = written(there, *pieces, pause=0.1)
    began = time.monotonic()

    with pytest.raises(Overdue):
        read_to_end(here, 0.25)
    assert 0.2 < time.monotonic() - began < 5
    writer.join()
    os.close(kept_open)
    os.close(here)
