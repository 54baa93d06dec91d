"""What a shell may complete a word to."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from syditval.checks import rule_infos
from syditval.cli.suggestions import codes, files, kinds, suggested
from syditval.messages import texts

ARGUMENT = click.Argument(["code"])


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> click.Context:
    monkeypatch.setenv("SYDITVAL_LANG", "sv")
    return click.Context(click.Command("rules"))


def test_words_that_begin_alike_with_their_meaning() -> None:
    found = suggested([("sums", "Sums."), ("schemas", "Kinds."), ("rules", "Rules.")], "s")
    assert [(item.value, item.help) for item in found] == [("sums", "Sums."), ("schemas", "Kinds.")]


def test_the_names_of_files_are_the_shells_own(call: click.Context) -> None:
    assert [(item.value, item.type) for item in files(call, ARGUMENT, "sam")] == [("sam", "file")]


def test_every_rule_can_be_completed_to(call: click.Context) -> None:
    found = {item.value for item in codes(call, ARGUMENT, "")}
    assert found > {info.code for info in rule_infos()}


@pytest.mark.parametrize("typed", ["F10", "f10"])
def test_a_code_comes_with_its_title(typed: str, call: click.Context) -> None:
    (item,) = codes(call, ARGUMENT, typed)
    assert (item.value, item.help) == ("F101", texts("sv").get("F101", "title"))


def test_the_shipped_kinds_and_those_of_ones_own(call: click.Context, tmp_path: Path) -> None:
    (tmp_path / "skolor.toml").write_text(
        (Path(__file__).parents[2] / "schemas" / "budget.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert [item.value for item in kinds(call, ARGUMENT, "")] == ["budget", "investment"]
    call.params["schemas"] = tmp_path
    assert [item.value for item in kinds(call, ARGUMENT, "s")] == ["skolor"]


def test_a_folder_that_cannot_be_used_completes_to_nothing(call: click.Context, tmp_path: Path) -> None:
    call.params["schemas"] = tmp_path / "none"
    assert kinds(call, ARGUMENT, "") == []
