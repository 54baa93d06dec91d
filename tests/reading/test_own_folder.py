"""A temporary folder is there as long as its process, and what a killed one left goes with the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from syditval.reading.own_folder import own_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs locks and signals")

HOLD = (
    "import sys\n"
    "from syditval.reading.own_folder import own_folder\n"
    "with own_folder() as folder:\n"
    "    (folder / 'half').write_text('x')\n"
    "    print(folder, flush=True)\n"
    "    sys.stdin.read()\n"
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def other(place: Path) -> subprocess.Popen[str]:
    """Another process with a folder of its own, which it has filled."""
    command = [sys.executable, "-c", HOLD]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert Path(process.stdout.readline().strip()).parent == place
    return process


def test_it_is_gone_afterwards_also_after_an_error(place: Path) -> None:
    def fail() -> None:
        with own_folder() as folder:
            (folder / "file").write_text("x")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()

    assert list(place.iterdir()) == []


def test_what_a_killed_process_left_goes_with_the_next(place: Path, other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert len(list(place.iterdir())) == 1

    with own_folder() as folder:
        assert list(place.iterdir()) == [folder]


def test_what_a_living_process_needs_stays(place: Path, other: subprocess.Popen[str]) -> None:
    with own_folder(), own_folder():
        assert len(list(place.iterdir())) == 3

    other.communicate("")
    assert list(place.iterdir()) == []


def test_folders_of_others_are_left_alone(place: Path) -> None:
    for name in ("syditval-of-another-version", "something-else"):
        (place / name).mkdir()
        (place / name / "file").touch()

    with own_folder():
        assert len(list(place.iterdir())) == 3
