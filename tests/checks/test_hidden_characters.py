"""A text in which a character hides is told, and shown with the character as an escape."""

from __future__ import annotations

import pytest

from syditval.checks.hidden_characters import RULE
from syditval.checks.sound_table import SOUND_TABLE
from tests.checks.examined import examined


def labelled(text: str) -> str:
    return SOUND_TABLE.replace("Lokalhyror", text)


def test_it_is_told_with_the_text_as_it_really_is() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["warning H108 A4"]
    assert found.sentences() == [
        "Texts on the sheet Sheet1 with characters that do not show or that turn the text around: 1, the "
        r'first "Lokal\u200bhyror". Type them anew.'
    ]


@pytest.mark.parametrize(
    "code", ["0007", "001b", "009b", "200b", "200f", "202e", "2066", "feff", "00ad", "2028"]
)
def test_control_bidi_and_zero_width_characters_hide(code: str) -> None:
    assert examined(labelled(rf"Lokal\u{code}hyror")).findings == ["warning H108 A4"]


@pytest.mark.parametrize("code", ["000a", "0009", "00a0", "202f", "00e5", "0308", "2011"])
def test_line_breaks_tabs_and_blanks_of_other_widths_do_not(code: str) -> None:
    assert examined(labelled(rf"Lokal\u{code}hyror")).findings == []


def test_all_of_a_sheet_are_one_finding_at_the_first() -> None:
    found = examined(labelled(r"Lokal\u200bhyror") + "\n" + r"Slut\u200b")

    assert found.findings == ["warning H108 A4"]
    assert "around: 2, the first" in found.sentences()[0]


def test_of_a_long_text_the_part_in_which_it_hides_is_shown() -> None:
    found = examined(labelled("Lokalhyror " + "mycket " * 5_000 + r"\u202e" + "dyrt " * 500))

    assert r"mycket \u202edyrt dyrt" in found.sentences()[0]
    assert len(found.sentences()[0]) < 250
