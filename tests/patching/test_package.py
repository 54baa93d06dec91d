"""Parts by name, and which of them stay what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import CONTENT_TYPES, Package, part_key
from syditval.patching.zip_file import packed_pieces
from tests.patching.packages import TYPES, package, written, zipped

PARTS: dict[str, str | bytes] = {
    CONTENT_TYPES: TYPES,
    "xl/a.xml": "<a/>",
    "xl/b.xml": "<b/>",
    "xl/c.bin": b"\0\1",
}
BYTES = {name: content.encode() if isinstance(content, str) else content for name, content in PARTS.items()}


@pytest.fixture
def opened() -> Package:
    return package(PARTS)


def set_x(of: Package, part: str) -> None:
    """An edit of the root of a part."""
    document = of.document(part)
    document.set(document.root, {"x": "1"})


@pytest.mark.parametrize("name", ["xl/a.xml", "/xl/a.xml", "XL/A.xml", "xl\\a.xml"])
def test_a_part_is_found_however_its_name_is_written(opened: Package, name: str) -> None:
    assert part_key(name) == "xl/a.xml"
    assert opened.has(name)
    assert opened.size(name) == 4
    assert opened.read(name) == b"".join(opened.pieces(name)) == b"<a/>"
    assert opened.document(name).root.name == "a"


def test_an_untouched_package_is_written_as_it_was(opened: Package) -> None:
    opened.document("xl/a.xml")

    assert written(opened) == BYTES
    assert (opened.changed, opened.added, opened.untouched) == ((), (), 4)


def test_parts_that_are_not_touched_keep_their_very_bytes() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as content:
        content.writestr("xl/stored.bin", b"x" * 99, ZIP_STORED)
        content.writestr("xl/media/", b"")
        content.writestr("xl/packed.xml", b"<p/>" * 99, ZIP_DEFLATED, compresslevel=1)
        content.writestr("xl/a.xml", b"<a/>")
    of, copy = Package(file), BytesIO()
    set_x(of, "xl/a.xml")
    of.write(copy)

    with ZipFile(file) as before, ZipFile(copy) as after:
        for old, new in zip(before.infolist()[:3], after.infolist()[:3], strict=True):
            assert old.filename == new.filename
            assert b"".join(packed_pieces(file, old)) == b"".join(packed_pieces(copy, new))
    # The entry of a folder is no part.
    assert of.untouched == 2


def test_an_edited_part_is_written_anew_in_its_place(opened: Package) -> None:
    set_x(opened, "XL/b.xml")

    assert list(written(opened).items()) == list((BYTES | {"xl/b.xml": b'<b x="1"/>'}).items())
    assert opened.read("xl/b.xml") == b'<b x="1"/>'
    assert (opened.changed, opened.added, opened.untouched) == (("xl/b.xml",), (), 3)


def test_a_part_can_be_replaced_whatever_was_done_to_it(opened: Package) -> None:
    set_x(opened, "xl/b.xml")
    opened.put("xl/b.xml", b"<other/>")

    assert opened.document("xl/b.xml").root.name == "other"
    assert written(opened)["xl/b.xml"] == b"<other/>"
    assert b"".join(opened.pieces("xl/b.xml")) == b"<b/>"


def test_a_part_can_be_replaced_by_what_is_made_when_it_is_written(opened: Package) -> None:
    made: list[str] = []

    def pieces() -> Iterable[bytes]:
        made.append("once")
        yield from (b"<b", b"/>", b"")

    opened.put_pieces("xl/b.xml", pieces)

    assert made == []
    assert written(opened)["xl/b.xml"] == b"<b/>"
    assert made == ["once"]
    assert opened.changed == ("xl/b.xml",)


def test_a_new_part_comes_last_and_can_be_edited(opened: Package) -> None:
    opened.put("xl/d.xml", b"<d/>")
    set_x(opened, "xl/d.xml")

    assert opened.has("XL/d.xml")
    assert list(written(opened)) == [*PARTS, "xl/d.xml"]
    assert written(opened)["xl/d.xml"] == b'<d x="1"/>'
    assert (opened.changed, opened.added, opened.untouched) == ((), ("xl/d.xml",), 4)


def test_a_part_is_taken_away(opened: Package) -> None:
    opened.put("xl/d.xml", b"<d/>")
    set_x(opened, "xl/b.xml")
    for name in ("XL/b.xml", "xl/d.xml"):
        opened.remove(name)
        assert not opened.has(name)

    assert written(opened) == {name: content for name, content in BYTES.items() if name != "xl/b.xml"}
    assert (opened.changed, opened.added, opened.untouched) == (("xl/b.xml",), (), 3)


def test_a_part_that_was_taken_away_can_be_put_back(opened: Package) -> None:
    opened.remove("xl/b.xml")
    opened.put("xl/b.xml", b"<new/>")

    assert opened.read("xl/b.xml") == b"<new/>"
    assert list(written(opened)) == list(PARTS)


def test_what_is_stated_of_single_parts_is_found_by_their_names() -> None:
    types = TYPES.replace("/>", '><Override PartName="/xl/A.xml" ContentType="a"/><Default/></Types>')

    assert package({CONTENT_TYPES: types}).overrides.keys() == {"xl/a.xml"}


def test_the_same_edits_give_the_same_bytes() -> None:
    original = zipped(PARTS)

    def edited() -> bytes:
        of, file = Package(original), BytesIO()
        set_x(of, "xl/a.xml")
        of.put("xl/d.xml", b"<d/>")
        of.write(file)
        return file.getvalue()

    first = edited()

    assert first == edited()
    with ZipFile(BytesIO(first)) as content:
        # New parts have no time of their own.
        assert content.getinfo("xl/d.xml").date_time == (1980, 1, 1, 0, 0, 0)


ACTS: list[Callable[[Package, str], object]] = [
    Package.read,
    Package.document,
    lambda of, name: list(of.pieces(name)),
    Package.size,
]


@pytest.mark.parametrize("act", ACTS)
def test_a_part_that_is_not_there_is_named(opened: Package, act: Callable[[Package, str], object]) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        act(opened, "xl/x.xml")

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/x.xml"})


@pytest.mark.parametrize("act", ACTS[:2])
def test_a_part_that_was_taken_away_is_not_there(
    opened: Package, act: Callable[[Package, str], object]
) -> None:
    opened.remove("xl/a.xml")

    with pytest.raises(CannotAnnotate) as refusal:
        act(opened, "xl/a.xml")

    assert refusal.value.fields == {"part": "xl/a.xml"}


@pytest.mark.parametrize("act", ACTS[:3])
def test_a_part_with_damaged_bytes_is_named(act: Callable[[Package, str], object]) -> None:
    content = zipped({"xl/a.xml": b"<a>" + b"sum" * 999 + b"</a>"}).getvalue()
    start = content.index(b"xl/a.xml") + len("xl/a.xml")
    damaged = content[:start] + bytes(8) + content[start + 8 :]

    with pytest.raises(CannotAnnotate) as refusal:
        act(Package(BytesIO(damaged)), "xl/a.xml")

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/a.xml"})


def test_what_is_no_zip_file_is_refused() -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        Package(BytesIO(b"Budget;Utfall"))

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "zip"})
