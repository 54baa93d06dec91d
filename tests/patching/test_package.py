"""Parts by name, and which of them stay what they were."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from syditval.patching.errors import CannotAnnotate
from syditval.patching.package import Package
from tests.annotation.build import write_parts

PARTS = {"[Content_Types].xml": b"<Types/>", "xl/a.xml": b"<a/>", "xl/b.xml": b"<b/>", "xl/c.bin": b"\0\1"}


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package(write_parts(tmp_path / "parts.zip", PARTS).read_bytes())


def unpacked(package: Package) -> dict[str, bytes]:
    with ZipFile(BytesIO(package.packed())) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("name", ["xl/a.xml", "/xl/a.xml", "XL/A.xml", "xl\\a.xml"])
def test_a_part_is_found_however_its_name_is_written(package: Package, name: str) -> None:
    assert package.has(name)
    assert package.read(name) == b"<a/>"
    assert package.beginning(name) == b"<a/>"
    assert package.root(name).tag == "a"


def test_an_untouched_package_is_written_as_it_was(package: Package) -> None:
    package.root("xl/a.xml")

    assert unpacked(package) == PARTS
    assert (package.changed, package.added, package.untouched) == ((), (), 4)


def test_an_edited_part_is_written_anew_in_its_place(package: Package) -> None:
    package.edit("xl/b.xml").set("x", "1")

    written = unpacked(package)

    assert list(written) == list(PARTS)
    assert b'<b x="1"/>' in written["xl/b.xml"]
    assert (package.changed, package.added, package.untouched) == (("xl/b.xml",), (), 3)


def test_a_part_can_be_replaced_whatever_was_done_to_it(package: Package) -> None:
    package.edit("xl/b.xml").set("x", "1")
    package.put("xl/b.xml", b"<other/>")

    assert package.root("xl/b.xml").tag == "other"
    assert unpacked(package)["xl/b.xml"] == b"<other/>"


def test_a_new_part_comes_last_and_can_be_edited(package: Package) -> None:
    package.put("xl/d.xml", b"<d/>")
    package.edit("xl/d.xml").set("x", "1")

    written = unpacked(package)

    assert package.has("xl/d.xml")
    assert list(written) == [*PARTS, "xl/d.xml"]
    assert b'<d x="1"/>' in written["xl/d.xml"]
    assert (package.changed, package.added, package.untouched) == ((), ("xl/d.xml",), 4)


def test_the_same_edits_give_the_same_bytes(tmp_path: Path) -> None:
    content = write_parts(tmp_path / "parts.zip", PARTS).read_bytes()

    def edited() -> bytes:
        package = Package(content)
        package.edit("xl/a.xml").set("x", "1")
        package.put("xl/d.xml", b"<d/>")
        return package.packed()

    assert edited() == edited()


@pytest.mark.parametrize("act", [Package.read, Package.beginning, Package.root, Package.edit])
def test_a_part_that_is_not_there_is_named(package: Package, act: object) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        act(package, "xl/x.xml")  # type: ignore[operator]

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/x.xml"})


@pytest.mark.parametrize("act", [Package.read, Package.beginning])
def test_a_part_with_damaged_bytes_is_named(tmp_path: Path, act: object) -> None:
    content = write_parts(tmp_path / "parts.zip", {"xl/a.xml": b"<a>" + b"sum" * 999 + b"</a>"}).read_bytes()
    start = content.index(b"xl/a.xml") + len("xl/a.xml")
    damaged = content[:start] + bytes(8) + content[start + 8 :]

    with pytest.raises(CannotAnnotate) as refusal:
        act(Package(damaged), "xl/a.xml")  # type: ignore[operator]

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": "xl/a.xml"})


def test_what_is_no_zip_file_is_refused() -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        Package(b"Budget;Utfall")

    assert refusal.value.code == "A009"
