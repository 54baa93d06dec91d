"""A section is read key by key; every mistake is noted and none stops the reading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from syditval.model.amounts import Unit
from syditval.model.relation import Form
from syditval.model.rule import Severity
from syditval.model.threshold import Threshold
from syditval.strict_toml import Mistake
from syditval.strict_toml.section import Section


class Notebook:
    """A section with the mistakes that were noted in it."""

    def __init__(self, toml: str, place: str = "") -> None:
        self.mistakes: list[Mistake] = []
        content = tomllib.loads(toml, parse_float=Decimal)
        self.section = Section("own.toml", place, content, self.mistakes)

    @property
    def noted(self) -> list[str]:
        return [f"{mistake.code} {mistake.key}" for mistake in self.mistakes]


class TestWhatIsRight:
    SECTION = Notebook(
        """
        role = "budget"
        required = true
        headers = ["Budget", "Ram"]
        patterns = ["budget[0-9]+"]
        minimum = -1
        maximum = 0.10
        unit = "tkr"
        severities = { S003 = "note" }
        relations = [{ rule = "F101" }, { rule = "V101" }]
        rows = { total = ["Summa"] }
        until = 2024-12-31
        at_most = "12,5 tkr"
        ticks = false
        limits = { sheets = 800, rows = 1 }
        """
    ).section

    def test_texts_flags_and_lists(self) -> None:
        assert self.SECTION.text("role") == "budget"
        assert self.SECTION.flag("required")
        assert self.SECTION.texts("headers") == ("Budget", "Ram")
        assert self.SECTION.patterns("patterns") == (re.compile("budget[0-9]+"),)

    def test_numbers_are_exactly_what_is_written(self) -> None:
        assert self.SECTION.number("minimum") == Decimal(-1)
        assert str(self.SECTION.number("maximum")) == "0.10"

    def test_choices(self) -> None:
        assert self.SECTION.choice("unit", Unit) is Unit.TKR
        assert self.SECTION.choices("severities", Severity) == {"S003": Severity.NOTE}

    def test_days_and_thresholds(self) -> None:
        assert self.SECTION.day("until") == date(2024, 12, 31)
        assert self.SECTION.threshold("at_most") == Threshold(Decimal("12.5"), "tkr")

    def test_false_is_not_the_same_as_nothing_said(self) -> None:
        assert self.SECTION.optional_flag("required") is True
        assert self.SECTION.optional_flag("ticks") is False
        assert self.SECTION.optional_flag("recalc") is None

    def test_whole_numbers_under_names_that_are_known_or_under_any(self) -> None:
        assert self.SECTION.whole_numbers("limits", ["sheets", "rows", "cells"]) == {"sheets": 800, "rows": 1}
        assert self.SECTION.whole_numbers("limits", None) == {"sheets": 800, "rows": 1}

    def test_sections_within(self) -> None:
        assert [each.text("rule") for each in self.SECTION.sections("relations")] == ["F101", "V101"]
        assert self.SECTION.section("rows").texts("total") == ("Summa",)


def test_what_is_optional_may_be_left_out() -> None:
    notebook = Notebook("")
    section = notebook.section

    assert section.optional_text("target") == ""
    assert section.texts("headers") == ()
    assert section.patterns("patterns") == ()
    assert section.number("minimum") is None
    assert section.choices("severities", Severity) == {}
    assert not section.flag("required")
    assert section.optional_flag("required") is None
    assert section.choice("unit", Unit, required=False) is None
    assert section.day("until") is None
    assert section.threshold("at_most") is None
    assert section.whole_numbers("limits", ["sheets"]) == {}
    assert section.sections("waivers", required=False) == []
    assert notebook.noted == []


def test_what_is_optional_is_known_and_what_it_holds_is_not_asked_for_twice() -> None:
    notebook = Notebook("until = 2024-12-31\nlimits = { sheets = 800 }\nwaivers = []\ncolour = 3")
    notebook.section.day("until")
    notebook.section.whole_numbers("limits", ["sheets"])
    notebook.section.sections("waivers", required=False)
    notebook.section.close()

    assert notebook.noted == ["K001 colour"]


def test_every_number_that_is_wrong_is_noted_at_its_name() -> None:
    notebook = Notebook("limits = { rows = 0, cells = 5, colour = 3, sheets = 'många' }")
    notebook.section.whole_numbers("limits", ["cells", "rows", "sheets"])

    assert [mistake.sentence("en") for mistake in notebook.mistakes] == [
        "own.toml: limits.rows should be 1000.",
        "own.toml: limits.colour is not a key that is known here; known are cells, rows, sheets.",
        "own.toml: limits.sheets should be 1000.",
    ]


def test_what_nobody_asks_for_is_an_unknown_key() -> None:
    notebook = Notebook("role = 'a'\nunqiue = true\nfrobnicate = 3", place="columns[2]")
    notebook.section.text("role")
    notebook.section.flag("required")
    notebook.section.close()

    assert [mistake.sentence("en") for mistake in notebook.mistakes] == [
        "own.toml: columns[2].unqiue is not a key that is known here; known are required, role.",
        "own.toml: columns[2].frobnicate is not a key that is known here; known are required, role.",
    ]


Ask = Callable[[Section], object]
MISTAKES: list[tuple[str, Ask, str]] = [
    ("", lambda s: s.text("role"), "K002 role"),
    ("", lambda s: s.texts("of", required=True), "K002 of"),
    ("", lambda s: s.choice("unit", Unit), "K002 unit"),
    ("unit = ''", lambda s: s.choice("unit", Unit), "K004 unit"),
    ("form = 'average'", lambda s: s.choice("form", [Form.SUM]), "K004 form"),
    ("", lambda s: s.sections("columns"), "K002 columns"),
    ("", lambda s: s.section("rows"), "K002 rows"),
    ("role = 3", lambda s: s.text("role"), "K003 role"),
    ("role = ' '", lambda s: s.text("role"), "K003 role"),
    ("headers = 'Budget'", lambda s: s.texts("headers"), "K003 headers"),
    ("headers = ['Budget', 3]", lambda s: s.texts("headers"), "K003 headers"),
    ("headers = ['Budget', '']", lambda s: s.texts("headers"), "K003 headers"),
    ("required = 'yes'", lambda s: s.flag("required"), "K003 required"),
    ("required = 1", lambda s: s.flag("required"), "K003 required"),
    ("minimum = true", lambda s: s.number("minimum"), "K003 minimum"),
    ("minimum = '1'", lambda s: s.number("minimum"), "K003 minimum"),
    ("minimum = nan", lambda s: s.number("minimum"), "K003 minimum"),
    ("minimum = -inf", lambda s: s.number("minimum"), "K003 minimum"),
    ("columns = ['budget']", lambda s: s.sections("columns"), "K003 columns[1]"),
    ("columns = { role = 'a' }", lambda s: s.sections("columns"), "K003 columns"),
    ("rows = 3", lambda s: s.section("rows"), "K003 rows"),
    ("severities = 3", lambda s: s.choices("severities", Severity), "K003 severities"),
    ("unit = 'ton'", lambda s: s.choice("unit", Unit), "K004 unit"),
    ("severities = { S003 = 'fatal' }", lambda s: s.choices("severities", Severity), "K004 severities.S003"),
    ("severities = { S003 = [1] }", lambda s: s.choices("severities", Severity), "K004 severities.S003"),
    ("patterns = ['(budget']", lambda s: s.patterns("patterns"), "K005 patterns"),
    ("headers = ['A', 'B', 'A']", lambda s: s.texts("headers"), "K006 headers"),
    ("recalc = 'no'", lambda s: s.optional_flag("recalc"), "K003 recalc"),
    ("unit = 3", lambda s: s.choice("unit", Unit, required=False), "K003 unit"),
    ("unit = 'pund'", lambda s: s.choice("unit", Unit, required=False), "K004 unit"),
    ("until = '2024-12-31'", lambda s: s.day("until"), "K003 until"),
    ("until = 2024-12-31T08:00:00", lambda s: s.day("until"), "K003 until"),
    ("until = 08:00:00", lambda s: s.day("until"), "K003 until"),
    ("at_most = 12", lambda s: s.threshold("at_most"), "K003 at_most"),
    ("at_most = 'some'", lambda s: s.threshold("at_most"), "K003 at_most"),
    ("at_most = '-12 tkr'", lambda s: s.threshold("at_most"), "K003 at_most"),
    ("limits = 3", lambda s: s.whole_numbers("limits", ["rows"]), "K003 limits"),
    ("limits = { rows = 0 }", lambda s: s.whole_numbers("limits", ["rows"]), "K003 limits.rows"),
    ("limits = { rows = -1 }", lambda s: s.whole_numbers("limits", None), "K003 limits.rows"),
    ("limits = { rows = 1.0 }", lambda s: s.whole_numbers("limits", None), "K003 limits.rows"),
    ("limits = { rows = true }", lambda s: s.whole_numbers("limits", None), "K003 limits.rows"),
    ("limits = { colour = 3 }", lambda s: s.whole_numbers("limits", ["rows"]), "K001 limits.colour"),
    ("waivers = { code = 'F101' }", lambda s: s.sections("waivers", required=False), "K003 waivers"),
    ("waivers = ['F101']", lambda s: s.sections("waivers", required=False), "K003 waivers[1]"),
]


@pytest.mark.parametrize(("toml", "ask", "noted"), MISTAKES, ids=[f"{n} <- {t}" for t, _, n in MISTAKES])
def test_each_mistake_is_noted_at_its_key(toml: str, ask: Ask, noted: str) -> None:
    notebook = Notebook(toml)
    ask(notebook.section)

    assert notebook.noted == [noted]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(("toml", "ask", "noted"), MISTAKES, ids=[f"{n} <- {t}" for t, _, n in MISTAKES])
def test_each_mistake_names_file_and_key_in_both_languages(
    toml: str, ask: Ask, noted: str, language: str
) -> None:
    notebook = Notebook(toml)
    ask(notebook.section)
    (mistake,) = notebook.mistakes

    assert mistake.sentence(language).startswith(f"own.toml: {noted.split()[1]} ")
