"""What a number format shows of a number, section by section."""

from __future__ import annotations

import pytest

from syditval.checks.number_format import hides, shows_time_alone

SHOWS = [
    "General",
    "",
    "0",
    "#,##0;-#,##0;;@",
    '# ##0,00" kr"',
    "[Red]-#,##0;[Blue]#,##0",
    "[$kr-41D] #,##0",
    "yyyy-mm-dd",
    "[h]:mm",
    "[hh]",
    "?",
    "@",
    "0.00E+00",
    # Zero alone is hidden.
    '[=0]"";General',
    '[=0]"";[<0]"";0',
]
HIDES = [
    ";;;",
    ";;",
    ";",
    '""',
    '"";"";0',
    " ; ;",
    "**;**",
    "_-;_-",
    "[White];[White]",
    '"dold";"dold"',
    # What looks like a figure is the same whatever the number.
    r"\0;\0",
    "-;-;0",
    '[>1000]"";[<=1000]""',
    '"unfinished',
]


@pytest.mark.parametrize("number_format", SHOWS)
def test_a_format_with_a_place_for_the_number_shows_it(number_format: str) -> None:
    assert not hides(number_format, is_negative=False)
    assert not hides(number_format, is_negative=True)


@pytest.mark.parametrize("number_format", HIDES)
def test_a_format_without_one_hides_it(number_format: str) -> None:
    assert hides(number_format, is_negative=False)
    assert hides(number_format, is_negative=True)


@pytest.mark.parametrize(
    ("number_format", "positive", "negative"),
    [("0;;", False, True), (";-0;0", True, False), ('"";0', True, False), ('0;"minus"', False, True)],
)
def test_the_section_of_the_number_decides(number_format: str, positive: bool, negative: bool) -> None:
    assert hides(number_format, is_negative=False) is positive
    assert hides(number_format, is_negative=True) is negative


@pytest.mark.parametrize("number_format", ["h:mm", "h:mm AM/PM", "mm:ss", "[h]:mm:ss", '"den dag" hh:mm'])
def test_a_time_of_day_is_no_date(number_format: str) -> None:
    assert shows_time_alone(number_format)


@pytest.mark.parametrize(
    "number_format", ["General", "yyyy-mm-dd", "d/m", "mm-dd-yy h:mm", "YYYY-MM-DD HH:MM", "0"]
)
def test_a_format_with_a_day_or_a_year_shows_more(number_format: str) -> None:
    assert not shows_time_alone(number_format)
