"""A section is read key by key; every mistake is noted and none stops the reading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal

import pytest

from syditval.model.amounts import Unit
from syditval.model.relation import Form
from syditval.model.rule import Severity
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
    assert notebook.noted == []


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
