"""Files that are no .xlsx package, whatever their name says."""

from __future__ import annotations

import io
import zipfile

from tests.reading.hostile.case import HONEST, Case, honest
from tests.reading.raw_package import zipped

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
OWNER = b"\x05Karin".ljust(55) + "\x05Karin".encode("utf-16-le").ljust(110, b" ")


def zipped_workbook() -> bytes:
    """A workbook inside a zip file, as some mail programs send it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("april.xlsx", honest())
    return buffer.getvalue()


# fmt: off
CASES = [
    Case("a PDF", b"%PDF-1.7\n" + b"\0" * 99, "R005", ("PDF",)),
    Case("a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "R005"),
    Case("a photograph", b"\xff\xd8\xff\xe0" + b"\0" * 99, "R005"),
    Case("a packed archive", b"\x1f\x8b\x08" + b"\0" * 99, "R005"),
    Case("a workbook inside a zip file", zipped_workbook(), "R005"),
    Case("a zip file of nothing", b"PK\x05\x06" + b"\0" * 18, "R034"),
    Case("a presentation", zipped({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), "R005"),
    Case("a program", b"MZ\x90\0" + b"\0" * 999, "R005"),
    Case("noise", bytes(range(128, 256)) * 9, "R005"),
    Case("zeros", b"\0" * 999, "R005"),
    Case("a text under the name of a workbook", b"Konto;Budget\n5010;1200\n", "R005"),
    Case("an empty container of the old kind", OLE + b"\0" * 999, "R005"),
    Case("a lock file", OWNER, "R012", file="~$april.xlsx"),
    Case("a lock file by another name", OWNER, "R012"),
    Case("what is left of a lock file", b"Karin", "R012", file="~$april.xlsx"),
    Case("a workbook under the name of an old one", honest(), HONEST, file="april.xls"),
    Case("a workbook under the name of a text", honest(), HONEST, file="april.csv"),
    Case("a workbook under the name of a lock file", honest(), HONEST, file="~$april.xlsx"),
]
# fmt: on
