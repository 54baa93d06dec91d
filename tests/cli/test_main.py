"""The entry point: exit codes, streams, and nothing heavy before it is needed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from syditval import __version__
from syditval.cli import reconcile_command
from syditval.cli.main import COMMANDS, main, program
from syditval.run import report
from tests.cli.forked import forked, started

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"


def ended(*arguments: object) -> int:
    """The exit code of a run."""
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests, they speak English."""
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def test_help_names_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--help") == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)
    assert "Exit codes" in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_is_listed_can_be_asked_for_help(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(name, "--help") == 0
    assert f"syditval {name}" in capsys.readouterr().out


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--version") == 0
    assert capsys.readouterr().out == f"syditval {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("reconcile", "--help"), ("nonsense",)], ids=" ".join
)
def test_nothing_heavy_is_imported_for_help(arguments: tuple[str, ...]) -> None:
    """pandas and its kin cost half a second; a help text must not wait for them."""
    script = (
        "import sys, contextlib\n"
        "from syditval.cli.main import main\n"
        "with contextlib.suppress(SystemExit):\n"
        f"    main({list(arguments)!r})\n"
        "heavy = {'pandas', 'numpy', 'pandera', 'openpyxl', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_no_arguments_at_all_show_the_help_and_are_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended() == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "Commands" in streams.err
    assert streams.err.splitlines()[-1].startswith("syditval: U001: No command is given")


def test_options_alone_are_no_command_either(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("-q") == 2
    assert "U001" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("recncile", "U002: There is no command recncile (did you mean reconcile?)"),
        ("nonsense", "U002: There is no command nonsense: syditval --help"),
        ("--nonsense", "U003: There is no option --nonsense: syditval --help"),
        ("reconcile", "U004: syditval reconcile needs WORKBOOKS"),
        ("reconcile --fail-on disaster x.xlsx", "U008: --fail-on cannot be disaster"),
        ("reconcile --no-mark x.xlsx", "U003: There is no option --no-mark (did you mean --no-marks?)"),
        ("schemas budget investment", "U007: syditval schemas takes no more arguments: leave investment out"),
    ],
)
def test_a_wrong_call_is_exit_2_and_one_sentence_with_a_code(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(*typed.split()) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"syditval: {said}")
    assert streams.err.count("\n") == 1


@pytest.mark.parametrize("typed", ["--lang sv reconcile --help", "reconcile --lang sv -h"])
def test_lang_speaks_swedish_in_the_help_too(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(*typed.split()) == 0
    assert "Kontrollera varje tal" in capsys.readouterr().out


def test_a_fault_of_our_own_is_one_line_and_exit_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wire came loose")

    monkeypatch.setattr(reconcile_command, "review_all", broken)
    assert ended("reconcile", SAMPLES / "a-monthly-export.xlsx") == 70
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.count("\n") == 1
    assert "a wire came loose" in streams.err
    assert "Traceback" not in streams.err


@pytest.fixture
def broken_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that comes about in the process of a file."""

    def broken(*_: object) -> None:
        raise RuntimeError("a wire came loose")

    monkeypatch.setattr(report, "recognise", broken)


@pytest.mark.usefixtures("broken_reader")
@pytest.mark.parametrize("way", [(), ("--in-process",)], ids=["in a process of its own", "in this one"])
def test_a_fault_is_told_alike_wherever_it_came_about(
    way: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("reconcile", "--no-annotate", *way, SAMPLES / "a-monthly-export.xlsx") == 70
    streams = capsys.readouterr()
    assert (streams.out, streams.err.count("\n")) == ("", 1)
    assert f"syditval {__version__} failed (RuntimeError: a wire came loose)" in streams.err


@pytest.mark.usefixtures("broken_reader")
def test_debug_shows_where_in_the_process_of_a_file_it_came_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--debug", "reconcile", "--no-annotate", SAMPLES / "a-monthly-export.xlsx") == 70
    assert "in broken\n    raise RuntimeError" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "variable"), [("--debug reconcile x", ""), ("reconcile --debug x", ""), ("reconcile x", "yes")]
)
def test_debug_shows_the_trace_of_a_fault_and_leaves_the_exit_code_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, variable: str
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wire came loose")

    monkeypatch.setattr(reconcile_command, "review_all", broken)
    monkeypatch.setenv("SYDITVAL_DEBUG", variable)
    assert ended(*typed.split()) == 70
    assert capsys.readouterr().err.endswith("\nRuntimeError: a wire came loose\n")


def test_an_interrupted_run_is_exit_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reconcile_command, "review_all", interrupted)
    assert ended("reconcile", SAMPLES / "a-monthly-export.xlsx") == 130
    assert capsys.readouterr().err.strip().startswith("syditval: U025: Interrupted")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A sound workbook in a folder of its own."""
    return Path(shutil.copy(SAMPLES / "a-monthly-export.xlsx", tmp_path / "april.xlsx"))


@pytest.fixture
def nobody_reads() -> Iterator[int]:
    """An end of a pipe whose other end is closed."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_went_away_is_exit_141_without_a_word_and_costs_no_copy(
    nobody_reads: int, sound: Path, form: str
) -> None:
    """``syditval reconcile april.xlsx | true``."""
    assert forked(nobody_reads, "reconcile", "--format", form, sound) == (141, "")
    assert sound.with_name("april.granskad.xlsx").is_file()


@pytest.mark.parametrize("arguments", [("rules",), ("schemas", "budget"), ("--help",)], ids=" ".join)
def test_every_command_ends_so_when_its_reader_went_away(
    nobody_reads: int, arguments: tuple[str, ...]
) -> None:
    assert forked(nobody_reads, *arguments) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_one_sentence_and_exit_2_and_costs_no_copy(sound: Path, form: str) -> None:
    with Path("/dev/full").open("w") as full:
        code, complaints = forked(full.fileno(), "reconcile", "--format", form, sound)
    said = "syditval: U024: The report cannot be written (No space left on device)"
    assert (code, complaints.count("\n")) == (2, 1)
    assert complaints.startswith(said)
    assert sound.with_name("april.granskad.xlsx").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_an_error_stream_that_fails_does_not_change_the_ending(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full, Path(os.devnull).open("w") as nowhere:
        child = started(nowhere.fileno(), full.fileno(), "reconcile", tmp_path / "missing.xlsx")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2


def test_a_closed_standard_output_is_none_to_write_to(sound: Path) -> None:
    command = f'"{sys.executable}" -m syditval reconcile "{sound}" >&-'
    run = subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert sound.with_name("april.granskad.xlsx").is_file()


def test_a_stream_that_cannot_write_swedish_gets_the_report_all_the_same() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "syditval", "reconcile", "--no-annotate", "samples/c-planted-errors.xlsx"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == b""
    assert b"Drift!C15" in run.stdout
    run.stdout.decode("ascii")


def test_the_program_can_be_asked_for_its_commands() -> None:
    """Shells and the generated reference go this way."""
    group = program()
    assert group.list_commands(None) == list(COMMANDS)  # type: ignore[arg-type]


def test_a_record_in_json_is_all_that_stands_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("reconcile", "--no-annotate", "--format", "json", SAMPLES / "a-monthly-export.xlsx") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["summary"]["relations"]["exact"] == 37
