"""The accepted differences of a settings file: all of what is said, and everything that is wrong at once."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from syditval.model.threshold import Threshold
from syditval.model.waiver import Waiver
from syditval.settings.waivers import waivers_in
from syditval.strict_toml import Mistake, Section

FULL = """
[[waivers]]
code = "F101"
place = "budget/total/actual"
at_most = "12,5 tkr"
reason = "Avrundning i huvudboken."
who = "A. Berg"
until = 2024-12-31
workbook = "it-*.xlsx"
"""
SHORT = """
[[waivers]]
code = "V103"
place = "investment/itinvestlaxå/percent"
reason = "Beräknas av ekonomisystemet."
"""


def read(toml: str) -> tuple[tuple[Waiver, ...], list[str]]:
    """The waivers of a file, and what is wrong with them: the sentences without the name of the file."""
    mistakes: list[Mistake] = []
    waivers = waivers_in(Section("own.toml", "", tomllib.loads(toml), mistakes))
    return waivers, [mistake.sentence("en").removeprefix("own.toml: ") for mistake in mistakes]


def test_a_waiver_is_what_its_section_says() -> None:
    waivers, wrong = read(FULL + SHORT)

    assert wrong == []
    assert waivers == (
        Waiver(
            "F101",
            "budget/total/actual",
            "Avrundning i huvudboken.",
            Threshold(Decimal("12.5"), "tkr"),
            "A. Berg",
            date(2024, 12, 31),
            "it-*.xlsx",
        ),
        Waiver("V103", "investment/itinvestlaxå/percent", "Beräknas av ekonomisystemet."),
    )


def test_a_file_may_hold_none() -> None:
    assert read("") == ((), [])


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('code = "F101"', "", "waivers[1].code is missing."),
        ('place = "budget/total/actual"', "", "waivers[1].place is missing."),
        ('reason = "Avrundning i huvudboken."', "", "waivers[1].reason is missing."),
        ('"Avrundning i huvudboken."', '" "', 'waivers[1].reason should be "...".'),
        ('"12,5 tkr"', '"lite"', 'waivers[1].at_most should be "100 tkr".'),
        ("2024-12-31", '"årsskiftet"', "waivers[1].until should be 2024-04-30."),
        (
            "who =",
            "vem =",
            "waivers[1].vem is not a key that is known here; known are at_most, code, place, reason, until, "
            "who, workbook.",
        ),
        (
            '"F101"',
            '"F999"',
            'waivers[1].code names "F999", which is no rule that fits there: syditval rules lists them all.',
        ),
        # A refusal has a code too, and nobody can accept one.
        (
            '"F101"',
            '"R001"',
            'waivers[1].code names "R001", which is no rule that fits there: syditval rules lists them all.',
        ),
        (
            '"F101"',
            '"W001"',
            "waivers[1].code is W001, a rule on waivers, which cannot be waived: correct or remove the waiver "
            "that it is about.",
        ),
        ('"F101"', '"H101"', "waivers[1].at_most cannot be given, since findings of H101 have no amount."),
    ],
)
def test_a_mistake_is_told_once_at_its_key(old: str, new: str, mistake: str) -> None:
    assert old in FULL

    assert read(FULL.replace(old, new))[1] == [mistake]


def test_what_has_no_amount_can_be_accepted_as_such() -> None:
    waivers, wrong = read(SHORT.replace("V103", "H101"))

    assert wrong == []
    assert waivers[0].code == "H101"


def test_one_finding_is_accepted_once() -> None:
    assert read(FULL + SHORT + FULL)[1] == ['waivers[3].place states "budget/total/actual" twice.']


def test_but_for_different_workbooks_as_often_as_there_are() -> None:
    elsewhere = FULL.replace("it-*.xlsx", "skola-*.xlsx")
    anywhere = FULL.replace('workbook = "it-*.xlsx"', "")

    assert read(FULL + elsewhere + anywhere)[1] == []


def test_two_waivers_without_a_place_are_not_the_same_twice() -> None:
    unnamed = '[[waivers]]\ncode = "F101"\nreason = "Rättas."\n'

    assert read(unnamed * 2)[1] == ["waivers[1].place is missing.", "waivers[2].place is missing."]


def test_nor_are_two_without_a_code() -> None:
    coded = SHORT.replace('code = "V103"', "")

    assert read(coded * 2)[1] == ["waivers[1].code is missing.", "waivers[2].code is missing."]


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = FULL.replace("2024-12-31", "12") + SHORT.replace("V103", "V999") + "colour = 3\n"

    assert [sentence.split()[0] for sentence in read(wrong)[1]] == [
        "waivers[1].until",
        "waivers[2].code",
        "waivers[2].colour",
    ]
