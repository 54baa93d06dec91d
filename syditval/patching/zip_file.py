"""Zip entries written as they stand: a part that is not touched keeps its very bytes, packed.

``zipfile`` packs everything anew, so the few records of the format are laid out here. Whatever the
size of an entry, only a piece of it is in memory at a time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from copy import copy
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipInfo

from syditval.patching.errors import CannotAnnotate

PIECE = 1 << 18

_LOCAL = b"PK\x03\x04"
_CENTRAL = b"PK\x01\x02"
_END = b"PK\x05\x06"
_LOCAL_LENGTH = 30
_UTF8_NAME = 0x800
_SIZES_FOLLOW = 0x08
_VERSION = 20
_MOST_BYTES = 0xFFFFFFFF
_MOST_ENTRIES = 0xFFFF

# Small parts are packed well, big ones fast: the level costs three times the time there.
_SMALL = 1 << 14


def packed_pieces(file: BinaryIO, info: ZipInfo) -> Iterator[bytes]:
    """The bytes of an entry as they lie in the file, still packed."""
    file.seek(info.header_offset)
    header = file.read(_LOCAL_LENGTH)
    if len(header) < _LOCAL_LENGTH or not header.startswith(_LOCAL):
        raise CannotAnnotate("A009", part=info.filename)
    name_length, extra_length = struct.unpack("<2H", header[-4:])
    at, left = info.header_offset + _LOCAL_LENGTH + name_length + extra_length, info.compress_size
    while left:
        # Between pieces others may read from the file.
        file.seek(at)
        piece = file.read(min(PIECE, left))
        if not piece:
            raise CannotAnnotate("A009", part=info.filename)
        yield piece
        at, left = at + len(piece), left - len(piece)


class ZipWriter:
    """A zip file in the making, entry by entry, in a file that can be gone back in."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._directory = bytearray()
        self._entries = 0

    def copy(self, info: ZipInfo, packed: Iterable[bytes]) -> None:
        """Add an entry of another file: same name, date, packing and bytes."""
        self._begin(info)
        self._file.writelines(packed)
        self._end(info)

    def add(self, info: ZipInfo, pieces: Iterable[bytes]) -> None:
        """Add an entry with new content, under the name and date of ``info`` and about of its size."""
        info = copy(info)
        info.flag_bits &= _UTF8_NAME
        info.compress_type, info.extract_version = ZIP_DEFLATED, _VERSION
        packer = zlib.compressobj(6 if info.file_size < _SMALL else 1, zlib.DEFLATED, -zlib.MAX_WBITS)
        info.CRC = info.file_size = 0
        self._begin(info)
        start = self._file.tell()
        for piece in _in_bulk(pieces):
            info.CRC = zlib.crc32(piece, info.CRC)
            info.file_size += len(piece)
            self._file.write(packer.compress(piece))
        self._file.write(packer.flush())
        info.compress_size = self._file.tell() - start
        self._end(info)

    def finish(self) -> None:
        """Add the directory; the file is then whole."""
        start = self._file.tell()
        if start + len(self._directory) > _MOST_BYTES or self._entries > _MOST_ENTRIES:
            raise CannotAnnotate("A009", part="zip")
        self._file.write(self._directory)
        sizes = len(self._directory), start
        self._file.write(_END + struct.pack("<4H2LH", 0, 0, self._entries, self._entries, *sizes, 0))

    def _begin(self, info: ZipInfo) -> None:
        """The entry's header, with sizes that are made good once they are known."""
        self._header = self._file.tell()
        self._file.write(_LOCAL + _common(info) + _name(info))

    def _end(self, info: ZipInfo) -> None:
        if max(info.compress_size, info.file_size, self._file.tell()) > _MOST_BYTES:
            raise CannotAnnotate("A009", part=info.filename)
        after = self._file.tell()
        self._file.seek(self._header)
        self._file.write(_LOCAL + _common(info))
        self._file.seek(after)
        made_by = info.create_system << 8 | info.create_version
        rest = struct.pack("<3H2L", 0, 0, info.internal_attr, info.external_attr, self._header)
        self._directory += _CENTRAL + struct.pack("<H", made_by) + _common(info) + rest + _name(info)
        self._entries += 1


def _in_bulk(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth a call each."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _name(info: ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")


def _common(info: ZipInfo) -> bytes:
    """What the header of an entry and its place in the directory have in common."""
    year, month, day, hour, minute, second = info.date_time
    return struct.pack(
        "<5H3L2H",
        info.extract_version,
        # The sizes stand in the header here, not behind the data.
        info.flag_bits & ~_SIZES_FOLLOW,
        info.compress_type,
        hour << 11 | minute << 5 | second // 2,
        (year - 1980) << 9 | month << 5 | day,
        info.CRC,
        info.compress_size & _MOST_BYTES,
        info.file_size & _MOST_BYTES,
        len(_name(info)),
        0,
    )
