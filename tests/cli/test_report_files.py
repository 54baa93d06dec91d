"""Reports into their files: the same text as on a stream, whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from syditval.cli.report_files import write_file
from syditval.messages import Refusal
from syditval.reports.outputs import OUTPUTS, write_report
from tests.reports.example_reports import clean, with_findings


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("form", OUTPUTS)
def test_a_file_holds_what_the_stream_gets_as_utf_8(form: str, tmp_path: Path) -> None:
    stream = io.StringIO()
    write_report(form, with_findings("sv"), stream, "never")
    write_file(form, with_findings("sv"), tmp_path / "rapport")

    assert (tmp_path / "rapport").read_bytes() == stream.getvalue().encode("utf-8")
    assert "Ö" in stream.getvalue() or "ö" in stream.getvalue()


def test_what_stood_there_is_replaced_and_its_folder_is_made(tmp_path: Path) -> None:
    place = tmp_path / "2024" / "april" / "rapport.json"
    write_file("json", with_findings("en"), place)
    write_file("json", clean("en"), place)

    assert place.read_bytes().startswith(b'{\n  "record"')
    assert b'"findings": [],' in place.read_bytes()
    assert [*place.parent.iterdir()] == [place]


def failing(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "syditval.reports.record.write"])
@pytest.mark.parametrize("older", [None, b"old"], ids=["nothing before", "an older one before"])
def test_what_fails_is_told_and_leaves_what_was_there(
    step: str, older: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "rapport.json"
    if older is not None:
        place.write_bytes(older)
    monkeypatch.setattr(step, failing)

    with pytest.raises(
        Refusal, match=r"rapport\.json cannot be written \(No space left on device\)"
    ) as refused:
        write_file("json", clean("en"), place)
    assert refused.value.code == "U051"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if older is None else [older])


def test_what_breaks_halfway_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object, stream: io.TextIOBase, __: object) -> None:
        stream.write("{")
        raise ValueError("a fault of ours")

    monkeypatch.setattr("syditval.reports.record.write", stop)

    with pytest.raises(ValueError, match="a fault of ours"):
        write_file("json", clean("en"), tmp_path / "rapport.json")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("place", ["fil/rapport.json", "mapp"], ids=["below a file", "a folder"])
def test_a_place_that_is_none_is_refused(place: str, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    (tmp_path / "mapp").mkdir()

    with pytest.raises(Refusal, match="cannot be written"):
        write_file("json", clean("en"), tmp_path / place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fil", "mapp"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    """``--output >(gzip)``: what reads it waits there, and a file in its place would reach nobody."""
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file("csv", clean("en"), pipe)

    assert os.read(reader, 100).startswith(b"\xef\xbb\xbf")
    assert pipe.is_fifo()
    os.close(reader)
