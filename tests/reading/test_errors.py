"""Every refusal to read has its sentence in both languages, and every sentence is raised somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import syditval.reading
from syditval.messages import texts
from syditval.messages.catalogue import LANGUAGES
from syditval.reading import UnreadableWorkbook
from syditval.reading.container import Container

ENGLISH = texts("en").entries
ROOM = {
    file.name: ast.parse(file.read_text()) for file in Path(syditval.reading.__file__).parent.glob("*.py")
}
CODES = sorted(code for code in ENGLISH if re.fullmatch(r"R\d{3}", code))
FIELDS = {
    code: {name for _, name, _, _ in Formatter().parse(ENGLISH[code]["message"]) if name} for code in CODES
}

# What others fill in: whoever knows the file, and the sheet on which something was met.
FILLED_IN = {"sheet_scan.py": {"file", "sheet"}, "cell_scan.py": {"file", "sheet"}}
# Fields that may hold a key of the section ``reading``, which nothing else that they hold looks like.
WORDED = ("cause", "what", "where", "place", "expected", "found")
KEY = re.compile(r"[a-z]+(?:_[a-z]+)*")


def raised(file: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """The code and the fields of each refusal that a file makes."""
    for node in ast.walk(file):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnreadableWorkbook":
            (code,) = node.args
            if isinstance(code, ast.Constant):
                yield str(code.value), {str(keyword.arg) for keyword in node.keywords}


def missing_fields(name: str, file: ast.AST) -> list[str]:
    """The fields that a file leaves out, without which there is no sentence."""
    filled_in = FILLED_IN.get(name, {"file"})
    return [
        f"{name}: {code} without {field}"
        for code, given in raised(file)
        for field in sorted(FIELDS[code] - given - filled_in)
    ]


def keys_of(file: ast.AST) -> set[str]:
    """The keys that a file passes in the fields which may hold one, or gives names of such fields."""
    given = [(node.arg, node.value) for node in ast.walk(file) if isinstance(node, ast.keyword)]
    for node in ast.walk(file):
        if isinstance(node, ast.Assign):
            given += zip(_flat(node.targets[0]), _flat(node.value), strict=False)
    texts = {str(getattr(value, "value", "")) for name, value in given if getattr(name, "id", name) in WORDED}
    return {text for text in texts if KEY.fullmatch(text)}


def _flat(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


class TestCodes:
    def test_those_that_are_raised_are_those_with_a_sentence(self) -> None:
        assert sorted({code for file in ROOM.values() for code, _ in raised(file)}) == CODES

    def test_whoever_refuses_gives_every_field_of_the_sentence(self) -> None:
        assert [each for name, file in ROOM.items() for each in missing_fields(name, file)] == []

    def test_a_field_that_is_left_out_is_seen(self) -> None:
        source = "raise UnreadableWorkbook('R042', cell=place)"

        assert missing_fields("sheet_scan.py", ast.parse(source)) == ["sheet_scan.py: R042 without found"]


class TestWords:
    """Fields may hold keys, so that what they say has two languages."""

    @pytest.mark.parametrize("name", sorted(ROOM))
    def test_every_key_has_its_text(self, name: str) -> None:
        assert keys_of(ROOM[name]) <= ENGLISH["reading"].keys()

    def test_every_text_is_used(self) -> None:
        used = {
            str(node.value)
            for file in ROOM.values()
            for node in ast.walk(file)
            if isinstance(node, ast.Constant)
        }

        assert {*ENGLISH["reading"]} - used == {kind.wording for kind in Container}

    def test_a_key_of_nothing_is_seen(self) -> None:
        source = "raise UnreadableWorkbook('R005', what='a_letter'); found, limit = 'gone', 'parts'"

        assert keys_of(ast.parse(source)) == {"a_letter", "gone"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_refusal_is_one_sentence_that_says_what_to_do(code: str, language: str) -> None:
    sentence = UnreadableWorkbook(code, **dict.fromkeys(FIELDS[code], "X")).sentence(language)

    assert re.fullmatch(r"[^.\n]+(?:\.\S[^.\n]*)*\.", sentence)
    assert re.search(r"[:;] \w", sentence)


class TestFields:
    REFUSED = UnreadableWorkbook("R040", sheet="Drift", cell="Drift!A2", found="C9")

    def test_place_and_part_are_known_where_they_apply(self) -> None:
        assert (self.REFUSED.part, self.REFUSED.sheet, self.REFUSED.cell) == ("", "Drift", "Drift!A2")
        assert UnreadableWorkbook("R031", part="xl/styles.xml").part == "xl/styles.xml"

    def test_what_is_known_later_is_filled_in_and_nothing_is_replaced(self) -> None:
        known = self.REFUSED.about(file="april.xlsx", sheet="Mars")

        assert known.fields == {"file": "april.xlsx", "sheet": "Drift", "cell": "Drift!A2", "found": "C9"}
        assert type(known) is UnreadableWorkbook

    def test_a_key_is_said_in_the_language_of_the_sentence(self) -> None:
        refused = UnreadableWorkbook("R007", file="april.xlsx", cause="checksum")

        assert f"({texts('sv').get('reading', 'checksum')})" in refused.sentence("sv")
        assert "(a checksum does not agree)" in refused.sentence("en")

    @pytest.mark.parametrize("name", ["rows", "checksum", "package"])
    def test_a_sheet_that_is_called_like_a_key_keeps_its_name(self, name: str) -> None:
        assert f" {name} " in UnreadableWorkbook("R035", file="april.xlsx", sheet=name).sentence("sv")

    def test_what_a_file_says_is_shown_and_not_obeyed(self) -> None:
        sentence = UnreadableWorkbook("R036", file="{sheet}\x1b[2J", sheet="a\u202eb").sentence("en")

        assert sentence.startswith("{sheet}")
        assert not {"\x1b", "\u202e"} & {*sentence}
