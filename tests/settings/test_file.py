"""One settings file: what it settles, and everything that is wrong with it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from syditval.model.waiver import Waiver
from syditval.settings import FILE_NAME, NONE, Settings, load_settings
from syditval.strict_toml import TomlMistakes

FULL = """
lang = "sv"
fail-on = "warning"
materiality = "1,5 mkr"
rounding = "truncation"
ratio-basis = "shown"
schemas = "kinds"
recalc = false
ticks = true

[limits]
sheets = 800

[[waivers]]
code = "F101"
place = "budget/total/actual"
reason = "Avrundning i huvudboken."
"""
LIMITS = ("rows", "sheets")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


def loaded(file: Path, toml: str) -> Settings:
    file.write_text(toml, encoding="utf-8")
    return load_settings(file, LIMITS)


def mistakes(file: Path, toml: str) -> list[str]:
    with pytest.raises(TomlMistakes) as wrong:
        loaded(file, toml)
    return [mistake.sentence("en").removeprefix(f"{file}: ") for mistake in wrong.value.mistakes]


def test_what_a_file_settles_is_what_would_be_typed(file: Path) -> None:
    settings = loaded(file, FULL)

    assert settings == Settings(
        file=file,
        values={
            "lang": "sv",
            "fail-on": "warning",
            "materiality": "1.5 mkr",
            "rounding": "truncation",
            "ratio-basis": "shown",
            "schemas": str(file.parent / "kinds"),
            "recalc": False,
            "ticks": True,
        },
        limits={"sheets": 800},
        waivers=(Waiver("F101", "budget/total/actual", "Avrundning i huvudboken."),),
    )


def test_what_it_does_not_say_is_not_settled(file: Path) -> None:
    assert loaded(file, "") == Settings(file=file)


def test_the_folder_of_schemas_is_seen_from_the_file_and_may_lie_anywhere(file: Path) -> None:
    assert loaded(file, 'schemas = "/gemensamt/tabellslag"').values["schemas"] == "/gemensamt/tabellslag"
    assert loaded(file, 'schemas = "../kinds"').values["schemas"] == str(file.parent / "../kinds")


def test_without_a_file_nothing_is_settled() -> None:
    assert (NONE.file, dict(NONE.values), dict(NONE.limits), NONE.waivers) == (None, {}, {}, ())


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('lang = "sv"', 'lang = "no"', 'lang is "no", but must be one of sv, en.'),
        ('"warning"', '"never"', 'fail-on is "never", but must be one of error, warning, note.'),
        ('"truncation"', '"floor"', 'rounding is "floor", but must be one of '),
        ('"shown"', '"seen"', 'ratio-basis is "seen", but must be one of '),
        ('"1,5 mkr"', "1500000", 'materiality should be "100 tkr".'),
        ("recalc = false", 'recalc = "no"', "recalc should be true/false."),
        ("sheets = 800", "sheets = 0", "limits.sheets should be 1000."),
        ("sheets =", "pages =", "limits.pages is not a key that is known here; known are rows, sheets."),
        ("ticks =", "tick =", "tick is not a key that is known here; known are fail-on, lang, limits, "),
        ('"F101"', '"F999"', 'waivers[1].code names "F999", which is no rule that fits there'),
        ("lang =", "lang", "this is not TOML ("),
    ],
)
def test_a_mistake_is_told_with_its_key(file: Path, old: str, new: str, mistake: str) -> None:
    assert old in FULL
    (told,) = mistakes(file, FULL.replace(old, new))

    assert told.startswith(mistake)


def test_all_mistakes_are_told_at_once(file: Path) -> None:
    wrong = FULL.replace('"sv"', '"no"').replace("sheets = 800", "sheets = -1").replace("reason", "orsak")

    assert [sentence.split()[0] for sentence in mistakes(file, wrong)] == [
        "lang",
        "limits.sheets",
        "waivers[1].reason",
        "waivers[1].orsak",
    ]


def test_limits_of_any_name_do_where_their_names_do_not_matter(file: Path) -> None:
    file.write_text("[limits]\npages = 3\n", encoding="utf-8")

    assert load_settings(file).limits == {"pages": 3}


def test_a_file_that_cannot_be_read_is_a_mistake(file: Path) -> None:
    with pytest.raises(TomlMistakes) as wrong:
        load_settings(file)

    assert [mistake.code for mistake in wrong.value.mistakes] == ["K014"]
