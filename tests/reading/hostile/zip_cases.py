"""Zip files that lie, and honest ones that look as if they did."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from syditval.reading.limits import Limits
from tests.reading.hostile.case import HONEST, NAMES, ROW, SHEET, Case, part
from tests.reading.raw_package import raw_parts
from tests.reading.zip_writer import (
    ENCRYPTED,
    STORED,
    SYMLINK,
    UNIX,
    UTF8,
    End,
    Entry,
    large,
    local_header,
    overlapping,
    streamed,
    zip_file,
)

PARTS = [Entry(name.encode(), text.encode()) for name, text in raw_parts(ROW).items()]
SHEET_TEXT = part(SHEET).encode()
OTHER_SUM = SHEET_TEXT.replace(b"1200", b"9900")
WHOLE = zip_file(PARTS)
LENGTH = len(SHEET_TEXT)


def with_sheet(entry: Entry) -> bytes:
    """The honest workbook with this entry for its sheet."""
    return zip_file([entry if each.name == SHEET.encode() else each for each in PARTS])


def sheet(**fields: Any) -> Entry:
    """The entry of the honest sheet, with some of its fields set."""
    return Entry(SHEET.encode(), **{"content": SHEET_TEXT, **fields})


def more(*entries: Entry) -> bytes:
    """The honest workbook with more entries at its end."""
    return zip_file([*PARTS, *entries])


def named(name: bytes, **fields: Any) -> bytes:
    """The honest workbook with one more small part of this name."""
    return more(Entry(name, b"<x/>", **fields))


def renamed(change: Any) -> bytes:
    """The honest workbook with every part's name changed."""
    return zip_file([Entry(change(each.name), each.content) for each in PARTS])


def unlisted() -> bytes:
    """A second sheet1.xml right behind the first, which the directory does not list."""
    hidden = sheet(content=OTHER_SUM)
    return with_sheet(sheet(tail=local_header(hidden.truth(0)) + hidden.body))


def unicode_path(name: bytes) -> bytes:
    """The extra field by which some programs give a part another name."""
    data = struct.pack("<BL", 1, zlib.crc32(SHEET.encode())) + name
    return struct.pack("<2H", 0x7075, len(data)) + data


# fmt: off
TWICE = [
    Case("a sheet twice", more(sheet(content=OTHER_SUM)), "R020", (SHEET,)),
    Case("a sheet twice with the same bytes", more(sheet()), "R020", (SHEET,)),
    Case(
        "Sheet1.xml beside sheet1.xml",
        more(Entry(b"xl/worksheets/Sheet1.xml", OTHER_SUM)),
        "R020",
        ("xl/worksheets/Sheet1.xml",),
    ),
    Case("a sheet again with backslashes", more(Entry(b"xl\\worksheets\\sheet1.xml", OTHER_SUM)), "R020"),
    Case("a sheet again under an absolute name", more(Entry(b"/" + SHEET.encode(), OTHER_SUM)), "R020"),
    Case("decoration twice", more(Entry(b"docProps/a.xml"), Entry(b"docProps/a.xml")), "R020", ("docProps/a.xml",)),
]

TWO_ACCOUNTS = [
    Case("another name at the part", with_sheet(sheet(local={"name": b"xl/worksheets/sheet2.xml"})), "R022", (SHEET,)),
    Case("the name in other case at the part", with_sheet(sheet(local={"name": b"xl/worksheets/Sheet1.xml"})), "R022"),
    Case("another checksum at the part", with_sheet(sheet(local={"crc": 1})), "R022", (SHEET,)),
    Case("another size at the part", with_sheet(sheet(local={"size": LENGTH - 1})), "R022", (SHEET,)),
    Case("another packed size at the part", with_sheet(sheet(local={"packed": 1})), "R022", (SHEET,)),
    Case("another method at the part", with_sheet(sheet(local={"method": STORED})), "R022", (SHEET,)),
    Case("a smaller size in both", with_sheet(sheet().saying(size=10)), "R022", (SHEET,)),
    Case("a larger size in both", with_sheet(sheet().saying(size=LENGTH + 1)), "R022", (SHEET,)),
    Case("another size of zip64 in both", with_sheet(large(sheet(), size=LENGTH + 1)), "R022", (SHEET,)),
    Case("another size behind the part", with_sheet(streamed(sheet(), size=LENGTH - 1)), "R022", (SHEET,)),
    Case("another checksum behind the part", with_sheet(streamed(sheet(), crc=1)), "R022", (SHEET,)),
    Case("no header at the part", with_sheet(sheet(central={"offset": 3})), "R022", (SHEET,)),
    Case("a place beyond the file", with_sheet(sheet(central={"offset": 1 << 30})), "R022", (SHEET,)),
    Case("fewer parts claimed than listed", zip_file(PARTS, end=End(stated=len(PARTS) - 1)), "R022"),
    Case("more parts claimed than listed", zip_file(PARTS, end=End(stated=len(PARTS) + 1)), "R022"),
    Case("a sheet that the directory does not list", unlisted(), "R022"),
    Case("another name in an extra field", with_sheet(sheet().saying(extra=unicode_path(b"xl/a.xml"))), "R022", (SHEET,)),
]

OVERLAPS = [
    Case("two parts from the same bytes", more(Entry(b"b.xml", central={**PARTS[0].truth(0), "name": b"a.xml"})), "R022"),
    Case("parts that quote each other", overlapping(PARTS, [b"a.xml", b"b.xml", b"c.xml"], b"hej" * 999), "R023", ("a.xml",)),
    Case("300 of them", overlapping(PARTS, [b"%d.xml" % i for i in range(300)], b"0" * 99_999), "R023"),
    Case(
        "a part that reaches into the next",
        with_sheet(sheet().saying(method=STORED, size=len(sheet().body) + 9, packed=len(sheet().body) + 9)),
        "R023",
        (SHEET,),
    ),
]

LED_ASTRAY = [
    Case("a name that climbs out", named(b"../../etc/passwd"), "R021", ("../../etc/passwd",)),
    Case("a name that climbs out on the way", named(b"xl/../../x.xml"), "R021", ("xl/../../x.xml",)),
    Case("a name that climbs inside", named(b"xl/worksheets/../x.xml"), "R021"),
    Case("a name that climbs out by backslashes", named(b"..\\..\\x.xml"), "R021"),
    Case("a name on a drive", named(b"C:\\Windows\\x.xml"), "R021", ("C:",)),
    Case("a name with a NUL", named(b"xl/x.xml\x00.png"), "R021"),
    Case("a name with a line break", named(b"xl/x\ny.xml"), "R021"),
    Case("a name with an escape sequence", named(b"xl/\x1b[2Jx.xml"), "R021"),
    Case("a name with DEL", named(b"xl/x\x7f.xml"), "R021"),
    Case("a name without a letter", named(b""), "R021"),
    Case("a link", named(b"xl/x.xml", central={"attributes": SYMLINK, "made_by": UNIX | 20}), "R021", ("xl/x.xml",)),
]

FOREIGN_BYTES = [
    Case("bytes before the workbook", zip_file(PARTS, before=b"#!/bin/sh\n", counted=False), "R024", ("10",)),
    Case("bytes before it that the directory counts in", zip_file(PARTS, before=b"MZ"), "R024"),
    Case("bytes after the workbook", WHOLE + b"\0" * 7, "R024", ("7",)),
    Case("a workbook after a workbook", WHOLE + WHOLE, "R024"),
    Case("a comment that holds an end", zip_file(PARTS, end=End(comment=zip_file([]))), "R024"),
]

PACKING = [
    Case("bzip2", with_sheet(sheet().saying(method=12)), "R025", (SHEET,)),
    Case("LZMA", with_sheet(sheet().saying(method=14)), "R025", (SHEET,)),
    Case("deflate64", with_sheet(sheet().saying(method=9)), "R025", (SHEET,)),
    Case("a method that does not exist", with_sheet(sheet().saying(method=4711)), "R025", (SHEET,)),
    Case("a part with a password", with_sheet(sheet().saying(flags=ENCRYPTED)), "R025", (SHEET,)),
]

DAMAGE = [
    Case("nothing", b"", "R004"),
    Case("the first bytes alone", WHOLE[:4], "R007"),
    Case("the first half", WHOLE[: len(WHOLE) // 2], "R007"),
    Case("all but the last byte", WHOLE[:-1], "R007"),
    Case("no end record", WHOLE[:-22], "R007"),
    Case("a wrong checksum", with_sheet(sheet().saying(crc=1)), "R007"),
    Case("nonsense for deflated bytes", with_sheet(sheet(packed=b"\xff" * 50)), "R007"),
    Case("deflated bytes that break off", with_sheet(sheet(packed=sheet().body[:-5])), "R007"),
    Case("bytes after the deflated ones", with_sheet(sheet(packed=sheet().body + b"more")), "R007"),
    Case("a directory of nonsense", WHOLE.replace(b"PK\x01\x02", b"PK\x09\x09"), "R007"),
]

TOO_MUCH = [
    Case("too many parts", more(Entry(b"1.xml"), Entry(b"2.xml")), "R013", ("parts", "7"), limits=Limits(parts=7)),
    Case(
        "a part that unpacks to more than it says and than is allowed",
        with_sheet(sheet(content=b" " * 9_999).saying(size=10)),
        "R013",
        (SHEET, "part_bytes"),
        limits=Limits(part_bytes=5_000),
    ),
    Case(
        "many parts that are too much together",
        more(*(Entry(b"%d.xml" % i, b"<x>" + b" " * 2_000 + b"</x>") for i in range(9))),
        "R013",
        ("unpacked_bytes",),
        limits=Limits(unpacked_bytes=9_999),
    ),
]

HONEST_CASES = [
    Case("parts that are not packed", zip_file([Entry(e.name, e.content, e.content).saying(method=STORED) for e in PARTS]), HONEST),
    Case("sizes behind the parts", zip_file([streamed(each) for each in PARTS]), HONEST),
    Case("sizes behind the parts without a mark", zip_file([streamed(each, signature=b"") for each in PARTS]), HONEST),
    Case("sizes of zip64", zip_file([large(each) for each in PARTS]), HONEST),
    Case("an end of zip64", zip_file(PARTS, end=End(zip64=True)), HONEST),
    Case("a comment", zip_file(PARTS, end=End(comment=b"april")), HONEST),
    Case("folders among the parts", more(Entry(b"xl/"), Entry(b"xl/worksheets/")), HONEST),
    Case("backslashes", renamed(lambda name: name.replace(b"/", b"\\")), HONEST, noticed=NAMES),
    Case("absolute names", renamed(lambda name: b"/" + name), HONEST, may_notice=NAMES),
    Case("names in capitals", renamed(bytes.upper), HONEST, may_notice=NAMES),
    Case("parts in any order", zip_file(reversed(PARTS)), HONEST),
    Case("a name with letters of Sweden", more(Entry("xl/å.xml".encode(), b"<x/>").saying(flags=UTF8)), HONEST),
    Case("a name that is no UTF-8, though it says so", more(Entry(b"xl/\xff.bin").saying(flags=UTF8)), HONEST, may_notice=NAMES),
    Case("an extra field of the time", with_sheet(sheet().saying(extra=b"UT\x05\x00\x03\0\0\0\0")), HONEST),
    Case("a part of another program", named(b"xl/own.bin"), HONEST),
]

CASES = [*TWICE, *TWO_ACCOUNTS, *OVERLAPS, *LED_ASTRAY, *FOREIGN_BYTES, *PACKING, *DAMAGE, *TOO_MUCH, *HONEST_CASES]
# fmt: on
