"""Writing a package so that the old file or the new one is there, whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from syditval.files import write_whole
from syditval.patching.errors import CannotAnnotate


def write_package(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Have a package written in the place of ``target``. Raises CannotAnnotate where that cannot be done."""
    try:
        write_whole(target, write)
    except OSError as error:
        raise CannotAnnotate("A005", file=str(target), cause=error.strerror or str(error)) from error
