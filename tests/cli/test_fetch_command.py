"""``syditval fetch``: what is kept of a month as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.cli.fetch_command import NAMELESS, safe_name
from syditval.reading import open_source, read_workbook
from tests.cli.sending import at_work, ended, month

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """The workbook of a wrong April, which is kept."""
    at_work(tmp_path, monkeypatch)
    book = month(tmp_path / "utkorg", "april", off=9)
    ended("upload", "-q", book)
    capsys.readouterr()
    return book


def fetched(*arguments: object) -> int:
    return ended("fetch", "IT-enheten", "2024-04", *arguments)


def test_the_workbook_is_byte_for_byte_what_was_sent(sent: Path, capsys: Capture) -> None:
    assert fetched() == 0
    assert Path("april.xlsx").read_bytes() == sent.read_bytes()
    assert capsys.readouterr().out == "Fetched: april.xlsx\n"


@pytest.mark.usefixtures("sent")
def test_everything_goes_into_one_folder(capsys: Capture) -> None:
    assert fetched("--what", "all", "-o", "revision") == 0

    assert {each.name for each in Path("revision").iterdir()} == {
        "april.xlsx",
        "april.granskad.xlsx",
        "april.json",
    }
    copy = read_workbook(open_source("revision/april.granskad.xlsx"))
    assert copy.sheets[0].name == "Granskning"
    assert json.loads(Path("revision/april.json").read_bytes())["inputs"][0]["name"] == "april.xlsx"


@pytest.mark.usefixtures("sent")
def test_the_same_file_may_be_there_already(capsys: Capture) -> None:
    for said in ("Fetched", "Already there"):
        assert fetched("--what", "annotated", "-o", "kopia.xlsx") == 0
        assert capsys.readouterr().out == f"{said}: kopia.xlsx\n"


@pytest.mark.usefixtures("sent")
def test_another_file_is_never_overwritten(capsys: Capture) -> None:
    Path("april.xlsx").write_bytes(b"mine")

    assert fetched() == 2
    assert capsys.readouterr().err.startswith("syditval: M053: april.xlsx is there already")
    assert Path("april.xlsx").read_bytes() == b"mine"


@pytest.mark.usefixtures("sent")
def test_a_place_that_cannot_be_written_to(capsys: Capture) -> None:
    Path("fil").write_bytes(b"")

    assert fetched("-o", "fil/april.xlsx") == 2
    assert "M054: fil/april.xlsx cannot be written" in capsys.readouterr().err


@pytest.mark.usefixtures("sent")
def test_fetching_is_written_down(capsys: Capture) -> None:
    fetched("-q", "--what", "record")
    assert capsys.readouterr() == ("", "")
    ended("store", "acts", "--last", 1)

    assert " anna  fetch-record  IT-enheten 2024-04 1  " in capsys.readouterr().out


class TestNames:
    @pytest.mark.parametrize(
        ("sent_as", "name"),
        [
            ("april.xlsx", "april.xlsx"),
            ("Uppföljning april 2024.xlsx", "Uppföljning april 2024.xlsx"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\anna\\april.xlsx", "april.xlsx"),
            ("/", NAMELESS),
            ("..", NAMELESS),
            (".ssh", "ssh"),
            ("april\n\u202exslx.exe", "aprilxslx.exe"),
            ('a<b>c:"d|e?f*.xlsx', "abcdef.xlsx"),
        ],
    )
    def test_a_file_is_called_as_it_was_sent_as_far_as_that_is_safe(self, sent_as: str, name: str) -> None:
        assert safe_name(sent_as) == name

    @given(st.text())
    def test_no_name_leads_anywhere_else(self, sent_as: str) -> None:
        name = safe_name(sent_as)

        assert Path(name).name == name
        assert name not in ("", ".", "..")
        assert name.isprintable()
