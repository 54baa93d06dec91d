"""Where workbooks lie that nobody has looked at yet: outside of all that is served, under names of ours."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def reserved(folder: Path) -> Iterator[Path]:
    """An empty file that only we may read, for as long as it is needed."""
    path = folder / secrets.token_hex(16)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def fill(path: Path, content: BinaryIO) -> None:
    """Put some content into such a file."""
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)
