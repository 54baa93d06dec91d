"""What the commands' options have in common."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from syditval.cli.options import (
    choice_option,
    color_option,
    command,
    lang_option,
    with_kinds,
    workbooks_argument,
)
from syditval.kinds import KindMistakes, Mistake


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def parsed(parameter: click.Parameter, *arguments: str) -> dict[str, object]:
    """What a command with one parameter is called with."""
    called: dict[str, object] = {}
    made = command("inspect", called.update, [parameter])
    made.main(list(arguments), standalone_mode=False)
    return called


def test_the_first_of_the_choices_is_the_default() -> None:
    assert parsed(choice_option("fail-on", "error", "warning")) == {"fail_on": "error"}
    assert parsed(choice_option("fail-on", "error", "warning"), "--fail-on", "warning") == {
        "fail_on": "warning"
    }


def test_a_parameter_may_have_another_name_than_its_option() -> None:
    assert parsed(choice_option("format", "text", "json", parameter="form")) == {"form": "text"}


def test_anything_else_is_refused() -> None:
    with pytest.raises(click.BadParameter):
        parsed(color_option(), "--color", "sometimes")


def test_the_language_is_checked_but_passed_to_no_command() -> None:
    assert parsed(lang_option(), "--lang", "sv") == {}
    with pytest.raises(click.BadParameter):
        parsed(lang_option(), "--lang", "no")


def test_one_workbook_or_several_but_never_none() -> None:
    assert parsed(workbooks_argument(several=False), "a.xlsx") == {"workbook": "a.xlsx"}
    assert parsed(workbooks_argument(several=True), "a.xlsx", "b.xlsx") == {"workbooks": ("a.xlsx", "b.xlsx")}
    with pytest.raises(click.MissingParameter):
        parsed(workbooks_argument(several=True))


def test_every_mistake_in_a_schema_file_is_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    def load() -> int:
        raise KindMistakes([Mistake("K002", "lokal.toml", "unit"), Mistake("K009", "lokal.toml", "columns")])

    assert with_kinds(load) == 2
    assert [line.split(":")[1].strip() for line in capsys.readouterr().err.splitlines()] == ["lokal.toml"] * 2


def test_work_that_goes_well_ends_as_it_ends(tmp_path: Path) -> None:
    assert with_kinds(lambda: 3) == 3
