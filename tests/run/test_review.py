"""The order of the steps: a process of its own, recalculation, the report, and the copy."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from syditval.annotation import Annotated, CannotAnnotate
from syditval.model.cells import Workbook
from syditval.model.relation import Reason
from syditval.reading import Source, UnreadableWorkbook, missing_protections, open_source
from syditval.recalculation import Recalculated
from syditval.run import CopyOrder, Question, Request, reconcile, review, sums, unmarked
from tests.run.workbooks import ROOT, A, B, C, numbers_only, report

# The room's own function is called the same.
MODULE = import_module("syditval.run.review")


def formulas(path: Path, total: int, count: int) -> Source:
    """A workbook with two stored results: one is evaluated here too, the other by LibreOffice alone."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Blad")
        sheet.write_column("A1", [512, 231, 87])
        sheet.write_formula("A4", "=SUM(A1:A3)", None, total)
        sheet.write_formula("A5", '=COUNTIF(A1:A3,">100")', None, count)
    return open_source(path)


class TestRecalculation:
    REQUEST = Request(recalc=True, question=Question.SUMS)

    def findings(self, source: Source) -> dict[str, str]:
        return {each.code: each.cell.a1 for each in sums(source, self.REQUEST).findings if each.cell}

    def test_a_stale_cell_is_told_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        again = Recalculated(formulas(tmp_path / "fresh.xlsx", 830, 2).content)
        monkeypatch.setattr(MODULE, "recalculate", lambda *_: again)
        stale = formulas(tmp_path / "stale.xlsx", 840, 7)
        found = {code: at for code, at in self.findings(stale).items() if code.startswith("H3")}

        assert found == {"H306": "A4", "H320": "A5"}

    def gaps(self, source: Source) -> list[Reason]:
        return [gap.reason for gap in sums(source, self.REQUEST).not_checked if gap.code == "H320"]

    def test_is_not_run_where_there_is_nothing_to_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(MODULE, "find_program", lambda: None)

        assert self.gaps(formulas(tmp_path / "stale.xlsx", 840, 7)) == [Reason.NO_LIBREOFFICE]

    def test_a_workbook_without_formulas_needs_none(self) -> None:
        assert self.gaps(open_source(B)) == []

    def test_what_is_no_open_package_is_not_given_to_it(self) -> None:
        text = Source("export.csv", b"Skola;512\nSumma;512\n", None)

        assert self.gaps(text) == [Reason.RECALCULATION_REFUSED]

    def test_a_result_that_cannot_be_read_is_one_that_was_not_given(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(MODULE, "recalculate", lambda *_: Recalculated(b"no workbook"))

        assert self.gaps(formulas(tmp_path / "stale.xlsx", 840, 7)) == [Reason.RECALCULATION_FAILED]

    def test_nothing_is_calculated_where_nobody_asks(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[object] = []
        monkeypatch.setattr(MODULE, "recalculate", lambda *given: asked.append(given))
        sums(formulas(tmp_path / "stale.xlsx", 840, 7))

        assert asked == []


class TestOutcome:
    """What comes of one file: a report, and a copy or the reason that there is none."""

    @pytest.mark.parametrize("in_process", [True, False], ids=["in this process", "in one of its own"])
    def test_is_a_report_and_a_copy_in_a_folder_that_is_made_for_it(
        self, in_process: bool, tmp_path: Path
    ) -> None:
        target = tmp_path / "granskade" / "april" / "c.xlsx"
        order = CopyOrder(target, folder=target.parent)
        outcome = review(C, order, Request(in_process=in_process))

        assert outcome.report == report(C)
        assert isinstance(outcome.copy, Annotated)
        assert outcome.copy.path == target
        assert [*target.parent.iterdir()] == [target]

    def test_is_one_of_sums_too(self, tmp_path: Path) -> None:
        order = CopyOrder(tmp_path / "copy.xlsx")
        outcome = review(numbers_only(), order, Request(question=Question.SUMS))

        assert isinstance(outcome.copy, Annotated)

    def test_has_no_copy_where_none_is_wanted_or_nothing_is_recognised(self, tmp_path: Path) -> None:
        assert review(A, None, Request()).copy is None
        assert review(numbers_only(), CopyOrder(tmp_path / "copy.xlsx"), Request()).copy is None
        assert [*tmp_path.iterdir()] == []

    def test_has_the_reason_where_the_copy_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        for order in (
            CopyOrder(tmp_path / "nowhere" / "copy.xlsx"),
            CopyOrder(tmp_path / "file" / "copy.xlsx", folder=tmp_path / "file"),
        ):
            outcome = review(A, order, Request())
            assert outcome.report == report(A)
            assert isinstance(outcome.copy, CannotAnnotate)
            assert outcome.copy.code == "A005"

    @pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")
    def test_leaves_nothing_half_written_behind_when_the_process_is_killed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "fsync", lambda _: os.kill(os.getpid(), signal.SIGKILL))

        with pytest.raises(UnreadableWorkbook, match="too heavy"):
            review(A, CopyOrder(tmp_path / "copy.xlsx"), Request())
        assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(bool(missing_protections()), reason="this platform has no child processes")
def test_each_file_has_a_process_of_its_own_unless_it_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    reading: list[int] = []
    honest = unmarked.read_workbook

    def read(*arguments: Any) -> Workbook:
        reading.append(os.getpid())
        return honest(*arguments)

    monkeypatch.setattr(unmarked, "read_workbook", read)
    reconcile(A)
    assert reading == []
    reconcile(A, Request(in_process=True))
    assert reading == [os.getpid()]


def test_a_file_that_changes_while_it_is_read_gets_no_report(tmp_path: Path) -> None:
    file = tmp_path / "april.xlsx"
    file.write_bytes(A.read_bytes())
    source = open_source(file)
    file.write_bytes(B.read_bytes())

    with pytest.raises(UnreadableWorkbook, match="was changed while it was read"):
        reconcile(source)


def test_the_report_names_the_options_in_force() -> None:
    asked = Request(recalc=True, question=Question.SUMS)

    assert reconcile(A).options == Request().options
    assert sums(B, asked).options == asked.options


def test_warming_up_loads_what_nearly_every_workbook_needs() -> None:
    script = "import sys; from syditval.run import warm_up; warm_up(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert {"openpyxl", "pandera"} <= {*done.stdout.split()}
