"""How a parameter is written, in a call, in a help text and in the environment."""

from __future__ import annotations

import click
import pytest

from syditval.cli.commands import Command
from syditval.cli.spelling import placeholder, settable, spelled, variable, variables_heeded
from syditval.cli.values import OneOf

OUTPUT = click.Option(["-o", "--output"], metavar="PATH")
FAIL_ON = click.Option(["--fail-on"], type=OneOf(("error", "note")))
FORM = click.Option(["--format", "form"])
WEIGHT = click.Option(["--weight", "heavy"])
SHELL = click.Argument(["shell"], type=OneOf(("bash", "zsh")))
WORKBOOKS = click.Argument(["workbooks"], nargs=-1)
LANG = click.Option(["--lang"], is_eager=True)


@pytest.mark.parametrize(
    ("parameter", "in_a_call", "for_its_value", "in_swedish"),
    [
        (OUTPUT, "--output", "PATH", "SÖKVÄG"),
        (FAIL_ON, "--fail-on", "error|note", "error|note"),
        (SHELL, "SHELL", "bash|zsh", "bash|zsh"),
        (WORKBOOKS, "WORKBOOKS", "WORKBOOKS", "ARBETSBÖCKER"),
        (WEIGHT, "--weight", "HEAVY", "HEAVY"),
    ],
)
def test_in_a_call_and_in_a_help_text(
    parameter: click.Parameter,
    in_a_call: str,
    for_its_value: str,
    in_swedish: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")
    assert (spelled(parameter), placeholder(parameter)) == (in_a_call, for_its_value)
    monkeypatch.setenv("SYDITVAL_LANG", "sv")
    assert placeholder(parameter) == in_swedish


@pytest.mark.parametrize(
    ("option", "name"),
    [(OUTPUT, "SYDITVAL_OUTPUT"), (FAIL_ON, "SYDITVAL_FAIL_ON"), (FORM, "SYDITVAL_FORMAT")],
)
def test_in_the_environment(option: click.Option, name: str) -> None:
    assert variable(option) == name


def test_arguments_and_what_is_settled_before_are_not_set_there() -> None:
    assert settable([WORKBOOKS, OUTPUT, LANG, FAIL_ON]) == [OUTPUT, FAIL_ON]


def test_a_call_knows_which_variables_it_heeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_FAIL_ON", "note")
    monkeypatch.setenv("SYDITVAL_OUTPUT", "x.xlsx")
    command = Command("inspect", params=[OUTPUT, FAIL_ON])

    assert variables_heeded(command.make_context("inspect", ["-o", "y.xlsx"])) == ["SYDITVAL_FAIL_ON"]
