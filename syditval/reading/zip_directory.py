"""The directory of a zip file, believed only where both of its accounts of a part agree.

Every part is described twice, in the directory at the end and in a header before its bytes. Programs
differ in which of the two they follow, so a file in which they disagree says different things to
different readers. The records are those of the ZIP file format specification (PKWARE APPNOTE 6.3).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syditval.reading.errors import UnreadableWorkbook
from syditval.reading.limits import Limits

STORED, DEFLATED = 0, 8

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA_FIELD = 0xFFFFFFFF
_ZIP_64 = 1
_UNICODE_NAME = 0x7075
_DESCRIPTORS = tuple(struct.Struct(form) for form in ("<3L", "<L2Q"))
_ENCRYPTED, _SIZES_FOLLOW, _UTF8_NAME = 0x1, 0x8, 0x800
_UNIX, _FILE_TYPE, _SYMLINK = 3, 0o170000, 0o120000


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as the directory describes it; ``header`` is the offset of its own header."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int
    is_link: bool


@dataclass(frozen=True, slots=True)
class Located:
    """A part whose two descriptions agree, and the span of its packed bytes in the file."""

    entry: Entry
    start: int

    @property
    def end(self) -> int:
        """The offset after the last packed byte."""
        return self.start + self.entry.packed


def located_entries(content: bytes, limits: Limits) -> list[Located]:
    """Every entry of a zip file, in the order in which they lie.

    Raises UnreadableWorkbook where the directory is damaged, disagrees with the headers, is larger
    than the limit, or where bytes belong to two parts or, before and after them, to none.
    """
    start, end, count = _directory(content)
    if count > limits.parts:
        allowed = str(limits.parts)
        raise UnreadableWorkbook("R013", place="package", limit="parts", found=str(count), allowed=allowed)
    entries = list(_entries(content, start, end))
    if len(entries) != count:
        raise UnreadableWorkbook("R022", part="zip", cause="other_count")
    located = sorted((_located(content, entry) for entry in entries), key=lambda each: each.entry.header)
    _refuse_overlaps(content, located, start)
    return located


def _directory(content: bytes) -> tuple[int, int, int]:
    """Where the directory begins and ends, and how many entries it has."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - _LONGEST_COMMENT - _END.size))
    if at < 0 or len(content) < at + _END.size:
        raise UnreadableWorkbook("R007", cause="no_directory")
    _, _, _, _, count, length, offset, comment = _END.unpack_from(content, at)
    after = len(content) - (at + _END.size + comment)
    if after > 0:
        raise UnreadableWorkbook("R024", count=str(after), where="after")
    if after < 0:
        raise UnreadableWorkbook("R007", cause="no_directory")
    end = at
    if offset == _IN_EXTRA_FIELD or length == _IN_EXTRA_FIELD or count == 0xFFFF:
        end, count, length, offset = _directory_64(content, at)
    before = end - length - offset
    if before > 0:
        raise UnreadableWorkbook("R024", count=str(before), where="before")
    if before < 0:
        raise UnreadableWorkbook("R007", cause="no_directory")
    return offset, end, count


def _directory_64(content: bytes, end: int) -> tuple[int, int, int, int]:
    """Where a directory ends, its count, length and offset, from the records for large files."""
    try:
        signature, _, at, _ = _LOCATOR_64.unpack_from(content, end - _LOCATOR_64.size)
        record, _, _, _, _, _, _, count, length, offset = _END_64.unpack_from(content, at)
    except struct.error:
        raise UnreadableWorkbook("R007", cause="no_directory") from None
    if signature != b"PK\x06\x07" or record != b"PK\x06\x06":
        raise UnreadableWorkbook("R007", cause="no_directory")
    return at, count, length, offset


def _entries(content: bytes, start: int, end: int) -> Iterator[Entry]:
    """The directory's entries, one after the other up to its very end."""
    at = start
    while at < end:
        if content[at : at + 4] != b"PK\x01\x02" or at + _CENTRAL.size > end:
            raise UnreadableWorkbook("R007", cause="no_directory")
        (_, made_by, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, mode, header) = (
            _CENTRAL.unpack_from(content, at)
        )
        at += _CENTRAL.size
        raw_name, fields = content[at : at + name], content[at + name : at + name + extra]
        size, packed, header = _in_full(fields, size, packed, header)
        _refuse_other_name(fields, raw_name)
        text = raw_name.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
        is_link = made_by >> 8 == _UNIX and mode >> 16 & _FILE_TYPE == _SYMLINK
        yield Entry(text, raw_name, flags, method, crc, packed, size, header, is_link)
        at += name + extra + comment


def _in_full(extra: bytes, *numbers: int) -> list[int]:
    """Sizes and offsets; those that do not fit their field stand in the extra field, in this order."""
    long = _extra_field(extra, _ZIP_64)
    rest = iter([value for (value,) in struct.iter_unpack("<Q", long[: len(long) // 8 * 8])])
    return [next(rest, number) if number == _IN_EXTRA_FIELD else number for number in numbers]


def _extra_field(extra: bytes, wanted: int) -> bytes:
    """The data of the extra field of a kind; empty where there is none."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == wanted:
            return extra[at + 4 : at + 4 + length]
        at += 4 + length
    return b""


def _refuse_other_name(extra: bytes, name: bytes) -> None:
    """Some programs believe this field and some the name: a version, a checksum, and another name."""
    field = _extra_field(extra, _UNICODE_NAME)
    if field and field[5:] != name:
        raise UnreadableWorkbook("R022", part=name.decode("utf-8", "replace"), cause="other_name")


def _located(content: bytes, entry: Entry) -> Located:
    """An entry together with the place of its bytes, once its own header says the same."""
    try:
        (signature, _, flags, method, _, _, crc, packed, size, name, extra) = _LOCAL.unpack_from(
            content, entry.header
        )
    except struct.error:
        raise UnreadableWorkbook("R022", part=entry.name, cause="no_header") from None
    at = entry.header + _LOCAL.size
    if signature != b"PK\x03\x04":
        raise UnreadableWorkbook("R022", part=entry.name, cause="no_header")
    if content[at : at + name] != entry.raw_name:
        raise UnreadableWorkbook("R022", part=entry.name, cause="other_name")
    _refuse_packing(entry, flags, method)
    size, packed = _in_full(content[at + name : at + name + extra], size, packed)
    # What was not known yet when the header was written stands as zero there, and after the part.
    unknown = 0 if flags & _SIZES_FOLLOW else None
    here, there = (crc, packed, size), (entry.crc, entry.packed, entry.size)
    if any(one not in (other, unknown) for one, other in zip(here, there, strict=True)):
        raise UnreadableWorkbook("R022", part=entry.name, cause="other_size")
    return Located(entry, at + name + extra)


def _refuse_packing(entry: Entry, flags: int, method: int) -> None:
    if (flags | entry.flags) & _ENCRYPTED:
        raise UnreadableWorkbook("R025", part=entry.name, cause="packed_encrypted")
    if method != entry.method:
        raise UnreadableWorkbook("R022", part=entry.name, cause="other_method")
    if method not in (STORED, DEFLATED):
        raise UnreadableWorkbook("R025", part=entry.name, cause=f"method {method}")


def _refuse_overlaps(content: bytes, located: Sequence[Located], directory: int) -> None:
    """Bytes belong to one part each, the first part begins where the file does, and nothing lies between."""
    if located and (first := located[0].entry.header):
        raise UnreadableWorkbook("R024", count=str(first), where="before")
    ends = [*(each.entry.header for each in located[1:]), directory]
    for each, next_begins in zip(located, ends, strict=False):
        if each.end > next_begins:
            raise UnreadableWorkbook("R023", part=each.entry.name)
        between = content[each.end : next_begins]
        if each.entry.flags & _SIZES_FOLLOW:
            between = _after_descriptor(between, each.entry)
        if between.strip(b"\0"):
            raise UnreadableWorkbook("R022", part=each.entry.name, cause="unlisted")


def _after_descriptor(between: bytes, entry: Entry) -> bytes:
    """What follows upon the sizes and checksum behind a part, which must be those of the directory."""
    told = (entry.crc, entry.packed, entry.size)
    behind = between.removeprefix(b"PK\x07\x08")
    for form in _DESCRIPTORS:
        if len(behind) >= form.size and form.unpack_from(behind) == told:
            return behind[form.size :]
    if not between:
        return between
    raise UnreadableWorkbook("R022", part=entry.name, cause="other_size")
