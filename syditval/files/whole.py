"""Writing a file so that whatever happens, the old one or the new one is there, whole."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Have a file written beside its place, make sure it is on the disk, and move it there in one step.

    What a killed run left behind is removed. Raises OSError where the file cannot be written; then
    nothing is left behind and an older file stands as it was. A pipe or a device is written to as it is.
    """
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            write(stream)
        return
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        sweep(target)
        _write(temporary, write)
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        with suppress(OSError):
            temporary.unlink()


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths are of one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        # One of the two is not there.
        return False


def sweep(target: Path) -> None:
    """Remove what a killed run left behind of a file. Raises OSError where that cannot be done."""
    for leftover in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        leftover.unlink(missing_ok=True)


def _write(path: Path, write: Callable[[BinaryIO], None]) -> None:
    with path.open("xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name is on the disk too, where the system lets a folder be opened."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
