"""Units as they are named in titles, headers, corner cells and amounts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.amounts import Unit
from syditval.recognition.units import UNIT_WORDS, unit_in, unit_named

_, KR, TKR, MKR, MDKR = Unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("kr", KR), ("kronor", KR), ("SEK", KR),
        ("tkr", TKR), ("kkr", TKR), ("Tkr", TKR), ("tusental kronor", TKR), ("tusen  kronor", TKR),
        ("mkr", MKR), ("Mkr", MKR), ("MKR", MKR), ("mnkr", MKR), ("miljoner kronor", MKR), ("miljoner", MKR),
        ("mdkr", MDKR), ("miljarder", MDKR), ("miljarder kronor", MDKR),
    ],
)  # fmt: skip
def test_spelling_variants_are_one_unit(name: str, unit: Unit) -> None:
    assert unit_named(name) is unit
    assert unit_in(name) is unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Belopp i mnkr", MKR),
        ("(tkr)", TKR),
        ("PROGNOSAVVIKELSE, MKR", MKR),
        ("Not 1. Verksamhetens intäkter (tkr)", TKR),
        ("Budget 2024 tkr", TKR),
        ("alla belopp i tusental kronor", TKR),
        ("ett underskott om 1 200 tkr för 2024", TKR),
        ("1 375miljarder", MDKR),
        ("Drift_tkr", TKR),
        ("tkr och mkr", TKR),
    ],
)
def test_a_unit_is_found_as_a_word_of_its_own(text: str, unit: Unit) -> None:
    assert unit_in(text) is unit


@pytest.mark.parametrize(
    "text", ["", "Krokom", "kronologi", "Budget", "efter 20 respektive 60 sek", "makro", "2024"]
)
def test_no_unit_is_seen_inside_other_words(text: str) -> None:
    assert unit_in(text) is None


@given(st.from_regex(re.compile(rf"(?:{UNIT_WORDS})", re.IGNORECASE), fullmatch=True))
def test_whatever_reads_as_a_unit_has_a_name(word: str) -> None:
    assert unit_in(word) is unit_named(word)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert unit_in(text) in (None, *Unit)
