"""Where the bytes come from: a file, or standard input. They are read once, and hashed as read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from syditval.reading.errors import UnreadableWorkbook

STANDARD_INPUT = "-"

_ZIP = b"PK\x03\x04"
# Both the old .xls format and password-protected workbooks are OLE containers.
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@dataclass(frozen=True, slots=True)
class Source:
    """A workbook's bytes with the name to show for them. ``path`` is None for standard input."""

    name: str
    content: bytes
    path: Path | None

    @property
    def sha256(self) -> str:
        """The hash of the bytes, as hexadecimal digits."""
        return sha256(self.content).hexdigest()


def open_source(place: str | Path) -> Source:
    """The bytes at a path, or on standard input for ``-``.

    Raises UnreadableWorkbook where there is no file, where it may not be read, and where the
    bytes are not a zip package at all.
    """
    source = _from_standard_input() if str(place) == STANDARD_INPUT else _from_file(Path(place))
    _refuse_other_formats(source)
    return source


def _from_standard_input() -> Source:
    return Source(STANDARD_INPUT, sys.stdin.buffer.read(), None)


def _from_file(path: Path) -> Source:
    shown = str(path)
    try:
        if path.is_dir():
            raise UnreadableWorkbook("R002", file=shown)
        return Source(path.name, path.read_bytes(), path)
    except FileNotFoundError:
        raise UnreadableWorkbook("R001", file=shown) from None
    except OSError as error:
        raise UnreadableWorkbook("R003", file=shown, cause=error.strerror or str(error)) from error


def _refuse_other_formats(source: Source) -> None:
    if not source.content:
        raise UnreadableWorkbook("R004", file=source.name)
    if source.content.startswith(_OLE):
        raise UnreadableWorkbook("R006", file=source.name)
    if not source.content.startswith(_ZIP):
        raise UnreadableWorkbook("R005", file=source.name)
