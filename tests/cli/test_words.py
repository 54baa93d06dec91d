"""Which language the command line speaks."""

from __future__ import annotations

import pytest

from syditval.cli.words import language, say, settle_language


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SYDITVAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    # settle_language writes the environment; monkeypatch puts it back.
    monkeypatch.setenv("SYDITVAL_LANG", "")


@pytest.mark.parametrize("arguments", [["reconcile", "--lang", "sv", "x"], ["--lang=sv"]], ids=str)
def test_the_option_is_found_wherever_it_stands(arguments: list[str]) -> None:
    settle_language(arguments)
    assert language() == "sv"
    assert say("required") == "krävs"


def test_an_option_without_its_value_changes_nothing() -> None:
    settle_language(["reconcile", "--lang"])
    assert language() == "en"


def test_the_locale_decides_where_nothing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert language() == "sv"
