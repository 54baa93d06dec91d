"""A copy is calculated again, or there is a reason why not; nothing else happens and nothing stays."""

from __future__ import annotations

import io
import os
import tempfile
import threading
import time
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import xlsxwriter

from syditval.model.cells import Cell
from syditval.model.relation import Reason
from syditval.reading import Source, read_workbook
from syditval.recalculation import NotRun, Recalculated, find_program, recalculate
from tests.recalculation.fake_program import fake_program

PROGRAM = find_program()
LARGEST = 10_000_000
ANSWER = "results.mkdir(); (results / copy.name).write_bytes(copy.read_bytes()[::-1])"

needs_scripts = pytest.mark.skipif(os.name == "nt", reason="programs in tests are scripts with a first line")


@pytest.fixture(autouse=True)
def folder_for_temporary_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@needs_scripts
class TestAnyProgram:
    def test_the_result_is_what_the_program_wrote(self, tmp_path: Path) -> None:
        assert recalculate(b"abc", fake_program(tmp_path, ANSWER), LARGEST) == Recalculated(b"cba")

    def test_it_gets_a_profile_and_an_environment_of_its_own(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SECRET", "sesame")
        body = (
            "results.mkdir()\n"
            "(results / copy.name).write_text('\\n'.join([*arguments, os.environ['HOME'], *os.environ]))"
        )
        outcome = recalculate(b"abc", fake_program(tmp_path, body), LARGEST)

        assert isinstance(outcome, Recalculated)
        profile, *rest = outcome.content.decode().splitlines()
        assert profile.startswith(f"-env:UserInstallation={(tmp_path / 'temporary').as_uri()}/syditval-")
        assert "--headless" in rest
        assert "SECRET" not in rest
        assert str(Path.home()) not in rest

    @pytest.mark.parametrize(
        "body", [ANSWER, "sys.exit(3)", "pass", "time.sleep(60)"], ids=["answers", "fails", "silent", "hangs"]
    )
    def test_nothing_is_left_behind(
        self, tmp_path: Path, folder_for_temporary_things: Path, body: str
    ) -> None:
        recalculate(b"abc", fake_program(tmp_path, body), LARGEST, timeout=0.5)

        assert list(folder_for_temporary_things.iterdir()) == []


@needs_scripts
class TestNotRun:
    def test_nothing_is_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert recalculate(b"abc", None, LARGEST) == NotRun(Reason.NO_LIBREOFFICE, "LibreOffice")

    def test_what_is_installed_cannot_be_started(self, tmp_path: Path) -> None:
        program = tmp_path / "soffice"
        program.write_text("#!/bin/sh\n", encoding="utf-8")

        assert recalculate(b"abc", str(program), LARGEST) == NotRun(
            Reason.RECALCULATION_FAILED, "Permission denied"
        )

    def test_it_fails(self, tmp_path: Path) -> None:
        program = fake_program(tmp_path, "sys.exit(3)")

        assert recalculate(b"abc", program, LARGEST) == NotRun(Reason.RECALCULATION_FAILED, "exit 3")

    def test_it_ends_well_without_a_result(self, tmp_path: Path) -> None:
        program = fake_program(tmp_path, "sys.exit(0)")

        assert recalculate(b"abc", program, LARGEST) == NotRun(Reason.RECALCULATION_FAILED, "exit 0")

    def test_its_result_is_larger_than_anybody_will_read(self, tmp_path: Path) -> None:
        program = fake_program(tmp_path, ANSWER)

        assert recalculate(b"abc", program, 2) == NotRun(Reason.RECALCULATION_FAILED, "3 bytes")
        assert recalculate(b"abc", program, 3) == Recalculated(b"cba")

    def test_it_takes_too_long(self, tmp_path: Path) -> None:
        program = fake_program(tmp_path, "time.sleep(60)")

        assert recalculate(b"abc", program, LARGEST, timeout=0.5) == NotRun(
            Reason.RECALCULATION_OVERDUE, "0.5"
        )

    def test_what_it_has_started_ends_with_it(self, tmp_path: Path) -> None:
        alive = tmp_path / "alive"
        child = f"import pathlib, time\nwhile True: pathlib.Path({str(alive)!r}).touch(); time.sleep(0.02)"
        body = f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)"
        outcome = recalculate(b"abc", fake_program(tmp_path, body), LARGEST, timeout=2)

        assert outcome == NotRun(Reason.RECALCULATION_OVERDUE, "2")
        alive.unlink()
        time.sleep(0.2)
        assert not alive.exists()


@needs_scripts
class TestFindProgram:
    def test_it_is_found_on_the_search_path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program = fake_program(tmp_path, "")
        monkeypatch.setenv("PATH", str(tmp_path))

        assert find_program() == program

    def test_it_may_be_nowhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr("syditval.recalculation.libreoffice._ON_MACOS", tmp_path / "soffice")

        assert find_program() is None


class Listener(BaseHTTPRequestHandler):
    """Takes down who asks."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()


def results(*formulas: tuple[str, float | str]) -> list[Cell]:
    """Formulas with their stored results in column B, beside 1.1, 2.2 and 3.3 in A, calculated again."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Drift")
        sheet.write_column("A1", [1.1, 2.2, 3.3])
        for row, (formula, stored) in enumerate(formulas):
            sheet.write_formula(row, 1, formula, None, stored)
    outcome = recalculate(file.getvalue(), PROGRAM, LARGEST)
    assert isinstance(outcome, Recalculated), outcome
    (again,) = read_workbook(Source("again.xlsx", outcome.content, None)).sheets
    return [again.cells[row, 2] for row in range(1, len(formulas) + 1)]


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
class TestLibreOffice:
    def test_a_stored_result_is_not_believed(self) -> None:
        stale, sound = results(("=SUM(A1:A3)", 99), ('=IF(A1>1,"mer","mindre")', "mer"))

        assert (stale.value, stale.formula) == (Decimal("6.6"), "=SUM(A1:A3)")
        assert sound.value == "mer"

    def test_nothing_is_fetched(self) -> None:
        Listener.asked = []
        server = HTTPServer(("127.0.0.1", 0), Listener)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/figure"
        (fetched,) = results((f'=_xlfn.WEBSERVICE("{address}")', "7"))
        server.shutdown()
        server.server_close()

        assert Listener.asked == []
        assert fetched.value != "7"

    def test_what_is_no_workbook_gives_a_reason(self) -> None:
        outcome = recalculate(b"PK\x03\x04 and no more", PROGRAM, LARGEST)

        assert isinstance(outcome, NotRun)
        assert outcome.reason is Reason.RECALCULATION_FAILED
