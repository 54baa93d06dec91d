"""Work in a process of its own: what comes back of it, whatever becomes of it, and what it may not have."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest

from syditval.annotation import CannotAnnotate
from syditval.messages import Refusal
from syditval.messages.catalogue import LANGUAGES, texts
from syditval.reading import DEFAULT, UnreadableWorkbook, WorkFailed, child, isolated, missing_protections
from syditval.reading.answer import packed
from tests.reading.refusals import refusal

resource = pytest.importorskip("resource")
MB = 1_000_000

pytestmark = pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")


def done(work: Callable[[], Any], **limits: int) -> Any:
    return isolated(work, "april.xlsx", replace(DEFAULT, **limits))


def died(number: signal.Signals) -> Callable[[], object]:
    """Work that ends by a signal."""
    return lambda: os.kill(os.getpid(), number)


def allocate() -> int:
    return len(bytearray(400 * MB))


def spin() -> NoReturn:
    while True:
        pass


class TestWhatComesBack:
    def test_is_what_the_work_returns(self) -> None:
        assert done(lambda: {"Summa": Decimal("-89")}) == {"Summa": Decimal("-89")}

    def test_comes_from_another_process(self) -> None:
        assert done(os.getpid) != os.getpid()

    def test_may_be_larger_than_a_pipe(self) -> None:
        assert done(lambda: "x" * 3 * MB) == "x" * 3 * MB

    @pytest.mark.parametrize("kind", [UnreadableWorkbook, CannotAnnotate])
    def test_a_refusal_is_a_refusal_here_too(self, kind: type[Refusal]) -> None:
        def refuse() -> NoReturn:
            raise kind("R041", file="april.xlsx", cell="Drift!C2")

        with pytest.raises(kind) as refused:
            done(refuse)
        assert (refused.value.code, refused.value.fields) == (
            "R041",
            {"file": "april.xlsx", "cell": "Drift!C2"},
        )

    def test_a_fault_is_told_with_its_kind_its_cause_and_its_place(self) -> None:
        def fail() -> NoReturn:
            raise ZeroDivisionError("no budget at all")

        with pytest.raises(WorkFailed, match="no budget at all") as failed:
            done(fail)
        assert failed.value.kind == "ZeroDivisionError"
        assert "in fail" in failed.value.trace
        assert failed.value.__notes__ == [failed.value.trace]


class TestTooHeavy:
    """A child that asks for too much is a named outcome, and says which limit to raise."""

    @pytest.mark.parametrize(
        ("work", "limits", "limit"),
        [
            (allocate, {"memory_bytes": 100 * MB}, "memory_bytes"),
            (spin, {"cpu_seconds": 1}, "cpu_seconds"),
            (lambda: time.sleep(60), {"wall_seconds": 1}, "wall_seconds"),
        ],
        ids=["memory", "processor time", "time"],
    )
    def test_it_is_refused_by_the_name_of_the_limit(
        self, work: Callable[[], Any], limits: dict[str, int], limit: str
    ) -> None:
        refused = refusal(lambda: done(work, **limits))

        assert refused.code == "R050"
        assert (refused.fields["limit"], refused.fields["allowed"]) == (limit, str(limits[limit]))
        assert str(refused).startswith("april.xlsx is unreadable: too heavy")

    def test_so_it_is_where_no_memory_is_left_to_say_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The work's own refusal cannot be packed either, while what took the memory is still there."""

        def refuse() -> NoReturn:
            raise UnreadableWorkbook("R041", file="april.xlsx", cell="Drift!C2")

        def exhausted(*_: object) -> NoReturn:
            raise MemoryError

        monkeypatch.setattr(child, "packed", exhausted)

        assert refusal(lambda: done(refuse)).fields["limit"] == "memory_bytes"

    def test_what_the_limit_allows_is_allowed(self) -> None:
        assert done(allocate, memory_bytes=1_000 * MB) == 400 * MB

    def test_a_child_that_the_system_killed_took_too_much_memory(self) -> None:
        refused = refusal(lambda: done(died(signal.SIGKILL)))

        assert (refused.code, refused.fields["limit"]) == ("R050", "memory_bytes")

    def test_no_file_grows_beyond_its_limit(self, tmp_path: Path) -> None:
        file = tmp_path / "copy.xlsx"

        assert done(lambda: file.write_bytes(b"x" * 5_000), written_bytes=5_000) == 5_000
        with pytest.raises(WorkFailed, match="File too large"):
            done(lambda: file.write_bytes(b"x" * 5_001), written_bytes=5_000)

    def test_a_lower_limit_of_the_caller_stays(self) -> None:
        """Here the caller is a child itself, which may take 3 seconds and 5 of grace."""
        cpu_time = partial(resource.getrlimit, resource.RLIMIT_CPU)

        assert done(lambda: done(cpu_time), cpu_seconds=3) == (8, 8)
        assert done(lambda: done(cpu_time, cpu_seconds=2), cpu_seconds=3) == (2, 7)


class TestBrokenDown:
    @pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT])
    def test_a_crash_is_refused_by_the_name_of_its_signal(self, number: signal.Signals) -> None:
        refused = refusal(lambda: done(died(number)))

        assert refused.code == "R051"
        assert number.name in str(refused)

    def test_a_true_crash_too(self) -> None:
        assert refusal(lambda: done(lambda: ctypes.string_at(0))).code == "R051"

    def test_leaving_without_an_answer_is_what_libraries_do_that_find_no_memory(self) -> None:
        assert refusal(lambda: done(lambda: os._exit(1))).code == "R050"

    def test_half_an_answer_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(child, "_answer", lambda _: packed("done", "x" * 100)[:50])
        monkeypatch.setattr(os, "_exit", lambda _: os.kill(os.getpid(), signal.SIGSEGV))

        assert refusal(lambda: done(lambda: 1)).code == "R051"

    def test_a_caller_that_is_interrupted_leaves_no_child_behind(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        children: list[int] = []
        fork = os.fork

        def noted() -> int:
            children.append(fork())
            return children[-1]

        def interrupted(*_: object) -> NoReturn:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fork", noted)
        monkeypatch.setattr(child, "read_to_end", interrupted)

        with pytest.raises(KeyboardInterrupt):
            done(lambda: time.sleep(60))
        with pytest.raises(ProcessLookupError):
            os.kill(children[0], 0)


class TestWhatItMayNotHave:
    def test_nothing_of_the_environment_but_language_and_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SYDITVAL_PASSWORD", "hemligt")
        monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
        environment = done(lambda: dict(os.environ))

        assert environment["LC_ALL"] == "sv_SE.UTF-8"
        assert environment.keys() <= {"LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "TMPDIR"}
        assert os.environ["SYDITVAL_PASSWORD"] == "hemligt"

    def test_no_file_that_the_caller_has_open(self, tmp_path: Path) -> None:
        with (tmp_path / "ledger.txt").open("w") as ledger:
            os.set_inheritable(ledger.fileno(), True)
            with pytest.raises(WorkFailed, match="Bad file descriptor"):
                done(lambda: os.fstat(ledger.fileno()))

    def test_nothing_to_read_on_standard_input(self) -> None:
        here, there = os.pipe()
        os.write(there, b"what the caller has yet to read")
        before = os.dup(0)
        os.dup2(here, 0)
        try:
            assert done(lambda: os.read(0, 10)) == b""
        finally:
            os.dup2(before, 0)
            for descriptor in (before, here, there):
                os.close(descriptor)

    @pytest.mark.parametrize("end", [lambda: None, died(signal.SIGKILL)], ids=["done", "killed"])
    def test_a_temporary_folder_that_outlives_it(
        self, end: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

        def litter() -> object:
            Path(tempfile.mkstemp(prefix="litter")[1]).write_text("x")
            (tmp_path / "proof").write_text(tempfile.gettempdir())
            return end()

        with suppress(UnreadableWorkbook):
            done(litter)
        own = Path((tmp_path / "proof").read_text())
        assert own.parent == tmp_path
        assert [*tmp_path.iterdir()] == [tmp_path / "proof"]


def without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "missing_protections", lambda: ("process", "memory", "time"))


class TestPlatforms:
    def test_where_there_are_no_child_processes_the_work_is_done_here(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        without_processes(monkeypatch)

        assert done(os.getpid) == os.getpid()

    def test_where_fork_is_not_what_it_should_be_it_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")

        assert missing_protections() == ("process", "memory", "time")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_missing_has_a_name(self, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delattr(os, "fork")

        assert all(texts(language).has("cli", f"protection_{each}") for each in missing_protections())
