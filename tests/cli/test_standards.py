"""What findings are held against: amounts and days as they are typed, and the file of accepted differences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from syditval.cli import options
from syditval.cli.misuse import Misuse
from syditval.cli.standards import day_of, standards_options, threshold_of, waivers_of
from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.settings import Settings
from syditval.strict_toml import TomlMistakes

SETTLED = Settings(waivers=(Waiver("F101", "budget/total/actual", "Settled."),))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYDITVAL_LANG", "en")


def parsed(*typed: str) -> dict[str, object]:
    """What a command with these options is called with."""
    called: dict[str, object] = {}
    options.command("inspect", called.update, standards_options()).main(list(typed), standalone_mode=False)
    return called


def test_without_any_option_nothing_is_asked_for() -> None:
    assert parsed() == {"materiality": None, "waivers": None, "as_of": None}


def test_the_options_are_checked_before_anything_is_done() -> None:
    typed = ("--materiality", "100 tkr", "--waivers", "undantag.toml", "--as-of", "2024-04-30")

    assert parsed(*typed) == {
        "materiality": "100 tkr",
        "waivers": Path("undantag.toml"),
        "as_of": "2024-04-30",
    }


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--materiality", "lite", "--materiality: lite is no amount"),
        ("--materiality", "-5 tkr", "--materiality: -5 tkr is no amount"),
        ("--as-of", "igår", "--as-of: igår is no date"),
        ("--as-of", "2024-02-30", "--as-of: 2024-02-30 is no date"),
    ],
)
def test_what_is_none_is_refused_with_the_option(option: str, text: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        parsed(option, text)


@pytest.mark.parametrize(("variable", "text"), [("SYDITVAL_MATERIALITY", "lite"), ("SYDITVAL_AS_OF", "igår")])
def test_so_is_what_the_environment_says(variable: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, text)

    with pytest.raises(Misuse) as refused:
        parsed()
    said = refused.value.sentence("en")
    assert f"{text} is no " in said
    assert said.endswith(f"From the environment: {variable}.")


@pytest.mark.parametrize(
    ("text", "threshold"),
    [
        ("100 tkr", Threshold(Decimal(100), "tkr")),
        ("1,5 mkr", Threshold(Decimal("1.5"), "mkr")),
        ("12", Threshold(Decimal(12))),
        (None, None),
        ("", None),
    ],
)
def test_an_amount(text: str | None, threshold: Threshold | None) -> None:
    assert threshold_of(text, "--materiality") == threshold


@pytest.mark.parametrize(("text", "day"), [("2024-04-30", date(2024, 4, 30)), (None, None), ("", None)])
def test_a_day(text: str | None, day: date | None) -> None:
    assert day_of(text, "--until") == day


class TestWaivers:
    def test_are_those_that_are_settled(self) -> None:
        assert waivers_of(None, SETTLED) == SETTLED.waivers

    def test_of_a_file_that_is_named_take_their_place(self, tmp_path: Path) -> None:
        file = tmp_path / "undantag.toml"
        file.write_text('[[waivers]]\ncode = "V103"\nplace = "x"\nreason = "Så."\n', encoding="utf-8")

        assert waivers_of(file, SETTLED) == (Waiver("V103", "x", "Så."),)

    def test_of_a_file_without_any_are_none(self, tmp_path: Path) -> None:
        (tmp_path / "undantag.toml").touch()

        assert waivers_of(tmp_path / "undantag.toml", SETTLED) == ()

    @pytest.mark.parametrize("content", [None, "[[waivers]]\n"], ids=["missing", "wrong"])
    def test_of_a_file_that_cannot_be_used_are_refused(self, tmp_path: Path, content: str | None) -> None:
        if content is not None:
            (tmp_path / "undantag.toml").write_text(content, encoding="utf-8")

        with pytest.raises(TomlMistakes, match=r"undantag\.toml"):
            waivers_of(tmp_path / "undantag.toml", SETTLED)
