"""A workbook's package: its parts under names that are safe and unambiguous, unpacked as they are read."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits
from syditval.reading.zip_directory import DEFLATED, Located, located_entries

_CHUNK = 1 << 16


def part_key(name: str) -> str:
    """What a part is found by: the same whatever the case and the slashes its name is written with."""
    return name.replace("\\", "/").lstrip("/").lower()


def resolved(source: str, target: str) -> str | None:
    """The key of the part that a relationship of part ``source`` points to; None outside the package."""
    target = target.replace("\\", "/").partition("#")[0]
    # A scheme or a drive, or the name of a server.
    if ":" in target.partition("/")[0] or target.startswith("//"):
        return None
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(source), target)
    normal = posixpath.normpath(joined.lstrip("/"))
    return None if normal.startswith("..") else part_key(normal)


class Package:
    """The parts of one file. Nothing is unpacked before it is read, and never more than the limits."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = content
        self._limits = limits
        self._parts: dict[str, Located] = {}
        self.irregular: list[str] = []
        for located in located_entries(content, limits):
            name = located.entry.name
            _refuse_name(name, is_link=located.entry.is_link)
            if part_key(name) in self._parts:
                raise UnreadableWorkbook("R020", part=name)
            self._parts[part_key(name)] = located
            if "\\" in name:
                self.irregular.append(name)

    @property
    def parts(self) -> list[str]:
        """The keys of all parts, folders left out."""
        return [key for key in self._parts if not key.endswith("/")]

    def name(self, key: str) -> str:
        """A part's name as the file writes it."""
        return self._parts[key].entry.name if key in self._parts else key

    def has(self, key: str) -> bool:
        """Whether there is such a part."""
        return key in self._parts

    def read(self, key: str) -> bytes:
        """A part's content. Raises UnreadableWorkbook where it is damaged or too large."""
        return b"".join(self.chunks(key))

    def chunks(self, key: str) -> Iterator[bytes]:
        """A part's content piece by piece, counted and summed as it comes.

        Raises UnreadableWorkbook where it is damaged, or larger than a part may be: by what comes
        out, whatever size the directory declares.
        """
        part = self._parts[key]
        size = crc = 0
        for chunk in self._unpacked(part):
            size += len(chunk)
            if size > self._limits.part_bytes:
                raise self._too_large(part)
            crc = zlib.crc32(chunk, crc)
            yield chunk
        if size != part.entry.size:
            raise UnreadableWorkbook("R022", part=part.entry.name, cause="other_size")
        if crc != part.entry.crc:
            raise UnreadableWorkbook("R007", cause="checksum")

    def _unpacked(self, part: Located) -> Iterator[bytes]:
        packed = memoryview(self._content)[part.start : part.end]
        if part.entry.method != DEFLATED:
            yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
            return
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        rest: bytes | memoryview = b""
        try:
            for at in range(0, len(packed), _CHUNK):
                rest = packed[at : at + _CHUNK]
                # After the end the unpacker gives back for ever what it does not take.
                while rest and not unpacker.eof:
                    yield unpacker.decompress(rest, _CHUNK)
                    rest = unpacker.unconsumed_tail
        except zlib.error:
            raise UnreadableWorkbook("R007", cause="unpacking") from None
        yield unpacker.flush()
        if rest or unpacker.unused_data or not unpacker.eof:
            raise UnreadableWorkbook("R007", cause="unpacking")

    def _too_large(self, part: Located) -> UnreadableWorkbook:
        allowed = str(self._limits.part_bytes)
        return UnreadableWorkbook(
            "R013", place=part.entry.name, limit="part_bytes", found="more_bytes", allowed=allowed
        )


class PartStream:
    """A part as something to read from, in the pieces it is unpacked in."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks

    def read(self, _: int = -1) -> bytes:
        """The next piece, of whatever size; empty at the end and only there."""
        return next(filter(None, self._chunks), b"")


def _refuse_name(name: str, *, is_link: bool) -> None:
    """Names that would lead out of a folder that the package is unpacked in, or hide what they are."""
    segments = name.replace("\\", "/").split("/")
    leads_out = is_link or ".." in segments or ":" in segments[0]
    if leads_out or not name or not name.isprintable():
        raise UnreadableWorkbook("R021", part=name)
