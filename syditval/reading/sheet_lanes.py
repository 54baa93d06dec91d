"""A sheet's bytes in two lanes: blocks of regular rows without events, everything else with them."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from typing import Protocol

from syditval.reading.regular_rows import end_of_rows

# Written otherwise, with a prefix or in UTF-16, a sheet stays in the slow lane.
_BEGINNING = b"<sheetData>"
# A comment or a section of raw text may hold what looks like rows.
_NOT_PLAIN = b"<!"
_LONGEST_ROW = 1 << 20


class Scan(Protocol):
    """A scan that can be told to take rows as a block."""

    @property
    def is_between_rows(self) -> bool:
        """Whether the next thing to come is a row, or the end of the rows."""

    def takes(self, rows: bytes) -> bool:
        """Whether some bytes are regular rows, which are then counted."""

    def listen(self, to_events: bool) -> None:
        """Whether events are wanted for what comes next."""


def in_lanes(scan: Scan, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """All of the bytes in their order, cut so that each piece suits one lane, with the scan set to it."""
    pieces = iter(chunks)
    content = yield from _up_to_rows(pieces)
    is_plain = True
    for piece in chain((b"",), pieces):
        content += piece
        is_plain = is_plain and scan.is_between_rows and _NOT_PLAIN not in content
        end = end_of_rows(content) if is_plain and len(content) < _LONGEST_ROW else len(content)
        rows, content = content[:end], content[end:]
        scan.listen(not (is_plain and scan.takes(rows)))
        yield rows
        scan.listen(True)
    yield content


def _up_to_rows(pieces: Iterator[bytes]) -> Generator[bytes, None, bytes]:
    """The bytes up to where rows begin. Returns what comes after that in the same piece."""
    for piece in pieces:
        at = piece.find(_BEGINNING)
        if at >= 0:
            yield piece[: at + len(_BEGINNING)]
            return piece[at + len(_BEGINNING) :]
        yield piece
    return b""
