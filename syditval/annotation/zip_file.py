"""Zip entries written as they stand: a part that is not touched keeps its very bytes, packed.

``zipfile`` packs everything anew, so the few records of the format are laid out here.
"""

from __future__ import annotations

import struct
import zlib
from copy import copy
from zipfile import ZIP_DEFLATED, ZipInfo

_LOCAL = b"PK\x03\x04"
_CENTRAL = b"PK\x01\x02"
_END = b"PK\x05\x06"
_LOCAL_LENGTH = 30
_UTF8_NAME = 0x800
_SIZES_FOLLOW = 0x08

# Small parts are packed well, big ones fast: the level costs three times the time there.
_SMALL = 1 << 20


def packed_bytes(content: bytes, info: ZipInfo) -> bytes:
    """The bytes of an entry as they lie in the file, still packed."""
    name_length, extra_length = struct.unpack_from("<2H", content, info.header_offset + 26)
    start = info.header_offset + _LOCAL_LENGTH + name_length + extra_length
    return content[start : start + info.compress_size]


class ZipWriter:
    """A zip file in the making, entry by entry."""

    def __init__(self) -> None:
        self._content = bytearray()
        self._directory = bytearray()
        self._entries = 0

    def copy(self, info: ZipInfo, packed: bytes) -> None:
        """Add an entry of another file: same name, date, packing and bytes."""
        name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")
        year, month, day, hour, minute, second = info.date_time
        common = struct.pack(
            "<5H3L2H",
            20,
            # The sizes stand in the header here, not behind the data.
            info.flag_bits & ~_SIZES_FOLLOW,
            info.compress_type,
            hour << 11 | minute << 5 | second // 2,
            (year - 1980) << 9 | month << 5 | day,
            info.CRC,
            len(packed),
            info.file_size,
            len(name),
            0,
        )
        made_by = info.create_system << 8 | 20
        rest = struct.pack("<3H2L", 0, 0, info.internal_attr, info.external_attr, len(self._content))
        self._directory += _CENTRAL + struct.pack("<H", made_by) + common + rest + name
        self._content += _LOCAL + common + name + packed
        self._entries += 1

    def add(self, info: ZipInfo, content: bytes) -> None:
        """Add an entry with new content, under the name and date of ``info``."""
        packer = zlib.compressobj(6 if len(content) < _SMALL else 1, zlib.DEFLATED, -zlib.MAX_WBITS)
        info = copy(info)
        info.flag_bits &= _UTF8_NAME
        info.compress_type = ZIP_DEFLATED
        info.CRC = zlib.crc32(content)
        info.file_size = len(content)
        self.copy(info, packer.compress(content) + packer.flush())

    def finished(self) -> bytes:
        """The whole file."""
        sizes = len(self._directory), len(self._content)
        end = struct.pack("<4H2LH", 0, 0, self._entries, self._entries, *sizes, 0)
        return bytes(self._content) + bytes(self._directory) + _END + end
