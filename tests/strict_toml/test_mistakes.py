"""Mistakes are collected, and raised all at once."""

from __future__ import annotations

from syditval.strict_toml import Mistake, TomlMistakes

MISTAKES = [Mistake("K002", "own.toml", "rows"), Mistake("K006", "own.toml", "titles", {"value": "Drift"})]


def test_a_mistake_is_one_sentence_in_either_language() -> None:
    assert [mistake.sentence("sv") for mistake in MISTAKES] == [
        "own.toml: rows saknas.",
        'own.toml: titles anger "Drift" två gånger.',
    ]


def test_together_they_are_one_line_each() -> None:
    assert str(TomlMistakes(MISTAKES)) == 'own.toml: rows is missing.\nown.toml: titles states "Drift" twice.'
    assert TomlMistakes(MISTAKES).mistakes == MISTAKES
