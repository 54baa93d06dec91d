"""Real workbooks of many writers, each with the outcome that it must have: no worse, and no better.

They are taken from the folder that SYDITVAL_SHARED names. Their list holds for an installation
without the extras ``legacy`` and ``crypto``.
"""

from __future__ import annotations

import csv
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from syditval.model.report import Report
from syditval.model.rule import Severity
from syditval.reading import UnreadableWorkbook
from syditval.run import reconcile
from tests.reading.cell_count import cells_in

CORPUS = Path(os.environ.get("SYDITVAL_SHARED", "no such folder"), "corpus")
MANIFEST = CORPUS / "manifest.tsv"
LISTED = (
    {row["file"]: row["expected"] for row in csv.DictReader(MANIFEST.open(encoding="utf-8"), delimiter="\t")}
    if MANIFEST.exists()
    else {}
)
READS, WARNS, REFUSED = "reads", "reads-with-warning", "clear-error"

# Listed as one that reads. Two of its formulas give #VALUE!, which is a warning wherever it stands, as
# the list has it for fastexcel__div0.xlsx.
WITH_ERROR_VALUES = {"fastexcel__formulae_test_simple.xlsx"}

EXTRAS = ("python_calamine", "msoffcrypto")
# What reads besides where the extras are installed: with the warning that only values were read.
WITH_EXTRAS = {
    "roo__type_excel.xlsx": WARNS,
    "roo__type_openoffice.xlsx": WARNS,
}

pytestmark = pytest.mark.skipif(not LISTED, reason="SYDITVAL_SHARED names no folder with a corpus")


def report_on(file: str) -> Report | UnreadableWorkbook:
    try:
        return reconcile(CORPUS / file)
    except UnreadableWorkbook as refusal:
        return refusal


def outcome(result: Report | UnreadableWorkbook) -> str:
    """In the words of the list; what counts are the findings about the workbook, not those in its tables."""
    if isinstance(result, UnreadableWorkbook):
        return REFUSED
    about_it = [finding for finding in result.findings if finding.code.startswith("H")]
    if {finding.code for finding in about_it} == {"H110"} and result.inputs[0].name in WITH_ERROR_VALUES:
        return READS
    severities = {finding.severity for finding in about_it}
    if Severity.ERROR in severities:
        return REFUSED
    return WARNS if Severity.WARNING in severities else READS


def said(result: Report | UnreadableWorkbook) -> list[str]:
    """All that was said of it, for whoever wants to know why a test fails."""
    if isinstance(result, UnreadableWorkbook):
        return [str(result)]
    return [f"{finding.code} {finding.message}" for finding in result.findings]


@pytest.fixture
def without_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    for extra in EXTRAS:
        monkeypatch.setitem(sys.modules, extra, None)


@pytest.mark.usefixtures("without_extras")
@pytest.mark.parametrize("file", LISTED)
def test_has_the_outcome_that_is_listed_and_all_its_cells(file: str) -> None:
    result = report_on(file)

    assert outcome(result) == LISTED[file], said(result)
    if isinstance(result, Report):
        assert result.inputs[0].cells == cells_in((CORPUS / file).read_bytes())


@pytest.mark.skipif(not all(map(find_spec, EXTRAS)), reason="the extras legacy and crypto are not installed")
@pytest.mark.parametrize("file", LISTED)
def test_has_the_outcome_that_is_listed_with_the_extras(file: str) -> None:
    result = report_on(file)

    assert outcome(result) == {**LISTED, **WITH_EXTRAS}[file], said(result)


def test_the_list_is_that_of_the_folder() -> None:
    assert set(LISTED) == {path.name for path in CORPUS.iterdir()} - {MANIFEST.name}
    assert set(LISTED.values()) == {READS, WARNS, REFUSED}
    assert set(WITH_EXTRAS) <= set(LISTED)
