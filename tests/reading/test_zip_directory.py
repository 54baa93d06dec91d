"""A zip file is believed only where both accounts of every part agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from syditval.reading.limits import Limits
from syditval.reading.zip_directory import located_entries
from tests.reading import zip_writer
from tests.reading.refusals import refusal
from tests.reading.zip_writer import ELSEWHERE, ENCRYPTED, STORED, UTF8, End, Entry, streamed, zip_file

ONE = Entry(b"xl/a.xml", b"<a/>" * 40)
TWO = Entry(b"empty", b"", packed=b"").saying(method=STORED)
PARTS = [ONE, TWO]


def described(content: bytes, limits: Limits = Limits()) -> list[tuple[str, int, bytes]]:
    """Each part's name, its size, and its packed bytes."""
    found = located_entries(content, limits)
    return [(each.entry.name, each.entry.size, content[each.start : each.end]) for each in found]


HONEST = [("xl/a.xml", 160, ONE.body), ("empty", 0, b"")]


@pytest.mark.parametrize(
    "content",
    [
        zip_file(PARTS),
        zip_file(PARTS, end=End(comment=b"made by hand")),
        zip_file(PARTS, end=End(zip64=True)),
        zip_file([streamed(ONE), TWO]),
        zip_file([streamed(ONE, signature=b""), TWO]),
        zip_file([zip_writer.large(ONE), TWO]),
    ],
    ids=["plain", "comment", "zip64", "streamed", "streamed without a signature", "large"],
)
def test_honest_files_of_every_writer_are_understood(content: bytes) -> None:
    assert described(content) == HONEST


@pytest.mark.parametrize(("encoding", "flags"), [("utf-8", UTF8), ("cp437", 0)])
def test_names_are_in_utf_8_where_they_say_so_else_in_the_old_code_page(encoding: str, flags: int) -> None:
    assert described(zip_file([Entry("löner".encode(encoding)).saying(flags=flags)])) == [
        ("löner", 0, b"\3\0")
    ]


def test_parts_come_in_the_order_in_which_they_lie() -> None:
    """Not in that of the directory."""
    content = zip_file(PARTS)
    middle = content.index(b"PK\x01\x02"), content.rindex(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    first, second = content[middle[0] : middle[1]], content[middle[1] : middle[2]]
    turned = content[: middle[0]] + second + first + content[middle[2] :]

    assert described(turned) == HONEST


LIES: dict[str, tuple[Sequence[Entry], str, str]] = {
    "another name": ([replace(ONE, local={"name": b"xl/b.xml"})], "R022", "other_name"),
    "another size": ([replace(ONE, local={"size": 5})], "R022", "other_size"),
    "another packed size": ([replace(ONE, central={"packed": 5})], "R022", "other_size"),
    "another checksum": ([replace(ONE, local={"crc": 5})], "R022", "other_size"),
    "another way of packing": ([replace(ONE, local={"method": STORED})], "R022", "other_method"),
    "no header": ([replace(ONE, central={"offset": 4})], "R022", "no_header"),
    "a header beyond the end": ([replace(ONE, central={"offset": 10**6})], "R022", "no_header"),
    "a header far beyond the end": ([replace(ONE, central={"offset": ELSEWHERE})], "R022", "no_header"),
    "encrypted": ([ONE.saying(flags=ENCRYPTED)], "R025", "packed_encrypted"),
    "encrypted by one account": ([replace(ONE, local={"flags": ENCRYPTED})], "R025", "packed_encrypted"),
    "an unknown method": ([ONE.saying(method=14)], "R025", "method 14"),
    "bytes between": ([replace(ONE, tail=b"hidden"), TWO], "R022", "unlisted"),
    "another size behind": ([streamed(ONE, size=7), TWO], "R022", "other_size"),
}


@pytest.mark.parametrize("lie", LIES)
def test_two_accounts_that_do_not_agree_are_refused(lie: str) -> None:
    parts, code, cause = LIES[lie]
    refused = refusal(described, zip_file(parts))

    assert (refused.code, refused.fields["cause"]) == (code, cause)
    assert refused.part


DIRECTORIES: dict[str, tuple[bytes, str, dict[str, str]]] = {
    "none": (b"PK\x03\x04" + b"x" * 100, "R007", {"cause": "no_directory"}),
    "cut off": (zip_file(PARTS)[:-1], "R007", {"cause": "no_directory"}),
    "garbled": (zip_file(PARTS).replace(b"PK\x01\x02", b"PK\x01\x00"), "R007", {"cause": "no_directory"}),
    "more parts than there are": (zip_file(PARTS, end=End(stated=3)), "R022", {"cause": "other_count"}),
    "less parts than there are": (zip_file(PARTS, end=End(stated=1)), "R022", {"cause": "other_count"}),
    "bytes before, counted": (zip_file(PARTS, before=b"MZ" * 9), "R024", {"where": "before", "count": "18"}),
    "bytes before": (
        zip_file(PARTS, before=b"MZ" * 9, counted=False),
        "R024",
        {"where": "before", "count": "18"},
    ),
    "bytes after": (zip_file(PARTS) + b"<script>", "R024", {"where": "after", "count": "8"}),
    "overlaps": (zip_writer.overlapping([ONE], [b"b", b"c", b"d"], b"<a/>"), "R023", {"part": "b"}),
}


@pytest.mark.parametrize("case", DIRECTORIES)
def test_a_directory_that_does_not_fit_the_file_is_refused(case: str) -> None:
    content, code, fields = DIRECTORIES[case]
    refused = refusal(described, content)

    assert (refused.code, refused.fields) == (code, {**refused.fields, **fields})


@pytest.mark.parametrize("end", [End(), End(zip64=True)], ids=["plain", "zip64"])
def test_no_beginning_of_a_file_is_taken_for_the_whole(end: End) -> None:
    content = zip_file(PARTS, end=end)

    assert {refusal(described, content[:cut]).code for cut in range(len(content))} == {"R007"}


def test_the_number_of_parts_has_a_limit() -> None:
    assert len(described(zip_file(PARTS), Limits(parts=2))) == 2
    assert refusal(described, zip_file(PARTS), Limits(parts=1)).fields["limit"] == "parts"


def test_a_link_is_known_for_one() -> None:
    link = replace(ONE, central={"made_by": zip_writer.UNIX, "attributes": zip_writer.SYMLINK})

    assert [each.entry.is_link for each in located_entries(zip_file([link, TWO]), Limits())] == [True, False]
