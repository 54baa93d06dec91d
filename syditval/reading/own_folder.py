"""A temporary folder that goes with whoever made it, at the latest when the next one is made."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "syditval-"
_UNLOCKED, _LOCK = "new", "in-use"


@contextmanager
def own_folder() -> Iterator[Path]:
    """An empty folder. What killed runs left behind is removed first.

    A file in it is locked for as long as the process that made it lives, whatever ends it; that holds
    across containers too, where the number of a process would say nothing. Needs a system with fcntl.
    """
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    lock = os.open(folder / _UNLOCKED, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _is_locked(lock)
        # Only from now on may others look whether it is locked.
        (folder / _UNLOCKED).rename(folder / _LOCK)
        yield folder
    finally:
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Remove the folders whose lock nobody holds. One without a lock is just being made, or is not ours."""
    for lock_file in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError):
            lock = os.open(lock_file, os.O_RDWR)
            try:
                if _is_locked(lock):
                    shutil.rmtree(lock_file.parent, ignore_errors=True)
            finally:
                os.close(lock)


def _is_locked(lock: int) -> bool:
    """Lock a file; whether that went, since nobody else had it."""
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
