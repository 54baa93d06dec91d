"""Two languages, the same texts: guarded in both directions, and the guard is seen to fail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

import syditval
from syditval.messages import Texts, choose_language, texts
from syditval.messages.catalogue import LANGUAGES
from syditval.model.cause import Certainty, Mechanism, Obstacle, Shelter
from syditval.model.relation import Reason, Verdict
from syditval.model.rule import Severity
from syditval.model.table import Basis, ColumnType, RowRole, SignConvention
from syditval.model.trait import TraitKind

Entries = Mapping[str, Mapping[str, str]]

PACKAGE = Path(syditval.__file__).parent
SWEDISH, ENGLISH = texts("sv").entries, texts("en").entries
CODE = re.compile(r"[A-Z]\d{3}")


def fields(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def disagreements(one: Entries, other: Entries) -> Iterator[str]:
    """Where two catalogues do not hold the same sections, keys, and fields."""
    for section in sorted(one.keys() | other.keys()):
        here, there = one.get(section, {}), other.get(section, {})
        for key in sorted(here.keys() | there.keys()):
            if key not in here or key not in there:
                yield f"[{section}] {key} stands in one language only"
            elif fields(here[key]) != fields(there[key]):
                yield f"[{section}] {key} has other fields"


def empty_texts(entries: Entries) -> list[str]:
    return [f"[{section}] {key}" for section in entries for key, text in entries[section].items() if not text]


class TestBothLanguages:
    def test_they_hold_the_same_sections_keys_and_fields(self) -> None:
        assert list(disagreements(SWEDISH, ENGLISH)) == []

    def test_they_stand_in_the_same_order(self) -> None:
        assert [(code, list(parts)) for code, parts in SWEDISH.items()] == [
            (code, list(parts)) for code, parts in ENGLISH.items()
        ]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_text_is_empty(self, language: str) -> None:
        assert empty_texts(texts(language).entries) == []

    def test_a_tampered_copy_is_seen(self) -> None:
        tampered = {section: dict(parts) for section, parts in deepcopy(dict(SWEDISH)).items()}
        del tampered["F101"]["why"]
        del tampered["R001"]
        tampered["V103"]["inconsistent"] = "{column} anger {fond} %"
        tampered["severity"]["fatal"] = ""

        assert list(disagreements(tampered, ENGLISH)) == [
            "[F101] why stands in one language only",
            "[R001] message stands in one language only",
            "[R001] title stands in one language only",
            "[V103] inconsistent has other fields",
            "[severity] fatal stands in one language only",
        ]
        assert empty_texts(tampered) == ["[severity] fatal"]


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("gap", [reason.name for reason in Reason]),
        ("verdict", [verdict.name for verdict in Verdict]),
        ("severity", [severity.name for severity in Severity]),
        ("sign", [sign.name for sign in SignConvention]),
        ("basis", [basis.name for basis in Basis]),
        ("row_role", [role.name for role in RowRole]),
        ("column_type", [kind.name for kind in ColumnType]),
        ("mechanism", [mechanism.name for mechanism in Mechanism]),
        ("certainty", [certainty.name for certainty in Certainty]),
        ("obstacle", [obstacle.name for obstacle in Obstacle]),
        ("shelter", [shelter.name for shelter in Shelter]),
        ("trait", [kind.name for kind in TraitKind]),
    ],
)
def test_every_value_of_the_model_has_its_text_and_no_text_is_left_over(
    section: str, names: list[str]
) -> None:
    assert set(ENGLISH[section]) == {name.lower() for name in names}


class TestRefusals:
    CODES = tuple(code for code in ENGLISH if CODE.fullmatch(code) and "finds" not in ENGLISH[code])

    def test_each_has_a_title_and_one_sentence(self) -> None:
        assert {code for code in self.CODES if {*ENGLISH[code]} != {"title", "message"}} == set()

    def test_what_each_family_leads_to_is_said_and_of_no_other(self) -> None:
        assert set(ENGLISH["refused"]) == {code[0] for code in self.CODES}

    def test_there_is_a_name_to_put_in_place_of_each_value(self) -> None:
        assert {name for code in self.CODES for name in fields(ENGLISH[code]["message"])} == {
            *ENGLISH["placeholder"]
        }


def sources() -> Iterator[ast.AST]:
    """Every node of the package's source."""
    for module in sorted(PACKAGE.rglob("*.py")):
        yield from ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def literal_codes(nodes: Iterator[ast.AST]) -> set[str]:
    """The string constants that are codes."""
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def missing_texts(nodes: Iterator[ast.AST]) -> list[str]:
    """Every ``get`` that names a section of ours and a key which is not in it."""
    gets = (
        node.args
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "get" and len(node.args) == 2
    )
    named = (
        (str(section.value), str(key.value))
        for section, key in gets
        if isinstance(section, ast.Constant) and isinstance(key, ast.Constant)
    )
    return [f"[{section}] {key}" for section, key in named if key not in ENGLISH.get(section, {key})]


class TestSource:
    def test_the_codes_of_the_source_and_of_the_catalogues_are_the_same(self) -> None:
        assert literal_codes(sources()) == {section for section in ENGLISH if CODE.fullmatch(section)}

    def test_a_code_without_texts_is_seen(self) -> None:
        assert literal_codes(ast.walk(ast.parse("raise UnreadableWorkbook('R099', file=shown)"))) == {"R099"}

    def test_every_text_that_is_looked_up_by_name_exists(self) -> None:
        assert missing_texts(sources()) == []

    def test_a_look_up_of_nothing_is_seen(self) -> None:
        source = "words.get('rule', 'stale'); words.get('rule', 'gone', code=code)"

        assert missing_texts(ast.walk(ast.parse(source))) == ["[rule] gone"]


class TestTexts:
    WORDS = Texts("sv", {"X001": {"message": "{row} är {found}, inte {name}."}})

    def test_fields_are_filled_in_and_amounts_written_the_swedish_way(self) -> None:
        filled = self.WORDS.get("X001", "message", row="Summa", found=Decimal("-1234.50"), name=3)

        assert filled == "Summa är -1\xa0234,5, inte 3."

    def test_braces_in_a_value_are_data(self) -> None:
        filled = self.WORDS.get("X001", "message", row="{found}", found="{0.__class__}", name="{}")

        assert filled == "{found} är {0.__class__}, inte {}."

    @pytest.mark.parametrize(("code", "part"), [("X002", "message"), ("X001", "why")])
    def test_a_text_that_is_not_there_is_a_bug(self, code: str, part: str) -> None:
        assert not self.WORDS.has(code, part)
        with pytest.raises(KeyError):
            self.WORDS.get(code, part, row="", found="", name="")

    def test_a_field_that_is_not_given_is_a_bug(self) -> None:
        with pytest.raises(KeyError, match="found"):
            self.WORDS.get("X001", "message", row="Summa")

    def test_there_are_no_texts_in_other_languages(self) -> None:
        with pytest.raises(ValueError, match="no texts in language 'fi'; there are en, sv"):
            texts("fi")


class TestChooseLanguage:
    @pytest.mark.parametrize(
        ("asked", "environment", "language"),
        [
            ("sv", {"SYDITVAL_LANG": "en", "LANG": "en_GB.UTF-8"}, "sv"),
            (None, {"SYDITVAL_LANG": "sv", "LC_ALL": "en_GB.UTF-8"}, "sv"),
            (None, {"LC_ALL": "sv_SE.UTF-8", "LANG": "en_US.UTF-8"}, "sv"),
            (None, {"LC_MESSAGES": "sv_SE", "LANG": "en_US.UTF-8"}, "sv"),
            (None, {"LANG": "sv_FI@euro"}, "sv"),
            (None, {"SYDITVAL_LANG": "", "LANG": "SV"}, "sv"),
            (None, {"LC_ALL": "C", "LANG": "sv_SE.UTF-8"}, "en"),
            (None, {"LANG": "fi_FI.UTF-8"}, "en"),
            (None, {"LANG": "POSIX"}, "en"),
            (None, {}, "en"),
            ("de", {"LANG": "sv_SE.UTF-8"}, "en"),
        ],
    )
    def test_is_what_was_asked_for_else_the_variable_else_the_locale_else_english(
        self, asked: str | None, environment: dict[str, str], language: str
    ) -> None:
        assert choose_language(asked, environment) == language
