"""Commands under one name: made when they are asked for, and misspelt ones are guessed."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest

from syditval.cli.groups import Group, group
from syditval.cli.misuse import Misuse
from syditval.cli.options import command


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


@pytest.fixture
def made() -> list[str]:
    """The commands that were made."""
    return []


@pytest.fixture
def store(made: list[str]) -> Group:
    def maker(name: str) -> Callable[[], click.Command]:
        def make() -> click.Command:
            made.append(name)
            return command(name, lambda: 7, [], group="store")

        return make

    return group("store", {name: maker(name) for name in ("backup", "check")})


def called(store: Group, *arguments: str) -> object:
    return store.main(list(arguments), prog_name="syditval store", standalone_mode=False)


def test_the_help_names_every_command_and_makes_none(store: Group, made: list[str]) -> None:
    shown = store.get_help(click.Context(store, info_name="store", terminal_width=80)).splitlines()

    assert shown[0] == "Usage: store [OPTIONS] COMMAND ..."
    assert "  backup  Write a backup." in shown
    assert "  check   Check that nothing kept has changed." in shown
    assert made == []


def test_only_the_command_that_is_called_is_made(store: Group, made: list[str]) -> None:
    assert called(store, "check") == 7
    assert made == ["check"]


def test_a_command_of_a_group_has_the_help_of_both_names(store: Group) -> None:
    check = store.get_command(click.Context(store), "check")

    assert check is not None
    assert (check.help or "").startswith("Check that every workbook and record")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["chek"], "U002: There is no command chek (did you mean check?): syditval store --help lists"),
        ([], "U004: syditval store needs COMMAND"),
        (["-q"], "U004: syditval store needs COMMAND"),
    ],
)
def test_a_wrong_call(store: Group, typed: list[str], said: str) -> None:
    with pytest.raises(Misuse) as wrong:
        called(store, *typed)
    assert f"{wrong.value.code}: {wrong.value.sentence('en')}".startswith(said)


def test_a_shell_completes_the_names_with_their_meanings(store: Group, made: list[str]) -> None:
    found = store.shell_complete(click.Context(store), "b")

    assert [(each.value, each.help) for each in found] == [("backup", "Write a backup.")]
    assert made == []
