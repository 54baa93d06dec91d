"""A package: safe names, one part to a name, and no more unpacked than agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

import pytest

from syditval.reading.limits import Limits
from syditval.reading.package import Package, PartStream, resolved
from tests.reading import zip_writer
from tests.reading.raw_package import zipped
from tests.reading.refusals import refusal
from tests.reading.zip_writer import STORED, Entry, deflated, zip_file

BOOK = Entry(b"xl/Workbook.xml", b"<workbook/>" * 10_000)


def package(*entries: Entry, limits: Limits = Limits()) -> Package:
    return Package(zip_file(entries), limits)


class TestNames:
    @pytest.mark.parametrize("written", ["xl/Workbook.xml", "/xl/workbook.xml", "XL\\workbook.xml"])
    def test_a_part_is_found_whatever_its_case_and_its_slashes(self, written: str) -> None:
        found = Package(zipped({written: "<workbook/>"}), Limits())

        assert found.parts == ["xl/workbook.xml"]
        assert found.read("xl/workbook.xml") == b"<workbook/>"
        assert found.name("xl/workbook.xml") == written
        assert found.irregular == ([written] if "\\" in written else [])

    def test_folders_are_no_parts(self) -> None:
        found = Package(zipped({"xl/": "", "xl/a": ""}), Limits())

        assert found.parts == ["xl/a"]
        assert not found.has("xl/b")

    @pytest.mark.parametrize("other", [b"xl/Workbook.xml", b"xl/WORKBOOK.XML", b"/xl\\workbook.xml"])
    def test_two_parts_of_one_name_are_refused(self, other: bytes) -> None:
        refused = refusal(package, BOOK, Entry(other))

        assert (refused.code, refused.part) == ("R020", other.decode())

    @pytest.mark.parametrize(
        "name",
        [
            b"../a",
            b"xl/../../a",
            b"..\\a",
            b"C:\\a",
            b"file:a",
            b"",
            b"xl/a\0.xml",
            b"xl/\x1b[2J",
            b"xl/a\x7f",
        ],
    )
    def test_names_that_lead_out_or_hide_what_they_are_are_refused(self, name: bytes) -> None:
        assert refusal(package, BOOK, Entry(name)).code == "R021"

    def test_a_link_is_refused(self) -> None:
        link = replace(BOOK, central={"made_by": zip_writer.UNIX, "attributes": zip_writer.SYMLINK})

        assert refusal(package, link).code == "R021"


class TestContent:
    @pytest.mark.parametrize("part", [BOOK, replace(BOOK, packed=BOOK.content).saying(method=STORED)])
    def test_comes_in_pieces_that_make_up_the_whole(self, part: Entry) -> None:
        found = package(part)

        assert max(map(len, found.chunks("xl/workbook.xml"))) <= 1 << 16
        assert found.read("xl/workbook.xml") == BOOK.content

    def test_a_limit_may_be_reached_and_counts_what_comes_out_whatever_is_declared(self) -> None:
        size = len(BOOK.content)
        assert len(package(BOOK, limits=Limits(part_bytes=size)).read("xl/workbook.xml")) == size

        for part in (BOOK, BOOK.saying(size=10)):
            small = package(part, limits=Limits(part_bytes=size - 1))
            refused = refusal(small.read, "xl/workbook.xml")
            assert (refused.code, refused.fields["limit"]) == ("R013", "part_bytes")

    def test_what_is_never_wanted_is_never_unpacked(self) -> None:
        """A bomb hurts only whoever opens it: here it is refused after the first piece that is too much."""
        bomb = Entry(b"bomb", b"", packed=deflated(b"0" * 50_000_000)).saying(size=50_000_000)
        pieces = package(bomb, limits=Limits(part_bytes=100_000)).chunks("bomb")

        assert len(next(pieces)) <= 1 << 16
        assert refusal(lambda: [*pieces]).code == "R013"

    @pytest.mark.parametrize(
        ("part", "code", "cause"),
        [
            (BOOK.saying(size=5), "R022", "other_size"),
            (BOOK.saying(crc=5), "R007", "checksum"),
            (replace(BOOK, packed=b"\xff\xff garbage"), "R007", "unpacking"),
            (replace(BOOK, packed=deflated(BOOK.content)[:-4]), "R007", "unpacking"),
            (replace(BOOK, packed=deflated(BOOK.content) + b"more"), "R007", "unpacking"),
            (replace(BOOK, packed=deflated(BOOK.content) + b"more" * 50_000), "R007", "unpacking"),
            (replace(BOOK, packed=b""), "R007", "unpacking"),
        ],
        ids=["size", "checksum", "garbage", "cut off", "more", "much more", "nothing"],
    )
    def test_what_is_not_what_was_declared_is_refused(self, part: Entry, code: str, cause: str) -> None:
        refused = refusal(package(part).read, "xl/workbook.xml")

        assert (refused.code, refused.fields["cause"]) == (code, cause)

    def test_an_empty_part_is_empty(self) -> None:
        assert crc32(b"") == 0
        assert package(Entry(b"a")).read("a") == b""


def test_a_stream_ends_only_where_the_pieces_do() -> None:
    def pieces() -> Iterator[bytes]:
        yield from (b"", b"one", b"", b"two", b"")

    stream = PartStream(pieces())

    assert [stream.read(1), stream.read(), stream.read(), stream.read()] == [b"one", b"two", b"", b""]


@pytest.mark.parametrize(
    ("source", "target", "part"),
    [
        ("xl/workbook.xml", "worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/worksheets/sheet1.xml", "../drawings/drawing1.xml", "xl/drawings/drawing1.xml"),
        ("xl/workbook.xml", "sheet1.xml#A1", "xl/sheet1.xml"),
        ("", "xl/workbook.xml", "xl/workbook.xml"),
        ("xl/workbook.xml", "../../etc/passwd", None),
        ("xl/workbook.xml", "file:///etc/passwd", None),
        ("xl/workbook.xml", "https://example.com/a", None),
        ("xl/workbook.xml", "C:\\a.xml", None),
        ("xl/workbook.xml", "\\\\server\\share\\a.xml", None),
        ("xl/workbook.xml", "mailto:a", None),
    ],
)
def test_a_target_is_a_part_or_lies_outside(source: str, target: str, part: str | None) -> None:
    assert resolved(source, target) == part
