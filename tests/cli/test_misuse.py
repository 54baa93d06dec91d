"""Calls that make no sense: one sentence each, with a code, and never click's."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest

from syditval.cli.commands import Command
from syditval.cli.main import main
from syditval.cli.misuse import Misuse, guess, refuse_beside, worded
from syditval.cli.values import OneOf

COMMAND = Command(
    "inspect", params=[click.Option(["-o", "--output"]), click.Option(["--ticks"], is_flag=True)]
)
CALL = click.Context(COMMAND, info_name="syditval inspect")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def test_it_is_a_sentence_with_a_code_in_the_language_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "sv")
    misuse = Misuse("U020", rule="X999")

    assert misuse.code == "U020"
    assert str(misuse) == misuse.sentence("sv") == "Regeln X999 finns inte: syditval rules listar alla."
    assert misuse.sentence("en") == "There is no rule X999: syditval rules lists them all."


def test_what_hides_in_what_was_typed_shows() -> None:
    assert "rule X\\u202e9:" in Misuse("U020", rule="X\u202e9").sentence("en")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (click.NoSuchOption("--outptu", ctx=CALL), "U003", "no option --outptu: syditval inspect --help"),
        (
            click.NoSuchOption("--outptu", possibilities=["--output"], ctx=CALL),
            "U003",
            "--outptu (did you mean --output?):",
        ),
        (
            click.MissingParameter(param=click.Argument(["workbook"]), ctx=CALL),
            "U004",
            "syditval inspect needs WORKBOOK",
        ),
        (
            click.MissingParameter(param=click.Argument(["form"], type=OneOf(("a", "b"))), ctx=CALL),
            "U004",
            "syditval inspect needs a|b,",
        ),
        (click.MissingParameter(param=click.Option(["--reason"]), ctx=CALL), "U004", "needs --reason"),
        (
            click.BadOptionUsage("--output", "requires an argument", ctx=CALL),
            "U005",
            "--output needs a value",
        ),
        (click.BadOptionUsage("--ticks", "takes no value", ctx=CALL), "U006", "--ticks takes no value"),
        (click.BadParameter("no", ctx=CALL), "U026", "syditval inspect --help shows"),
        (click.BadArgumentUsage("no", ctx=CALL), "U026", "not understood"),
        (click.UsageError("no", ctx=CALL), "U026", "not understood"),
        (click.FileError("april.xlsx", "no"), "U026", "syditval --help shows"),
        (click.ClickException("no"), "U026", "not understood"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_every_error_of_click_has_a_sentence_of_ours(
    error: click.ClickException, code: str, said: str
) -> None:
    misuse = worded(error)
    assert misuse.code == code
    assert said in misuse.sentence("en")


def test_one_of_ours_stays_as_it_is() -> None:
    misuse = Misuse("U001")
    assert worded(misuse) is misuse


CALLS = [
    ("", "U001"),
    ("recncile x", "U002"),
    ("reconcile --no-mark x", "U003"),
    ("reconcile -x", "U003"),
    ("reconcile", "U004"),
    ("reconcile x --fail-on", "U005"),
    ("reconcile --ticks=3 x", "U006"),
    ("limits x", "U007"),
    ("reconcile --fail-on disaster x", "U008"),
    ("completion csh", "U008"),
    ("reconcile --carry-over missing.xlsx x", "U009"),
    ("clean -o . x", "U010"),
    ("schemas --schemas setup.cfg", "U011"),
    ("limits -q -v", "U013"),
    ("reconcile --no-annotate --ticks x", "U013"),
    ("reconcile --carry-over setup.cfg x y", "U014"),
    ("sums --explain fem x", "U015"),
    ("reconcile --time nyss x", "U017"),
    ("reconcile --tick Z=1 x", "U018"),
    ("limits --limit x", "U019"),
    ("rules X999", "U020"),
    ("schemas meny", "U021"),
]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("typed", "code"), CALLS)
def test_click_is_never_heard(
    typed: str,
    code: str,
    language: str,
    clicks_own: Callable[[str], bool],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", language)
    with pytest.raises(SystemExit) as left:
        main(typed.split())
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert said.splitlines()[-1].startswith(f"syditval: {code}: ")
    assert not clicks_own(said)


def test_it_would_be_noticed(clicks_own: Callable[[str], bool]) -> None:
    with pytest.raises(click.UsageError) as heard:
        click.Command("inspect").main(["too", "much"], standalone_mode=False)
    assert clicks_own(heard.value.format_message())


def test_where_the_environment_has_a_part_in_it_its_variables_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYDITVAL_NO_ANNOTATE", "ja")
    with pytest.raises(SystemExit):
        main(["reconcile", "--ticks", "x"])
    said = "--no-annotate does not go with --ticks: leave one or the other out."
    assert capsys.readouterr().err == f"syditval: U013: {said} From the environment: SYDITVAL_NO_ANNOTATE.\n"


def test_what_may_have_been_meant_is_nothing_where_nobody_knows() -> None:
    assert guess([]) == ""
    assert guess(["--ticks", "--tick"]) == " (did you mean --tick, --ticks?)"


def test_options_that_contradict_another_are_named_by_what_is_set() -> None:
    refuse_beside("--no-marks", {"ticks": False, "tick": ()}, ("ticks", "tick"))
    with pytest.raises(Misuse, match="--no-marks does not go with --ticks, --show-uncovered:"):
        refuse_beside(
            "--no-marks",
            {"ticks": True, "tick": (), "show_uncovered": True, "time": "x"},
            ("ticks", "tick", "show_uncovered"),
        )
