"""Bytes are taken as they are, hashed, and refused in one sentence where they cannot be a workbook."""

from __future__ import annotations

import io
import os
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from syditval.reading import UnreadableWorkbook, open_source

ZIP = b"PK\x03\x04 the rest"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    file = tmp_path / "april.xlsx"
    file.write_bytes(ZIP)
    return file


def refusal(place: str | Path) -> UnreadableWorkbook:
    with pytest.raises(UnreadableWorkbook) as refused:
        open_source(place)
    return refused.value


def test_a_file_is_taken_with_its_name_and_its_place(workbook: Path) -> None:
    source = open_source(str(workbook))

    assert (source.name, source.content, source.path) == ("april.xlsx", ZIP, workbook)
    assert source.sha256 == sha256(ZIP).hexdigest()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ZIP)))
    source = open_source("-")

    assert (source.name, source.content, source.path) == ("-", ZIP, None)


def test_a_missing_file(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "maj.xlsx")

    assert refused.code == "R001"
    assert str(refused) == f"There is no file {tmp_path / 'maj.xlsx'}: check the name and the folder."


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "R002"
    assert refusal(tmp_path).sentence("sv") == f"{tmp_path} är en mapp: ange arbetsboken i den."


def test_a_path_through_a_file(workbook: Path) -> None:
    assert refusal(workbook / "april.xlsx").code == "R003"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 5000)).code == "R003"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything"
)
def test_a_file_that_may_not_be_read(workbook: Path) -> None:
    workbook.chmod(0)

    assert refusal(workbook).code == "R003"


def test_a_file_that_another_program_holds(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", held)

    assert str(refusal(workbook)) == (
        f"{workbook} cannot be read (Permission denied): check that you may open it and that no other "
        "program holds it."
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "R004"),
        (b"Konto;Budget;Utfall\n", "R005"),
        (b"PK;Budget;Utfall\n", "R005"),
        (b"<html>", "R005"),
        (OLE, "R006"),
    ],
    ids=["empty", "text", "text that begins like a zip", "html", "ole"],
)
def test_bytes_that_are_no_package(workbook: Path, content: bytes, code: str) -> None:
    workbook.write_bytes(content)

    assert refusal(workbook).code == code
    assert str(refusal(workbook)).startswith("april.xlsx is ")
