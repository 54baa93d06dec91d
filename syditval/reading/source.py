"""Where the bytes come from: a file, or standard input. They are read once, and hashed as read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import DEFAULT, Limits

STANDARD_INPUT = "-"

_PIECE = 1 << 24


@dataclass(frozen=True)
class Source:
    """A workbook's bytes with the name to show for them. ``path`` is None for standard input."""

    name: str
    content: bytes
    path: Path | None

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes, as hexadecimal digits."""
        return sha256(self.content).hexdigest()

    def refuse_change(self) -> None:
        """Make sure that the file still is what was read. Raises UnreadableWorkbook where it is not."""
        if self.path is None or not self.path.is_file():
            return
        try:
            now = sha256(self.path.read_bytes()).hexdigest()
        except OSError as error:
            raise UnreadableWorkbook("R003", file=self.name, cause=error.strerror or str(error)) from error
        if now != self.sha256:
            raise UnreadableWorkbook("R014", file=self.name)


def open_source(place: str | Path, limits: Limits = DEFAULT) -> Source:
    """The bytes at a path, or on standard input for ``-``.

    Raises UnreadableWorkbook where there is no file, where it may not be read, where it is empty,
    and where it is larger than the limit: no more than that is ever read.
    """
    if str(place) == STANDARD_INPUT:
        return received(STANDARD_INPUT, _read(sys.stdin.buffer, STANDARD_INPUT, limits))
    return _not_empty(_from_file(Path(place), limits))


def received(name: str, content: bytes) -> Source:
    """Bytes that came in another way, under a name. Raises UnreadableWorkbook where there are none."""
    return _not_empty(Source(name, content, None))


def _not_empty(source: Source) -> Source:
    if not source.content:
        raise UnreadableWorkbook("R004", file=source.name)
    return source


def _from_file(path: Path, limits: Limits) -> Source:
    shown = str(path)
    try:
        if path.is_dir():
            raise UnreadableWorkbook("R002", file=shown)
        with path.open("rb") as file:
            return Source(path.name, _read(file, shown, limits), path)
    except FileNotFoundError:
        raise UnreadableWorkbook("R001", file=shown) from None
    except OSError as error:
        raise UnreadableWorkbook("R003", file=shown, cause=error.strerror or str(error)) from error


def _read(file: BinaryIO, shown: str, limits: Limits) -> bytes:
    # In pieces: asked for all at once, room is made for as much as the limit before anything is read.
    pieces: list[bytes] = []
    length = 0
    while length <= limits.file_bytes and (piece := file.read(min(_PIECE, limits.file_bytes + 1 - length))):
        pieces.append(piece)
        length += len(piece)
    if length > limits.file_bytes:
        allowed = str(limits.file_bytes)
        limit, place, found = "file_bytes", "the_file", "more_bytes"
        raise UnreadableWorkbook("R013", file=shown, place=place, limit=limit, found=found, allowed=allowed)
    return b"".join(pieces)
