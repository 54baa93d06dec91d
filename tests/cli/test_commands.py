"""What every command has in common."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest

from syditval.cli.commands import Command, help_option
from syditval.cli.main import COMMANDS, main, program
from syditval.cli.misuse import Misuse
from syditval.cli.values import OneOf
from syditval.messages import texts
from syditval.messages.catalogue import LANGUAGES

REASON = click.Option(["--reason"], metavar="PATH", required=True, help="Why.")
FAIL_ON = click.Option(
    ["--fail-on"], type=OneOf(("error", "note")), default="error", show_default=True, help="When."
)
WORKBOOKS = click.Argument(["workbooks"], nargs=-1, required=True)
CODE = click.Argument(["code"], required=False)


@pytest.fixture(autouse=True)
def swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "sv")


def test_the_help_is_in_the_language_in_force() -> None:
    command = Command(
        "inspect", params=[WORKBOOKS, CODE, REASON, FAIL_ON, help_option()], add_help_option=False
    )
    assert command.get_help(click.Context(command, info_name="inspect", terminal_width=80)).splitlines() == [
        "Användning: inspect [FLAGGOR] ARBETSBÖCKER... [KOD]",
        "",
        "Flaggor:",
        "  --reason SÖKVÄG       Why.  [krävs]",
        "  --fail-on error|note  When.  [normalt error]",
        "  -h, --help            Visa den här hjälpen och avsluta.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", ["-h", "--help"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_help_says_anything_of_clicks_own(
    name: str,
    asked: str,
    language: str,
    clicks_own: Callable[[str], bool],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", language)
    with pytest.raises(SystemExit) as left:
        main([*name.split(), asked])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(texts(language).get("cli", "usage"))
    assert not clicks_own(shown)


def test_it_would_be_noticed(clicks_own: Callable[[str], bool]) -> None:
    command = click.Command("inspect")
    assert clicks_own(command.get_help(click.Context(command)))


def test_every_placeholder_is_in_both_languages() -> None:
    group = program()
    needed = {
        parameter.metavar or str(parameter.name).upper()
        for name in COMMANDS
        for parameter in (group.get_command(click.Context(group), name) or group).params
        if not isinstance(parameter.type, OneOf) and not getattr(parameter, "is_flag", False)
    }
    assert needed <= set(texts("sv").entries["metavar"])


def test_what_is_left_over_is_too_much() -> None:
    command = Command("inspect", params=[CODE])
    with pytest.raises(Misuse, match="utelämna F102 F103"):
        command.make_context("inspect", ["F101", "F102", "F103"])


def test_a_wrong_call_carries_its_context_so_that_it_can_be_explained() -> None:
    command = Command("inspect", params=[REASON])
    with pytest.raises(Misuse) as wrong:
        command.make_context("inspect", ["--reason"])
    assert wrong.value.ctx is not None
    assert str(wrong.value) == "--reason kräver ett värde, som saknas: inspect --help visar vilket."
