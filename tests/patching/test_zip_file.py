"""Entries keep their packed bytes, and any zip reader reads what is written."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.patching import zip_file
from syditval.patching.errors import CannotAnnotate
from syditval.patching.zip_file import ZipWriter, packed_pieces

DATE = (2024, 5, 8, 13, 37, 20)


def zipped(name: str, content: bytes, packing: int, *, stream: bool = False) -> BytesIO:
    """A zip file of one entry; a stream cannot be wound back to state the sizes before the data."""

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return not stream

    file = Stream()
    with ZipFile(file, "w") as package:
        info = ZipInfo(name, DATE)
        info.compress_type, info.external_attr = packing, 0o644 << 16
        package.writestr(info, content)
    return BytesIO(file.getvalue())


def entry(file: BytesIO) -> ZipInfo:
    with ZipFile(file) as package:
        (info,) = package.infolist()
    return info


def copied(file: BytesIO) -> BytesIO:
    """The entries of a zip file, copied into another."""
    target = BytesIO()
    writer = ZipWriter(target)
    with ZipFile(file) as package:
        for info in package.infolist():
            writer.copy(info, packed_pieces(file, info))
    writer.finish()
    return target


def added(info: ZipInfo, pieces: Iterable[bytes]) -> BytesIO:
    target = BytesIO()
    writer = ZipWriter(target)
    writer.add(info, pieces)
    writer.finish()
    return target


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("name", ["xl/workbook.xml", "bilder/räksmörgås.png", "xl\\styles.xml", "xl/media/"])
def test_a_copied_entry_is_the_same_in_all_that_matters(name: str, packing: int, stream: bool) -> None:
    content = b"sju sj\xc3\xb6sjuka " * 50
    original = zipped(name, content, packing, stream=stream)
    before = entry(original)

    written = copied(original)

    after = entry(written)
    with ZipFile(written) as package:
        assert package.testzip() is None
        assert package.read(after) == content
    assert b"".join(packed_pieces(written, after)) == b"".join(packed_pieces(original, before))
    for what in (
        *("orig_filename", "date_time", "compress_type", "CRC", "file_size", "compress_size"),
        *("create_system", "create_version", "extract_version", "external_attr", "internal_attr"),
    ):
        assert getattr(after, what) == getattr(before, what)


def test_a_copy_of_a_copy_is_the_same_bytes() -> None:
    once = copied(zipped("a.xml", b"<a/>", ZIP_DEFLATED, stream=True))

    assert copied(once).getvalue() == once.getvalue()


@pytest.mark.parametrize("length", [0, 1, 5000, 3_000_000])
def test_new_content_is_packed_under_the_old_name_and_date(length: int) -> None:
    info = ZipInfo("xl/styles.xml", DATE)
    info.file_size = length
    content = b"<xf/>" * (length // 5) + b" " * (length % 5)

    with ZipFile(added(info, [content])) as package:
        assert package.testzip() is None
        assert package.read("xl/styles.xml") == content
        assert package.getinfo("xl/styles.xml").date_time == DATE
        assert package.getinfo("xl/styles.xml").compress_type == ZIP_DEFLATED


@given(st.lists(st.binary(max_size=20)), st.integers(1, 30))
def test_new_content_comes_in_pieces_of_any_size(pieces: list[bytes], bulk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zip_file, "PIECE", bulk)
        file = added(ZipInfo("a.xml"), pieces)

    with ZipFile(file) as package:
        assert package.read("a.xml") == b"".join(pieces)


def test_small_pieces_are_packed_as_if_they_were_one() -> None:
    content = b"<c/>" * 999

    whole, torn = (added(ZipInfo("a.xml"), pieces) for pieces in ([content], [content[:7], content[7:]]))

    assert whole.getvalue() == torn.getvalue()


def test_what_describes_the_old_content_is_left_as_it_was() -> None:
    info = ZipInfo("xl/styles.xml", DATE)
    info.CRC, info.file_size, info.compress_type = 1, 2, ZIP_LZMA

    new = entry(added(info, [b"new"]))

    assert (info.CRC, info.file_size, info.compress_type) == (1, 2, ZIP_LZMA)
    assert (new.file_size, new.compress_type, new.extract_version) == (3, ZIP_DEFLATED, 20)


def test_no_entries_are_an_empty_zip_file() -> None:
    target = BytesIO()
    ZipWriter(target).finish()

    assert ZipFile(target).namelist() == []


def test_others_may_read_from_the_file_between_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "PIECE", 3)
    file = zipped("a.bin", b"0123456789", ZIP_STORED)
    found = b""
    for piece in packed_pieces(file, entry(file)):
        found += piece
        file.seek(0)

    assert found == b"0123456789"


@pytest.mark.parametrize(("offset", "length"), [(0, 35), (0, 10), (5, 99), (999, 99)])
def test_an_entry_that_is_cut_short_or_not_where_it_should_be_is_named(offset: int, length: int) -> None:
    file = zipped("a.bin", b"0123456789", ZIP_STORED)
    info = entry(file)
    info.header_offset = offset

    with pytest.raises(CannotAnnotate) as refusal:
        b"".join(packed_pieces(BytesIO(file.getvalue()[:length]), info))

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "a.bin"})


def test_what_is_too_big_for_a_plain_zip_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "_MOST_BYTES", 1000)
    with pytest.raises(CannotAnnotate) as refusal:
        added(ZipInfo("a.bin"), [bytes(1001)])
    assert refusal.value.fields == {"part": "a.bin"}

    monkeypatch.setattr(zip_file, "_MOST_ENTRIES", 0)
    with pytest.raises(CannotAnnotate) as refusal:
        added(ZipInfo("a.bin"), [b""])
    assert refusal.value.fields == {"part": "zip"}
