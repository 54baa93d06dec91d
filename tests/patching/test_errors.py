"""Every refusal has its sentence in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import syditval
from syditval.messages import texts
from syditval.patching import CannotAnnotate

SOURCES = Path(syditval.__file__).parent.rglob("*.py")
RAISED = set(
    re.findall(r'CannotAnnotate\(\s*"(A\d{3})"', "".join(path.read_text("utf-8") for path in SOURCES))
)
FIELDS = {"file": "april.xlsx", "cause": "Permission denied.", "part": "xl/styles.xml", "suffix": ".xlsm"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_codes_that_are_raised_are_those_with_a_sentence(language: str) -> None:
    assert {code for code in texts(language).entries if re.fullmatch(r"A\d{3}", code)} == RAISED


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("code", sorted(RAISED))
def test_a_refusal_is_one_sentence_that_says_what_to_do(code: str, language: str) -> None:
    sentence = CannotAnnotate(code, **FIELDS).sentence(language)

    assert sentence.count(": ") >= 1
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert texts(language).has(code, "title")


def test_a_refusal_as_a_string_is_the_english_sentence() -> None:
    assert str(CannotAnnotate("A006", file="april.xlsx")) == (
        "april.xlsx was changed after it was read, so the findings no longer apply: run again."
    )
