"""Every error, brought about and shown whole: in English as its golden file has it, and in Swedish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from syditval.reading import missing_protections
from tests.errors.case import Case, Shown, held
from tests.errors.cases import CASES
from tests.errors.language import english_words, sentence_of

# The one output that is there to show where in the code a fault came about.
SHOWS_A_TRACE = "fault-with-debug"
# What comes of a process of its own for each file, which some systems cannot give.
OF_A_PROCESS = ("R050", "R051")
FULL = "/dev/full"
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def told(case: Case, language: str, folder: Path) -> Shown:
    """What is shown of a case, once it is clear that no innards are and that nothing is left behind."""
    if (case.name in OF_A_PROCESS and missing_protections()) or (
        FULL in case.typed and not Path(FULL).exists()
    ):
        pytest.skip("this system cannot bring it about")
    case.make_files(folder)
    before = held(folder)
    shown = case.run(language)
    after = held(folder)

    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed == set(case.leaves)
    assert ("Traceback" in shown.output) is (case.name == SHOWS_A_TRACE)
    assert str(folder) not in shown.output
    if case.has_code:
        assert sentence_of(case.name, language).search(shown.output)
    return shown


@each_case
def test_is_told_in_english(case: Case, folder: Path, golden: Callable[[str, str], None]) -> None:
    golden(f"errors/{case.name}.txt", told(case, "en", folder).page)


@each_case
def test_is_told_in_swedish(case: Case, folder: Path) -> None:
    shown = told(case, "sv", folder)

    assert english_words(shown.output, besides=case.quotes) == set()
    assert not {*"{}"} & {*shown.output}


def test_what_is_left_behind_is_seen(folder: Path) -> None:
    """The review that is written in place of a copy, did nobody expect it."""
    expected = next(case for case in CASES if case.name == "A003")
    surprised = Case("A003", expected.typed, expected.files)

    with pytest.raises(AssertionError, match=r"april\.granskad\.xlsx"):
        told(surprised, "en", folder)


def test_english_in_a_swedish_output_is_seen() -> None:
    output = "april.xlsx kan inte läsas (the file is empty): xl/empty/sheet.xml, --output"

    assert english_words(output, besides=["the file"]) == {"is", "empty"}
