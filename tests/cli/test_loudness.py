"""How much is said besides errors."""

from __future__ import annotations

import click
import pytest

from syditval.cli import options
from syditval.cli.loudness import detail, is_quiet, note
from syditval.cli.main import main


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def run(*arguments: str) -> None:
    """A command that says something of each sort."""

    def say() -> None:
        note("A note.")
        detail("A detail.")
        click.echo("A report." if not is_quiet() else "")

    options.command("inspect", say, []).main(list(arguments), standalone_mode=False)


@pytest.mark.parametrize(
    ("option", "report", "error_stream"),
    [
        ("", "A report.", "A note.\n"),
        ("-q", "", ""),
        ("--quiet", "", ""),
        ("-v", "A report.", "A note.\nA detail.\n"),
        ("--verbose", "A report.", "A note.\nA detail.\n"),
    ],
)
def test_who_hears_what(
    option: str, report: str, error_stream: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(*option.split())
    assert capsys.readouterr() == (f"{report}\n", error_stream)


def test_one_run_knows_nothing_of_another(capsys: pytest.CaptureFixture[str]) -> None:
    run("-q")
    run()
    assert capsys.readouterr().err == "A note.\n"


def test_outside_a_run_notes_are_said_and_details_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    note("A note.")
    detail("A detail.")
    assert not is_quiet()
    assert capsys.readouterr().err == "A note.\n"


@pytest.mark.parametrize("typed", ["-v limits", "limits -v"])
def test_it_is_said_before_the_command_or_behind_it(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYDITVAL_LIMIT", "sheets=8")
    with pytest.raises(SystemExit) as left:
        main(typed.split())
    assert left.value.code == 0
    assert capsys.readouterr().err == "From the environment: SYDITVAL_LIMIT.\n"


@pytest.mark.parametrize("typed", ["-q -v limits", "-q limits -v", "-v limits -q", "limits -vq"])
def test_both_at_once_make_no_sense(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(typed.split())
    assert left.value.code == 2
    assert "U013: --quiet does not go with --verbose" in capsys.readouterr().err
