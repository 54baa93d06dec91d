"""Work on files that are not trusted: in a process of its own, and nothing half done is left."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from syditval.annotation import CannotAnnotate
from syditval.reading import Source, UnreadableWorkbook, missing_protections
from syditval.run import Request
from syditval.run.protected import protected

SOURCE = Source("april.xlsx", b"", None)
TRUSTED = Request(in_process=True)

in_a_child = pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def litter(tmp_path: Path) -> Path:
    """What a killed run leaves behind of a file, and beside it what is no business of ours."""
    (tmp_path / ".copy.xlsx.4711.part").touch()
    (tmp_path / ".other.xlsx.4711.part").touch()
    (tmp_path / "copy.xlsx").touch()
    return tmp_path / "copy.xlsx"


def left(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


@in_a_child
def test_work_is_done_in_another_process() -> None:
    assert protected(os.getpid, SOURCE, Request()) != os.getpid()


def test_work_on_a_trusted_file_is_done_in_this_one() -> None:
    assert protected(os.getpid, SOURCE, TRUSTED) == os.getpid()


@in_a_child
def test_when_the_process_is_killed_the_file_is_unreadable_and_its_litter_is_removed(litter: Path) -> None:
    with pytest.raises(UnreadableWorkbook, match=r"april\.xlsx is unreadable"):
        protected(killed, SOURCE, Request(), litter)

    assert left(litter) == [".other.xlsx.4711.part", "copy.xlsx"]


def test_so_it_is_when_the_user_breaks_off(litter: Path) -> None:
    def broken_off() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        protected(broken_off, SOURCE, TRUSTED, litter)

    assert left(litter) == [".other.xlsx.4711.part", "copy.xlsx"]


def test_where_nothing_was_to_be_written_nothing_is_removed(litter: Path) -> None:
    def unreadable() -> None:
        raise UnreadableWorkbook("R004", file="april.xlsx")

    with pytest.raises(UnreadableWorkbook):
        protected(unreadable, SOURCE, TRUSTED)

    assert len(left(litter)) == 3


def test_a_folder_that_is_gone_does_not_hide_what_went_wrong(tmp_path: Path) -> None:
    def unreadable() -> None:
        raise UnreadableWorkbook("R004", file="april.xlsx")

    with pytest.raises(UnreadableWorkbook, match="is empty"):
        protected(unreadable, SOURCE, TRUSTED, tmp_path / "nowhere" / "copy.xlsx")


@pytest.mark.parametrize("request_made", [Request(), TRUSTED], ids=["in its own", "in this"])
def test_a_refusal_comes_through_as_it_was(request_made: Request) -> None:
    def refusing() -> None:
        raise CannotAnnotate("A013", file="april.xlsx")

    with pytest.raises(CannotAnnotate) as refused:
        protected(refusing, SOURCE, request_made)

    assert (refused.value.code, refused.value.fields) == ("A013", {"file": "april.xlsx"})
