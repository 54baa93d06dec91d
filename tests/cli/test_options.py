"""What the commands' options have in common."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from syditval.cli.misuse import Misuse
from syditval.cli.options import (
    choice_option,
    color_option,
    command,
    in_process_option,
    lang_option,
    limit_option,
    limits_in_force,
    with_kinds,
    workbooks_argument,
)
from syditval.reading import Limits
from syditval.strict_toml import Mistake, TomlMistakes


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
    with pytest.raises(Misuse, match="--color cannot be sometimes: choose one of auto, always, never"):
        parsed(color_option(), "--color", "sometimes")


def test_the_language_is_checked_but_passed_to_no_command() -> None:
    assert parsed(lang_option(), "--lang", "sv") == {}
    with pytest.raises(Misuse, match="--lang cannot be no"):
        parsed(lang_option(), "--lang", "no")


def test_one_workbook_or_several_but_never_none() -> None:
    assert parsed(workbooks_argument(several=False), "a.xlsx") == {"workbook": "a.xlsx"}
    assert parsed(workbooks_argument(several=True), "a.xlsx", "b.xlsx") == {"workbooks": ("a.xlsx", "b.xlsx")}
    with pytest.raises(Misuse, match="needs WORKBOOKS"):
        parsed(workbooks_argument(several=True))


def test_limits_may_be_as_many_as_needed_and_none_is() -> None:
    assert parsed(limit_option()) == {"limit": ()}
    assert parsed(limit_option(), "--limit", "sheets=8", "--limit", "parts=9") == {
        "limit": ("sheets=8", "parts=9")
    }


def test_doing_without_a_process_must_be_asked_for() -> None:
    assert parsed(in_process_option()) == {"in_process": False}
    assert parsed(in_process_option(), "--in-process") == {"in_process": True}


def test_the_limits_in_force_are_those_of_option_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LIMIT_SHEETS", "7")

    assert limits_in_force(("parts=9",)) == Limits(sheets=7, parts=9)


def test_so_is_the_variable_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LIMIT_SHEETS", "many")
    with pytest.raises(Misuse, match="SYDITVAL_LIMIT_SHEETS=many"):
        limits_in_force(("parts=9",))


@pytest.mark.parametrize("wrong", ["rows=5", "sheets=many"])
def test_a_limit_that_makes_no_sense_is_named(wrong: str) -> None:
    with pytest.raises(Misuse, match=f"no such limit, or its number .* above zero: {wrong};"):
        limits_in_force((wrong,))


def test_every_mistake_in_a_schema_file_is_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    def load() -> int:
        raise TomlMistakes([Mistake("K002", "lokal.toml", "unit"), Mistake("K009", "lokal.toml", "columns")])

    assert with_kinds(load) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line[: len("syditval: K00x: lokal.toml")] for line in lines] == [
        "syditval: K002: lokal.toml",
        "syditval: K009: lokal.toml",
    ]


def test_work_that_goes_well_ends_as_it_ends(tmp_path: Path) -> None:
    assert with_kinds(lambda: 3) == 3
