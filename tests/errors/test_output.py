"""Every error, brought about and shown whole: in English as its golden file has it, and in Swedish."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from syditval.messages import texts
from tests.errors.case import Case, held
from tests.errors.cases import CASES
from tests.errors.language import english_words, sentence_of

# The one output that is there to show where in the code a fault came about.
SHOWS_A_TRACE = "fault-with-debug"
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def changes(folder: Path, before: dict[str, bytes]) -> set[str]:
    """The names of what a run made, changed or took away."""
    after = held(folder)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@each_case
@pytest.mark.parametrize("language", ["en", "sv"])
def test_nothing_is_left_behind_and_no_innards_are_shown(case: Case, language: str, folder: Path) -> None:
    case.make_files(folder)
    before = held(folder)
    shown = case.run(language)

    assert changes(folder, before) == set(case.leaves)
    assert ("Traceback" in shown.output) is (case.name == SHOWS_A_TRACE)
    assert str(folder) not in shown.output


@each_case
def test_is_told_in_english(case: Case, folder: Path, golden: Callable[[str, str], None]) -> None:
    case.make_files(folder)
    shown = case.run("en")

    golden(f"errors/{case.name}.txt", shown.page)
    if case.has_code:
        assert sentence_of(case.name, "en").search(shown.output)


@each_case
def test_is_told_in_swedish(case: Case, folder: Path) -> None:
    case.make_files(folder)
    shown = case.run("sv")

    assert english_words(shown.output, besides=case.quotes) == set()
    if case.has_code:
        found = sentence_of(case.name, "sv").search(shown.output)
        assert found
        assert not re.search(r"[{}]", found[0])
        assert texts("sv").get(case.name, "title")
