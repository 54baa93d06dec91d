"""Entries keep their packed bytes, and any zip reader reads what is written."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from syditval.annotation.zip_file import ZipWriter, packed_bytes

DATE = (2024, 5, 8, 13, 37, 20)


def zipped(name: str, content: bytes, packing: int, *, stream: bool = False) -> bytes:
    """A zip file of one entry; a stream cannot be wound back to state the sizes before the data."""

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return not stream

    file = Stream()
    with ZipFile(file, "w") as package:
        info = ZipInfo(name, DATE)
        info.compress_type = packing
        package.writestr(info, content)
    return file.getvalue()


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("name", ["xl/workbook.xml", "bilder/räksmörgås.png", "xl\\styles.xml"])
def test_a_copied_entry_is_the_same_in_all_that_matters(name: str, packing: int, stream: bool) -> None:
    content = b"sju sj\xc3\xb6sjuka " * 50
    original = zipped(name, content, packing, stream=stream)
    (before,) = ZipFile(BytesIO(original)).infolist()
    writer = ZipWriter()

    writer.copy(before, packed_bytes(original, before))

    written = writer.finished()
    with ZipFile(BytesIO(written)) as package:
        (after,) = package.infolist()
        assert package.read(after) == content
    assert packed_bytes(written, after) == packed_bytes(original, before)
    assert (after.filename, after.date_time, after.compress_type, after.CRC) == (
        before.filename,
        DATE,
        packing,
        before.CRC,
    )


@pytest.mark.parametrize("length", [0, 1, 5000, 3_000_000])
def test_new_content_is_packed_under_the_old_name_and_date(length: int) -> None:
    info = ZipInfo("xl/styles.xml", DATE)
    content = b"<xf/>" * (length // 5) + b" " * (length % 5)
    writer = ZipWriter()

    writer.add(info, content)

    with ZipFile(BytesIO(writer.finished())) as package:
        assert package.testzip() is None
        assert package.read("xl/styles.xml") == content
        assert package.getinfo("xl/styles.xml").date_time == DATE
        assert package.getinfo("xl/styles.xml").compress_type == ZIP_DEFLATED


def test_what_describes_the_old_content_is_left_as_it_was() -> None:
    info = ZipInfo("xl/styles.xml", DATE)
    info.CRC, info.file_size = 1, 2

    ZipWriter().add(info, b"new")

    assert (info.CRC, info.file_size, info.compress_type) == (1, 2, ZIP_STORED)


def test_no_entries_are_an_empty_zip_file() -> None:
    assert ZipFile(BytesIO(ZipWriter().finished())).namelist() == []
