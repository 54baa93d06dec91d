"""Every option of every command can be set in the environment, and a new one cannot be without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from syditval.cli import options
from syditval.cli.commands import Worded
from syditval.cli.environment import given_in, is_yes
from syditval.cli.groups import Group
from syditval.cli.main import COMMANDS, main, program
from syditval.cli.misuse import Misuse
from syditval.cli.spelling import settable, variable, variables_heeded
from syditval.cli.values import OneOf, Place

SAMPLES = Path(__file__).parents[2] / "samples"
# What an option that is not content with any text is content with.
TEXTS = {
    "--time": "2024-05-08",
    "--as-of": "2024-05-08",
    "--until": "2024-12-31",
    "--materiality": "100 tkr",
    "--at-most": "12 tkr",
    "--period": "2024-04",
    "period": "2024-04",
}

TICKS = click.Option(["--ticks"], is_flag=True)
LIMIT = click.Option(["--limit"], multiple=True)
OUTPUT = click.Option(["-o", "--output"])


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def commands() -> Iterator[tuple[str, click.Command]]:
    """The program and every command, those of groups too, by name."""
    yield from _within("syditval", program())


def _within(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, Group):
        for each in command.makers:
            inner = command.get_command(click.Context(command), each)
            assert inner is not None
            yield from _within(f"{name} {each}".removeprefix("syditval "), inner)


def every_option() -> Iterator[tuple[str, str]]:
    """Each command with each of its options."""
    for name, command in commands():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield name, max(parameter.opts, key=len)


NOT_SETTINGS = {"--help", "--version", "--lang"}
SETTINGS = [(name, option) for name, option in every_option() if option not in NOT_SETTINGS]


def an_example(parameter: click.Parameter) -> str:
    """A text that a parameter is content with, and that is not what it is by default."""
    if isinstance(parameter.type, OneOf):
        return parameter.type.choices[-1]
    if isinstance(parameter.type, Place):
        return str(SAMPLES if parameter.type.dir_okay else SAMPLES / "a-monthly-export.xlsx")
    if parameter.metavar == "NUMBER":
        return "7"
    return TEXTS.get(max(parameter.opts, key=len), "x")


def in_a_call(parameter: click.Parameter) -> list[str]:
    """A parameter as it is typed."""
    if isinstance(parameter, click.Argument):
        return [an_example(parameter)]
    is_flag = isinstance(parameter, click.Option) and parameter.is_flag
    return [parameter.opts[-1], *([] if is_flag else [an_example(parameter)])]


def loudness(call: click.Context) -> set[str]:
    """What is kept of -q and -v, which no command is told of."""
    return {key for key in call.meta if key.startswith("syditval.cli.loudness")}


@pytest.mark.parametrize(("name", "option"), SETTINGS)
def test_the_variable_says_the_same_as_the_option(
    name: str, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = dict(commands())[name]
    (chosen,) = (each for each in command.params if option in each.opts)
    assert isinstance(chosen, click.Option)
    needed = [
        word for each in command.params if each.required and each is not chosen for word in in_a_call(each)
    ]
    with command.make_context(name, [*in_a_call(chosen), *needed]) as typed:
        assert variables_heeded(typed) == []
    monkeypatch.setenv(variable(chosen), "ja" if chosen.is_flag else an_example(chosen))
    with command.make_context(name, list(needed)) as heeded:
        assert variables_heeded(heeded) == [variable(chosen)]
    assert heeded.params == typed.params
    assert loudness(heeded) == loudness(typed)


def test_only_what_ends_the_run_or_is_settled_before_is_no_setting() -> None:
    others = {
        max(each.opts, key=len)
        for _, command in commands()
        for each in command.params
        if isinstance(each, click.Option) and each not in settable(command.params)
    }
    assert others == NOT_SETTINGS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_made_in_the_one_place_that_sees_to_it(name: str) -> None:
    assert isinstance(dict(commands())[name], Worded)


def test_a_new_option_has_its_variable_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    called: dict[str, object] = {}
    new = options.command("inspect", called.update, [click.Option(["--brand-new"], default="old")])
    monkeypatch.setenv("SYDITVAL_BRAND_NEW", "new")
    new.main([], standalone_mode=False)
    assert called == {"brand_new": "new"}


def test_what_is_typed_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    called: dict[str, object] = {}
    command = options.command("inspect", called.update, [OUTPUT, LIMIT])
    monkeypatch.setenv("SYDITVAL_OUTPUT", "a.xlsx")
    monkeypatch.setenv("SYDITVAL_LIMIT", "sheets=1")
    command.main(["-o", "b.xlsx", "--limit", "parts=2"], standalone_mode=False)
    assert called == {"output": "b.xlsx", "limit": ("parts=2",)}


@pytest.mark.parametrize(
    ("option", "text", "value"),
    [
        *((TICKS, yes, True) for yes in ("1", "true", "yes", "ja", "JA", " Yes ")),
        *((TICKS, no, False) for no in ("0", "false", "no", "nej")),
        (OUTPUT, "Blad 2.xlsx", "Blad 2.xlsx"),
        (LIMIT, "sheets=8 parts=9", ["sheets=8", "parts=9"]),
        (LIMIT, "  sheets=8\tparts=9\n", ["sheets=8", "parts=9"]),
        (LIMIT, "'Blad 2.xlsx' maj.xlsx", ["Blad 2.xlsx", "maj.xlsx"]),
        (LIMIT, 'html="Blad 2.html"', ["html=Blad 2.html"]),
        (LIMIT, r"C:\granskade\maj.xlsx #1", [r"C:\granskade\maj.xlsx", "#1"]),
    ],
)
def test_what_a_variable_holds(option: click.Option, text: str, value: object) -> None:
    assert given_in({variable(option): text}, [option]) == {option.name: value}


@pytest.mark.parametrize("text", ["", "  "])
def test_a_blank_variable_sets_nothing(text: str) -> None:
    assert given_in({"SYDITVAL_TICKS": text, "SYDITVAL_LIMIT": text}, [TICKS, LIMIT, OUTPUT]) == {}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("SYDITVAL_TICKS", "kanske", "SYDITVAL_TICKS cannot be kanske: choose one of 1, true, yes, ja"),
        ("SYDITVAL_LIMIT", "'sheets=8", "SYDITVAL_LIMIT has a quotation mark without its pair"),
    ],
)
def test_what_no_option_could_be_is_refused(name: str, text: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        given_in({name: text}, [TICKS, LIMIT])


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("SYDITVAL_TICKS", "kanske", "U008"),
        ("SYDITVAL_FAIL_ON", "disaster", "U008"),
        ("SYDITVAL_CARRY_OVER", "missing.xlsx", "U009"),
        ("SYDITVAL_TICK", '"', "U012"),
        ("SYDITVAL_TICK", "Z=1", "U018"),
        ("SYDITVAL_TIME", "nyss", "U017"),
        ("SYDITVAL_LIMIT", "rows=3", "U019"),
        ("SYDITVAL_LIMIT_SHEETS", "many", "U019"),
        ("SYDITVAL_QUIET", "tyst", "U008"),
    ],
)
def test_a_bad_value_is_a_usage_error_that_names_the_variable(
    name: str, text: str, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, text)
    with pytest.raises(SystemExit) as left:
        main(["reconcile", "x.xlsx"])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert said.startswith(f"syditval: {code}: ")
    assert name in said


def test_neither_yes_nor_no() -> None:
    assert is_yes("kanske") is None
