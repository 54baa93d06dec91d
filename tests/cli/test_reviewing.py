"""What both commands share: the same options, and files, standard output and the copy side by side."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest

from syditval.cli import reconcile_command, sums_command
from syditval.cli.main import main
from syditval.reports.outputs import OUTPUTS, ending
from tests.cli.forked import forked
from tests.cli.months import april, march, saved, sound


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook of March in a folder that we stand in."""
    monkeypatch.chdir(tmp_path)
    return march(Path())


def ended(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        main(["reconcile", "--in-process", *map(str, arguments)])
    return int(left.value.code or 0)


def here() -> list[str]:
    """All files in the folder that we stand in, and in those below it."""
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def test_the_commands_differ_in_what_only_one_of_them_can_have() -> None:
    of_reconcile, of_sums = (
        {parameter.name for parameter in module.command().params}
        for module in (reconcile_command, sums_command)
    )

    assert of_reconcile - of_sums == {"schemas", "against", "decision"}
    assert of_sums - of_reconcile == {"explain"}


def test_what_a_copy_is_to_be_makes_no_sense_where_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["-o", "x.xlsx", "--ticks", "--show-uncovered", "--time", "2024-05-08", "april.xlsx"]
    for name in ("reconcile", "sums"):
        with pytest.raises(SystemExit) as left:
            main([name, "--no-annotate", *asked])
        assert left.value.code == 2
        said = "U013: --no-annotate does not go with --output, --ticks, --show-uncovered, --time"
        assert said in capsys.readouterr().err


class TestOutputs:
    def test_one_run_makes_several(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        asked = [word for form in OUTPUTS for word in ("--format", form, "-o", f"ut/mars{ending(form)}")]

        assert ended("-o", "granskad.xlsx", *asked, workbook) == 1
        assert here() == sorted(
            ["granskad.xlsx", "mars.xlsx", *(f"ut/mars{ending(form)}" for form in OUTPUTS)]
        )
        assert json.loads(Path("ut/mars.json").read_bytes())["inputs"][0]["name"] == "mars.xlsx"
        assert Path("ut/mars.html").read_text(encoding="utf-8").startswith("<!doctype html>")
        said = capsys.readouterr()
        assert said.err == ""
        assert [line.rpartition(": ")[0] for line in said.out.splitlines()] == [
            *["Report"] * len(OUTPUTS),
            "Parts of the workbook that stay the same bytes: 1. Annotated",
        ]

    def test_the_order_says_what_goes_where(self, workbook: Path) -> None:
        assert (
            ended("--no-annotate", "--format", "json", "-o", "a", "--format", "csv", "-o", "b", workbook) == 1
        )
        assert json.loads(Path("a").read_bytes())["record"] == 2
        assert next(csv.reader(Path("b").read_text(encoding="utf-8-sig").splitlines()))[0] == "Code"

        assert (
            ended("--no-annotate", "--format", "csv", "-o", "a", "--format", "json", "-o", "b", workbook) == 1
        )
        assert json.loads(Path("b").read_bytes())["record"] == 2

    def test_a_file_holds_what_standard_output_would_get(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ended("--no-annotate", "--format", "json", workbook)
        shown = capsys.readouterr().out
        ended("--no-annotate", "--format", "json", "-o", "a.json", workbook)

        assert Path("a.json").read_text(encoding="utf-8") == shown

    def test_text_on_the_screen_and_a_record_in_a_file(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert ended("--no-annotate", "--format", "text", "--format", "json", "-o", "a.json", workbook) == 1
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("mars.xlsx  SHA-256")
        assert lines[-1] == "Report: a.json"

    def test_what_a_program_reads_stands_alone_on_standard_output(
        self, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert ended("--format", "csv", "-o", "a.csv", "--format", "json", workbook) == 1
        streams = capsys.readouterr()
        assert json.loads(streams.out)["record"] == 2
        assert [line.rpartition(": ")[0] for line in streams.err.splitlines()] == [
            "Report",
            "Parts of the workbook that stay the same bytes: 1. Annotated",
        ]

    def test_of_several_workbooks_go_into_folders(self, workbook: Path) -> None:
        months = [workbook, april(Path("x")), sound(Path("y"))]

        assert (
            ended("-o", "granskade", "--format", "json", "-o", "ut", "--format", "html", "-o", "ut", *months)
            == 1
        )
        assert here() == [
            "granskade/april.granskad.xlsx",
            "granskade/maj.granskad.xlsx",
            "granskade/mars.granskad.xlsx",
            "mars.xlsx",
            "ut/april.html",
            "ut/april.json",
            "ut/maj.html",
            "ut/maj.json",
            "ut/mars.html",
            "ut/mars.json",
            "x/april.xlsx",
            "y/maj.xlsx",
        ]
        names = [
            json.loads(Path(f"ut/{name}.json").read_bytes())["inputs"][0]["name"] for name in ("april", "maj")
        ]
        assert names == ["april.xlsx", "maj.xlsx"]

    def test_one_workbook_that_cannot_be_read_costs_the_others_nothing(self, workbook: Path) -> None:
        Path("torn.xlsx").write_bytes(b"PK\x03\x04")

        assert ended("--no-annotate", "--format", "json", "-o", "ut", "torn.xlsx", workbook) == 2
        assert here() == ["mars.xlsx", "torn.xlsx", "ut/mars.json"]

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            (("--format", "csv", "-o", "mars.csv", "mars.csv"), "U050"),
            (("--format", "csv", "-o", "a", "--format", "json", "-o", "a", "mars.xlsx"), "U050"),
            (("-o", "a.b", "--format", "json", "-o", "a.b", "mars.xlsx"), "U050"),
            (("--format", "json", "-o", "granskad.xlsx", "mars.xlsx"), "U048"),
            (("--format", "json", "--format", "text", "mars.xlsx"), "U047"),
            (("-o", "a.xlsx", "-o", "b.xlsx", "mars.xlsx"), "U046"),
            (("--format", "html", "mars.xlsx", "april.xlsx"), "U049"),
            (("--format", "pdf", "mars.xlsx"), "U008"),
        ],
        ids=["over an input", "over a report", "over the copy", "as a workbook", "two on one stream", "two copies", "in a row", "unknown"],
    )  # fmt: skip
    def test_that_cannot_be_are_refused_before_any_work(
        self, workbook: Path, asked: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        april(Path())
        shutil.copy(workbook, "mars.csv")
        before = {name: Path(name).read_bytes() for name in here()}

        assert ended(*asked) == 2
        streams = capsys.readouterr()
        assert streams.out == ""
        assert streams.err.startswith(f"syditval: {code}: ")
        assert streams.err.count("\n") == 1
        assert {name: Path(name).read_bytes() for name in here()} == before

    def test_the_environment_names_them_too(self, workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SYDITVAL_FORMAT", "json csv")
        monkeypatch.setenv("SYDITVAL_OUTPUT", "a.json 'b c.csv'")

        assert ended("--no-annotate", workbook) == 1
        assert here() == ["a.json", "b c.csv", "mars.xlsx"]


class TestFailure:
    """An output that cannot be made costs none of the others, and leaves nothing half-written."""

    ASKED = ("--format", "text", "--format", "json", "-o", "a.json", "--format", "csv", "-o", "b.csv")

    def test_of_a_disk_that_is_full_when_the_first_is_written(
        self, workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        honest, calls = os.fsync, []

        def full(descriptor: int) -> None:
            calls.append(descriptor)
            if len(calls) == 1:
                raise OSError(28, "No space left on device")
            honest(descriptor)

        monkeypatch.setattr(os, "fsync", full)
        assert ended("--no-annotate", *self.ASKED, workbook) == 2
        streams = capsys.readouterr()
        assert streams.err == (
            "syditval: U051: The report a.json cannot be written (No space left on device): "
            "check that you may write there and that there is room.\n"
        )
        assert streams.out.startswith("mars.xlsx  SHA-256")
        assert streams.out.endswith("Report: b.csv\n")
        assert here() == ["b.csv", "mars.xlsx"]

    def test_of_a_place_that_is_none(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--format", "json", "-o", "mars.xlsx/a.json", "--format", "csv", "-o", "b.csv")

        assert ended(*asked, workbook) == 2
        assert capsys.readouterr().err.startswith(
            "syditval: U051: The report mars.xlsx/a.json cannot be written"
        )
        assert here() == ["b.csv", "mars.granskad.xlsx", "mars.xlsx"]

    def test_of_the_copy(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert ended("-o", "mars.xlsx/k.xlsx", *self.ASKED, workbook) == 2
        assert "syditval: A005: " in capsys.readouterr().err
        assert here() == ["a.json", "b.csv", "mars.xlsx"]

    def test_of_one_workbook_is_that_of_the_run(self, workbook: Path) -> None:
        """Whatever else is found, and in whatever order."""
        Path("ut").mkdir()
        Path("ut/mars.json").mkdir()

        assert ended("--no-annotate", "--format", "json", "-o", "ut", workbook, sound(Path("y"))) == 2
        assert here() == ["mars.xlsx", "ut/maj.json", "y/maj.xlsx"]

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
    @pytest.mark.parametrize(
        ("stream", "code"), [("/dev/full", 2), (None, 141)], ids=["full", "nobody reads"]
    )
    def test_of_standard_output_comes_after_the_files(
        self, stream: str | None, code: int, workbook: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Even where the form for it was named first, and the report is longer than what a stream holds back."""
        lines = "".join(f"Konto {number}  | {1000 + number} | 500 | {50 + number}\n" for number in range(10))
        table = (
            f"Drift 240331\nBelopp i tkr\n  | Budget | Utfall | Avvikelse\n{lines}Summa | 100 | 50 | 60\n\n"
        )
        long = saved(Path("long.xlsx"), 3 * table)
        ended("--no-annotate", long)
        assert len(capsys.readouterr().out) > io.DEFAULT_BUFFER_SIZE
        if stream is None:
            read, write = os.pipe()
            os.close(read)
        else:
            write = os.open(stream, os.O_WRONLY)
        left, complaints = forked(write, "reconcile", *self.ASKED, long)
        os.close(write)

        assert left == code
        assert complaints.count("\n") == (1 if stream else 0)
        assert here() == ["a.json", "b.csv", "long.granskad.xlsx", "long.xlsx", "mars.xlsx"]


class TestQuiet:
    def test_says_nothing_at_all(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert ended("-q", workbook) == 1
        assert capsys.readouterr() == ("", "")
        assert here() == ["mars.granskad.xlsx", "mars.xlsx"]

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_keeps_what_was_asked_for(
        self, workbook: Path, form: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert ended("-q", "--format", form, workbook) == 1
        streams = capsys.readouterr()
        assert "mars.xlsx" in streams.out
        assert streams.err == ""
        assert "Annotated" not in streams.out

    def test_writes_files_without_a_word(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert ended("-q", "--no-annotate", "--format", "json", "-o", "a.json", workbook) == 1
        assert capsys.readouterr() == ("", "")
        assert here() == ["a.json", "mars.xlsx"]

    def test_keeps_errors(self, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert ended("-q", "--format", "json", "-o", "mars.xlsx/a", workbook) == 2
        assert capsys.readouterr().err.startswith("syditval: U051: ")
