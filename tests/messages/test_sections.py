"""A catalogue in sections is what it is as a whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import syditval
from syditval.messages.catalogue import LANGUAGES
from syditval.messages.sections import Sections

MESSAGES = Path(syditval.__file__).parent / "messages"
SOURCE = """
# What comes first.
[F101]
title = "Total differs from its lines"   # [no section]
why = "[F102] is another."

[cli]
lang = "Language"
"""


def test_each_section_has_its_texts() -> None:
    sections = Sections(SOURCE)

    assert list(sections) == ["F101", "cli"]
    assert len(sections) == 2
    assert sections["F101"] == {"title": "Total differs from its lines", "why": "[F102] is another."}
    assert sections["cli"] == {"lang": "Language"}


def test_a_section_that_there_is_not_is_none() -> None:
    with pytest.raises(KeyError):
        Sections(SOURCE)["F102"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_the_same_in_sections_and_as_a_whole(language: str) -> None:
    source = (MESSAGES / f"{language}.toml").read_text(encoding="utf-8")

    assert dict(Sections(source)) == tomllib.loads(source)
    assert list(Sections(source)) == list(tomllib.loads(source))


def test_a_section_within_another_would_be_seen() -> None:
    nested = '[cli]\nlang = "Language"\n[cli.help]\nlang = "Which language"\n'

    assert dict(Sections(nested)) != tomllib.loads(nested)
