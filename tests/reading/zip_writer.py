"""Zip files header by header, so that a test can let one lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from struct import Struct, pack
from typing import Any
from zlib import MAX_WBITS, Z_BEST_COMPRESSION, compressobj, crc32

STORED, DEFLATED = 0, 8
ENCRYPTED, DESCRIPTOR, UTF8 = 0x1, 0x8, 0x800
SYMLINK = 0o120777 << 16
UNIX = 3 << 8
# What a header says where the truth stands in the extra field of zip64.
ELSEWHERE = 0xFFFFFFFF

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_END64 = Struct("<4sQ2H2L4Q")
_LOCATOR64 = Struct("<4sLQL")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part. ``local`` and ``central`` are what its two headers say besides the truth.

    ``packed`` stands in the file instead of the deflated content, ``tail`` right after it.
    """

    name: bytes
    content: bytes = b""
    packed: bytes | None = None
    tail: bytes = b""
    local: Mapping[str, Any] = field(default_factory=dict)
    central: Mapping[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        """The bytes between this part's local header and the next one."""
        return deflated(self.content) if self.packed is None else self.packed

    def truth(self, offset: int) -> dict[str, Any]:
        """What both headers would say of an honest part."""
        return {
            "name": self.name,
            "version": 20,
            "made_by": 20,
            "flags": 0,
            "method": DEFLATED,
            "crc": crc32(self.content),
            "packed": len(self.body),
            "size": len(self.content),
            "extra": b"",
            "attributes": 0,
            "offset": offset,
        }

    def saying(self, **both: Any) -> Entry:
        """The same part with both headers saying something else."""
        return replace(self, local={**both, **self.local}, central={**both, **self.central})


def deflated(content: bytes) -> bytes:
    """Content as it is packed in a zip file."""
    packer = compressobj(Z_BEST_COMPRESSION, wbits=-MAX_WBITS)
    return packer.compress(content) + packer.flush()


def local_header(says: Mapping[str, Any]) -> bytes:
    """The header in front of a part."""
    sizes = (says["crc"], says["packed"], says["size"], len(says["name"]), len(says["extra"]))
    fixed = (says["version"], says["flags"], says["method"], 0, 0x21, *sizes)
    return _LOCAL.pack(b"PK\x03\x04", *fixed) + says["name"] + says["extra"]


def central_header(says: Mapping[str, Any]) -> bytes:
    """The header in the directory at the end."""
    sizes = (says["crc"], says["packed"], says["size"], len(says["name"]), len(says["extra"]))
    fixed = (says["made_by"], says["version"], says["flags"], says["method"], 0, 0x21, *sizes)
    place = (0, 0, 0, says["attributes"], says["offset"])
    return _CENTRAL.pack(b"PK\x01\x02", *fixed, *place) + says["name"] + says["extra"]


@dataclass(frozen=True, slots=True)
class End:
    """The record at the end. ``stated`` is how many parts it claims, ``zip64`` puts the truth in a second one."""

    comment: bytes = b""
    stated: int | None = None
    zip64: bool = False

    def record(self, count: int, length: int, offset: int) -> bytes:
        """The record of a directory of so many parts and bytes at an offset."""
        count = count if self.stated is None else self.stated
        if not self.zip64:
            fixed = (0, 0, count, count, length, offset, len(self.comment))
            return _END.pack(b"PK\x05\x06", *fixed) + self.comment
        truth = _END64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, offset)
        locator = _LOCATOR64.pack(b"PK\x06\x07", 0, offset + length, 1)
        return truth + locator + _END.pack(b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, ELSEWHERE, ELSEWHERE, 0)


def zip_file(
    entries: Iterable[Entry], *, before: bytes = b"", counted: bool = True, end: End = End()
) -> bytes:
    """A zip file of some parts. ``before`` stands in front, and is ``counted`` in every offset or not."""
    written, directory = bytearray(before), bytearray()
    start, parts = 0 if counted else len(before), [*entries]
    for entry in parts:
        says = entry.truth(len(written) - start)
        written += local_header({**says, **entry.local}) + entry.body + entry.tail
        directory += central_header({**says, **entry.central})
    return bytes(written + directory) + end.record(len(parts), len(directory), len(written) - start)


def streamed(entry: Entry, *, signature: bytes = b"PK\x07\x08", **lies: int) -> Entry:
    """A part as a program writes it that cannot go back: its sizes stand behind it."""
    truth = {**entry.truth(0), **lies}
    tail = signature + pack("<3L", truth["crc"], truth["packed"], truth["size"])
    blank = {"crc": 0, "packed": 0, "size": 0}
    return replace(entry, tail=tail, local=blank).saying(flags=DESCRIPTOR)


def large(entry: Entry, *, size: int | None = None) -> Entry:
    """A part whose sizes stand in the extra fields of zip64."""
    stated = len(entry.content) if size is None else size
    extra = pack("<2H2Q", 1, 16, stated, len(entry.body))
    return entry.saying(version=45, packed=ELSEWHERE, size=ELSEWHERE, extra=extra)


def quoting_each_other(names: Sequence[bytes], kernel: bytes) -> list[Entry]:
    """Parts that all unpack the same stream: each quotes the header of the one that follows it.

    All names and sizes agree in both headers, so only the places of the parts give them away: the
    bytes of the first hold those of all others.
    """
    entry = Entry(names[-1], kernel)
    layers = [(entry, local_header(entry.truth(0)) + entry.body)]
    for name in reversed(names[:-1]):
        inner, blob = layers[0]
        header = local_header(inner.truth(0))
        quoted = pack("<BHH", 0, len(header), len(header) ^ 0xFFFF)
        entry = Entry(name, header + inner.content, packed=quoted + blob)
        layers.insert(0, (entry, local_header(entry.truth(0)) + entry.body))
    return [entry for entry, _ in layers]


def overlapping(outside: Sequence[Entry], names: Sequence[bytes], kernel: bytes) -> bytes:
    """A zip file of honest parts, followed by parts that quote each other."""
    quoting = quoting_each_other(names, kernel)
    written, directory = bytearray(), bytearray()
    for entry in (*outside, quoting[0]):
        directory += central_header(entry.truth(len(written)))
        written += local_header(entry.truth(0)) + entry.body
    for entry in quoting[1:]:
        length = len(local_header(entry.truth(0))) + len(entry.body)
        directory += central_header(entry.truth(len(written) - length))
    return bytes(written + directory) + End().record(len(outside) + len(names), len(directory), len(written))
