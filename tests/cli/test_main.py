"""The entry point: exit codes, streams, and nothing heavy before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from syditval import __version__
from syditval.cli import reconcile_command
from syditval.cli.main import COMMANDS, main, program

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
        "heavy = {'pandas', 'numpy', 'pandera', 'openpyxl', 'lxml', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_no_arguments_at_all_show_the_help_and_are_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended() == 2
    assert "Commands" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("recncile",),
        ("reconcile",),
        ("reconcile", "--fail-on", "disaster", "x.xlsx"),
        ("reconcile", "--nonsense"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_exit_2_and_says_so_on_the_error_stream(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(*arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "Error" in streams.err


def test_lang_speaks_swedish_in_the_help_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("reconcile", "--lang", "sv", "--help") == 0
    assert "Kontrollera varje tal" in capsys.readouterr().out


def test_a_fault_of_our_own_is_one_line_and_exit_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wire came loose")

    monkeypatch.setattr(reconcile_command, "_all", broken)
    assert ended("reconcile", SAMPLES / "a-monthly-export.xlsx") == 70
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.count("\n") == 1
    assert "a wire came loose" in streams.err
    assert "Traceback" not in streams.err


def test_debug_shows_the_trace_of_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wire came loose")

    monkeypatch.setattr(reconcile_command, "_all", broken)
    with pytest.raises(RuntimeError, match="a wire came loose"):
        main(["--debug", "reconcile", str(SAMPLES / "a-monthly-export.xlsx")])


def test_an_interrupted_run_is_exit_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reconcile_command, "_all", interrupted)
    assert ended("reconcile", SAMPLES / "a-monthly-export.xlsx") == 130
    assert capsys.readouterr().err.strip() == "Interrupted."


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """``syditval reconcile ... | head -1`` ends quietly."""
    command = f"{sys.executable} -m syditval reconcile --no-annotate samples/c-planted-errors.xlsx | head -1"
    run = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stderr == ""


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
