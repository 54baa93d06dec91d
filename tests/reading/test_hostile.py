"""Hostile and honest workbooks: each is read for what it holds, or refused for its own reason.

The cases stand in ``hostile/``, one line each; what must come of them follows from what they are.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from syditval.messages.catalogue import LANGUAGES, texts
from syditval.messages.visible import visible
from syditval.model.cells import Workbook
from syditval.reading import UnreadableWorkbook, limits, open_source, read_workbook
from tests.reading.hostile import (
    cell_cases,
    container_cases,
    content_cases,
    package_cases,
    xml_cases,
    zip_cases,
)
from tests.reading.hostile.case import Case, shown

ROOMS = (zip_cases, xml_cases, package_cases, cell_cases, content_cases, container_cases)
CASES = [case for room in ROOMS for case in room.CASES]
REFUSED = [case for case in CASES if case.is_refused]
READ = [case for case in CASES if not case.is_refused]
LONGEST_SENTENCE = 1_000
FEWEST_OF_A_CLASS = 15

# What no bytes of an .xlsx package by themselves can bring about, and why.
NOT_BY_BYTES = {
    "R001": "there is no file",
    "R002": "a folder",
    "R003": "the system denies it",
    "R006": "other containers",
    "R008": "whatever no rule foresees",
    "R010": "a password must be given",
    "R011": "an extra must be absent",
    "R014": "the file must change",
    "R015": "text exports",
    "R016": "other containers",
    "R047": "our two ways of counting must differ",
    "R050": "the process that reads must be stopped",
    "R051": "the process that reads must break down",
}


def read(case: Case, folder: Path) -> Workbook:
    """The workbook of a case, as it is read from a file."""
    file = folder / case.file
    file.write_bytes(case.content)
    return read_workbook(open_source(file, case.limits), case.limits)


def assert_is_a_sentence(sentence: str, case: Case) -> None:
    """One line that begins with the file's name and ends with a full stop, and holds no innards."""
    said = [visible(text) for text in case.says]
    assert [text for text in said if text not in sentence] == []
    assert sentence.startswith(case.file)
    assert sentence.endswith(".")
    assert sentence == visible(sentence)
    assert len(sentence) < LONGEST_SENTENCE
    own = sentence
    for quoted in (*said, *limits.names()):
        own = own.replace(quoted, "")
    assert re.findall(r"Error|Exception|Traceback|object at|[{}]|\b[a-z]+_[a-z]+\b", own) == []


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_is_refused_for_its_reason(case: Case, tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(case, tmp_path)

    assert refusal.value.code == case.outcome, str(refusal.value)
    for language in LANGUAGES:
        assert_is_a_sentence(refusal.value.sentence(language), case)


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_is_read_for_what_it_holds(case: Case, tmp_path: Path) -> None:
    workbook = read(case, tmp_path)

    assert shown(workbook) == case.outcome
    noticed = {trait.kind for trait in workbook.traits}
    assert case.noticed <= noticed <= case.noticed | case.may_notice, workbook.traits
    assert workbook.container == "xlsx"


def test_there_are_enough_cases_of_every_class() -> None:
    assert len(REFUSED) >= 150
    assert [room.__name__ for room in ROOMS if len(room.CASES) < FEWEST_OF_A_CLASS] == []


def test_every_reason_to_refuse_bytes_has_a_case() -> None:
    codes = {code for code in texts("en").entries if re.fullmatch(r"R\d{3}", code)}

    assert {case.outcome for case in REFUSED} == codes - set(NOT_BY_BYTES)
    assert set(NOT_BY_BYTES) <= codes
