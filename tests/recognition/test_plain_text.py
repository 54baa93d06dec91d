"""Texts freed of what spreadsheets, editors and typesetters did to their characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.recognition.plain_text import clean, unscrambled


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u2009", "\u202f", "\u3000"])
def test_there_is_one_kind_of_space(space: str) -> None:
    assert clean(f"{space}43{space}306{space}") == "43 306"


def test_every_space_that_unicode_knows_is_one() -> None:
    spaces = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs"]

    assert {clean(f"1{space}2") for space in spaces} == {"1 2"}


@pytest.mark.parametrize(
    "hyphen", ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\ufe63", "\uff0d"]
)
def test_there_is_one_kind_of_hyphen(hyphen: str) -> None:
    assert clean(f"{hyphen} 614") == "- 614"


@pytest.mark.parametrize("apostrophe", ["\u2019", "\u02bc", "\u00b4", "`"])
def test_there_is_one_kind_of_apostrophe(apostrophe: str) -> None:
    assert clean(f"1{apostrophe}234") == "1'234"


def test_the_apostrophe_that_makes_a_number_text_goes() -> None:
    assert clean("'1 234") == "1 234"


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u00ad", "\u00b9", "\u00b2", "\u2074"])
def test_invisible_characters_and_raised_footnote_marks_go(mark: str) -> None:
    assert clean(f"{mark}1 234{mark}") == "1 234"


@pytest.mark.parametrize(
    ("opened", "meant"),
    [
        ("âˆ’6Â\u00a0827", "−6\u00a0827"),
        ("âˆ’6Â 827", "−6\u00a0827"),
        ("FritidsgÃ¥rd", "Fritidsgård"),
        ("BokfÃ¶rt", "Bokfört"),
        ("Fritidsgård", "Fritidsgård"),
        ("Chambre à louer, Ângela", "Chambre à louer, Ângela"),
    ],
)
def test_text_opened_in_the_wrong_encoding_is_put_right(opened: str, meant: str) -> None:
    assert unscrambled(opened) == meant


@given(st.text("abcåäöÅÄÖé– −0123456789"))
def test_any_swedish_text_survives_being_opened_in_the_wrong_encoding(text: str) -> None:
    try:
        opened = text.encode().decode("cp1252")
    except UnicodeDecodeError:  # a byte that cp1252 leaves open
        opened = text

    assert unscrambled(opened) == text


@given(st.text())
def test_cleaning_never_fails_and_cleans_once_and_for_all(text: str) -> None:
    cleaned = clean(text)

    assert cleaned == cleaned.strip()
