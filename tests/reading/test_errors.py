"""Every refusal to read has its sentence in both languages, and every sentence is raised somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import syditval.reading
from syditval.messages import texts
from syditval.reading import UnreadableWorkbook

ROOM = Path(syditval.reading.__file__).parent
RAISED = set(
    re.findall(r'UnreadableWorkbook\(\s*"(R\d{3})"', "".join(p.read_text() for p in ROOM.glob("*.py")))
)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_codes_that_are_raised_are_those_with_a_sentence(language: str) -> None:
    written = {code for code in texts(language).entries if re.fullmatch(r"R\d{3}", code)}

    assert written == RAISED


@pytest.mark.parametrize("code", sorted(RAISED))
def test_a_refusal_is_one_sentence_that_says_what_to_do(code: str) -> None:
    sentence = str(UnreadableWorkbook(code, file="april.xlsx", cause="Permission denied"))

    assert sentence.endswith(".")
    assert ": " in sentence
