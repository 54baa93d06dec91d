"""Old and foreign workbooks made by hand: the records of an .xls, an .xlsb and an .ods, and containers."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from html import escape

from tests.reading.raw_package import zipped

SECTOR = 512
ROOT, STREAM = 5, 2
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
# Shorter streams would lie elsewhere.
SHORTEST_STREAM = 4096

Value = float | str | bool | None
# The state and the type of a sheet in an .xls workbook.
VISIBLE, HIDDEN, VERY_HIDDEN, MACRO_SHEET, CHART_SHEET = b"\0\0", b"\1\0", b"\2\0", b"\0\1", b"\0\2"
DAY_FORMAT = 1


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE container ([MS-CFB]) of a few streams: the header, one sector of FAT, directory, streams."""
    entries = 1 + len(streams)
    directory_sectors = -(-entries * 128 // SECTOR)
    chains = [FAT, *_chain(1, directory_sectors)]
    directory, data = _directory_entry("Root Entry", ROOT, (FREE, 1), (END, 0)), b""
    for number, (name, content) in enumerate(streams.items(), start=1):
        padded = content.ljust(SHORTEST_STREAM, b"\0")
        padded += b"\0" * (-len(padded) % SECTOR)
        following = number + 1 if number < len(streams) else FREE
        directory += _directory_entry(name, STREAM, (following, FREE), (len(chains), len(padded)))
        chains += _chain(len(chains), len(padded) // SECTOR)
        data += padded
    fat = b"".join(struct.pack("<I", entry) for entry in chains).ljust(SECTOR, b"\xff")
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, SHORTEST_STREAM, END, 0, END, 0) + struct.pack("<I", 0)
    return header.ljust(SECTOR, b"\xff") + fat + directory.ljust(directory_sectors * SECTOR, b"\0") + data


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END]


def _directory_entry(name: str, kind: int, links: tuple[int, int], place: tuple[int, int]) -> bytes:
    """``links`` are the entries beside it and below it, ``place`` the first sector and the size."""
    written = (name + "\0").encode("utf-16-le")
    fields = struct.pack("<HBB3I", len(written), kind, 1, FREE, *links)
    return written.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<IQ", *place)


def xls(
    rows: Sequence[Sequence[Value]] = ((),),
    *,
    name: str = "Drift",
    options: bytes = VISIBLE,
    extra: bytes = b"",
    protection: bytes = b"",
) -> bytes:
    """An .xls workbook ([MS-XLS]) with one sheet of values; ``extra`` are further records of it."""
    title = name.encode("utf-16-le")
    tail = options + bytes([len(name), 1]) + title
    formats = record(0xE0, bytes(20)) + record(0xE0, struct.pack("<HH16x", 0, 14))
    opening = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0x600)) + protection + formats
    begins = len(opening) + 4 + 4 + len(tail) + 4
    listing = record(0x85, struct.pack("<I", begins) + tail)
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0x600))
    for row, values in enumerate(rows):
        sheet += b"".join(_xls_cell(row, column, value) for column, value in enumerate(values))
    return ole({"Workbook": opening + listing + record(0x0A) + sheet + extra + record(0x0A)})


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xls workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def xls_day(row: int, column: int, serial: float) -> bytes:
    """A number in the format of a day. Rows and columns count from 0."""
    return record(0x203, struct.pack("<HHHd", row, column, DAY_FORMAT, serial))


def xls_error(row: int, column: int) -> bytes:
    """#DIV/0!. Rows and columns count from 0."""
    return record(0x205, struct.pack("<HHHBB", row, column, 0, 7, 1))


def xls_merged(top: int, bottom: int, left: int, right: int) -> bytes:
    """A merged area. Rows and columns count from 0."""
    return record(0xE5, struct.pack("<5H", 1, top, bottom, left, right))


def _xls_cell(row: int, column: int, value: Value) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if value is None:
        return b""
    if isinstance(value, bool):
        return record(0x205, place + struct.pack("<BB", value, 0))
    if isinstance(value, str):
        return record(0x204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return record(0x203, place + struct.pack("<d", value))


def xlsb(rows: Sequence[Sequence[Value]]) -> bytes:
    """An .xlsb workbook ([MS-XLSB]) with one sheet of numbers and texts."""
    sheet = _binary(129) + _binary(148, struct.pack("<4I", 0, len(rows), 0, 9)) + _binary(145)
    for row, values in enumerate(rows):
        sheet += _binary(0, struct.pack("<I", row) + bytes(13))
        sheet += b"".join(_xlsb_cell(column, value) for column, value in enumerate(values))
    book = _binary(131) + _binary(153, bytes(8)) + _binary(143)
    book += (
        _binary(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Drift")) + _binary(144) + _binary(132)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    relation = f'<Relationship Id="rId1" Type="{office}" Target="worksheets/sheet1.bin"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{package}">{relation}</Relationships>',
            "xl/worksheets/sheet1.bin": sheet + _binary(146) + _binary(130),
        }
    )


def _xlsb_cell(column: int, value: Value) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return _binary(6, place + _wide(value))
    return b"" if value is None else _binary(5, place + struct.pack("<d", value))


def _binary(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb part, its kind and length in groups of seven bits."""
    return _groups(kind) + _groups(len(content)) + content


def _groups(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def ods(
    rows: Sequence[Sequence[Value]] = ((),),
    *,
    declared: str = SPREADSHEET,
    before: str = "",
    manifest: str = "",
) -> bytes:
    """An .ods workbook with one sheet; ``before`` stands before its XML, ``manifest`` in the manifest."""
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = "".join(f' xmlns:{space}="{name}{space}:1.0"' for space in ("office", "table", "text"))
    lines = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, values))}</table:table-row>" for values in rows
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="Drift">{lines}</table:table>'
    return zipped(
        {
            "mimetype": declared,
            "content.xml": f"{before}<office:document-content{spaces}>{body}</office:spreadsheet></office:body>"
            "</office:document-content>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def _ods_cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        text = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
