"""Bytes are taken as they are, hashed, and refused in one sentence where they cannot be a workbook."""

from __future__ import annotations

import io
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from syditval.reading import Limits, Source, open_source
from tests.reading.refusals import refusal

ZIP = b"PK\x03\x04 the rest"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    file = tmp_path / "april.xlsx"
    file.write_bytes(ZIP)
    return file


def test_a_file_is_taken_with_its_name_and_its_place(workbook: Path) -> None:
    source = open_source(str(workbook))

    assert (source.name, source.content, source.path) == ("april.xlsx", ZIP, workbook)
    assert source.sha256 == sha256(ZIP).hexdigest()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ZIP)))
    source = open_source("-")

    assert (source.name, source.content, source.path) == ("-", ZIP, None)


def test_a_missing_file(tmp_path: Path) -> None:
    refused = refusal(open_source, tmp_path / "maj.xlsx")

    assert refused.code == "R001"
    assert str(refused) == f"There is no file {tmp_path / 'maj.xlsx'}: check the name and the folder."


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(open_source, tmp_path).code == "R002"
    assert refusal(open_source, tmp_path).sentence("sv") == f"{tmp_path} är en mapp: ange arbetsboken i den."


def test_a_path_through_a_file(workbook: Path) -> None:
    assert refusal(open_source, workbook / "april.xlsx").code == "R003"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert refusal(open_source, tmp_path / ("x" * 5000)).code == "R003"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything"
)
def test_a_file_that_may_not_be_read(workbook: Path) -> None:
    workbook.chmod(0)

    assert refusal(open_source, workbook).code == "R003"


def test_a_file_that_another_program_holds(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", held)

    assert str(refusal(open_source, workbook)) == (
        f"{workbook} cannot be read (Permission denied): check that you may open it and that no other "
        "program holds it."
    )


@pytest.mark.parametrize("place", ["april.xlsx", "-"])
def test_an_empty_file_is_refused(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("april.xlsx").touch()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO()))

    assert str(refusal(open_source, place)) == f"{place} is empty: export or save the workbook again."


@pytest.mark.parametrize("content", [b"Konto;Budget;Utfall\n", b"<html>", OLE], ids=["text", "html", "ole"])
def test_what_the_bytes_are_is_for_others_to_say(workbook: Path, content: bytes) -> None:
    workbook.write_bytes(content)

    assert open_source(workbook).content == content


class TestSize:
    def test_may_reach_the_limit(self, workbook: Path) -> None:
        assert open_source(workbook, Limits(file_bytes=len(ZIP))).content == ZIP

    @pytest.mark.parametrize("place", ["april.xlsx", "-"])
    def test_may_not_pass_it_and_no_more_than_that_is_ever_read(
        self, place: str, workbook: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stream = io.BytesIO(ZIP)
        monkeypatch.chdir(workbook.parent)
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
        refused = refusal(open_source, place, Limits(file_bytes=5))

        assert (refused.code, stream.tell()) == ("R013", 6 if place == "-" else 0)
        assert str(refused) == (
            f"{place}: the file has more bytes where the limit file_bytes allows 5: if the file is what "
            "it should be, allow more with --limit file_bytes=NUMBER."
        )

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
    def test_of_an_endless_file_is_too_large(self) -> None:
        assert refusal(open_source, "/dev/zero", Limits(file_bytes=1000)).code == "R013"


class TestChange:
    """A report on a file that is another one by now would be a report on nothing."""

    def test_a_file_that_is_what_it_was_may_have_been_touched(self, workbook: Path) -> None:
        source = open_source(workbook)
        workbook.touch()

        source.refuse_change()

    @pytest.mark.parametrize(
        "now", [ZIP.replace(b"rest", b"best"), ZIP + b"more", b""], ids=["one byte", "more", "empty"]
    )
    def test_one_that_was_changed_is_refused(self, workbook: Path, now: bytes) -> None:
        source = open_source(workbook)
        workbook.write_bytes(now)

        assert (refusal(source.refuse_change).code, refusal(source.refuse_change).fields) == (
            "R014",
            {"file": "april.xlsx"},
        )

    def test_one_that_cannot_be_read_again_is_refused(
        self, workbook: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def held(_: Path) -> NoReturn:
            raise PermissionError(13, "Permission denied")

        source = open_source(workbook)
        monkeypatch.setattr(Path, "read_bytes", held)

        assert refusal(source.refuse_change).code == "R003"

    def test_what_is_no_file_cannot_change(self, workbook: Path) -> None:
        """Standard input, a pipe, and a file that is gone: its bytes were all there."""
        source = open_source(workbook)
        workbook.unlink()

        source.refuse_change()
        Source("-", ZIP, None).refuse_change()
