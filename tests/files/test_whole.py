"""The old file or the new one, whole, and nothing beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from syditval.files import is_same_file, sweep, write_whole


def writes(text: str) -> Callable[[BinaryIO], None]:
    """What writes a text."""

    def write(file: BinaryIO) -> None:
        file.write(text.encode())

    return write


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "april [1].granskad.xlsx"
    write_whole(target, writes("first"))
    write_whole(target, writes("second"))

    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("failing", ["fsync", "replace", "write"])
def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "copy.xlsx"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif failing == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr("syditval.files.whole._write", fail)

    with pytest.raises(OSError, match="No space left on device"):
        write_whole(target, writes("new"))

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_made_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "copy.xlsx"
    target.write_bytes(b"old")

    def stop_halfway(file: BinaryIO) -> None:
        file.write(b"new")
        raise ValueError("no package")

    with pytest.raises(ValueError, match="no package"):
        write_whole(target, stop_halfway)

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    """A file in its place would reach nobody, and a device in its place would be gone for everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, writes("read at once"))

    assert os.read(reader, 100) == b"read at once"
    os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_only_what_is_left_of_the_same_file_is_swept_up(tmp_path: Path) -> None:
    for name in (".april [1].xlsx.77.part", ".april 1.xlsx.77.part", "april [1].xlsx"):
        (tmp_path / name).touch()

    sweep(tmp_path / "april [1].xlsx")

    assert sorted(path.name for path in tmp_path.iterdir()) == [".april 1.xlsx.77.part", "april [1].xlsx"]


def test_an_interrupted_write_leaves_no_litter_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "copy.xlsx", writes("new"))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_killed_write_leaves_the_old_file_and_the_next_one_sweeps_up(tmp_path: Path) -> None:
    target = tmp_path / "copy.xlsx"
    target.write_bytes(b"old")
    kill_midway = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from syditval.files import write_whole\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_whole(Path(sys.argv[1]), lambda file: file.write(b'new'))\n"
    )
    run = subprocess.run([sys.executable, "-c", kill_midway, str(target)], check=False)

    assert run.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2

    write_whole(target, writes("new"))

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_one_file_is_known_by_whatever_path_leads_there(tmp_path: Path) -> None:
    one, link, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    one.touch()
    link.hardlink_to(one)
    other.touch()

    assert is_same_file(one, link)
    assert not is_same_file(one, other)
    assert not is_same_file(one, tmp_path / "not there")


@pytest.mark.parametrize("place", ["no such folder/copy.xlsx", "a file/copy.xlsx", "a folder"])
def test_a_place_that_cannot_be_written_to_is_left_as_it_was(tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    (tmp_path / "a folder").mkdir()

    with pytest.raises(OSError):  # noqa: PT011 - which of them depends on the place
        write_whole(tmp_path / place, writes("new"))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a file", "a folder"]
