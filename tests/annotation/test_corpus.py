"""Workbooks of many writers: each that reads gets a copy that loses nothing, or is refused for a known reason.

They are taken from the folder that SYDITVAL_SHARED names. What is refused stands here, so that a
workbook that begins to work shows up as well as one that ceases to.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from syditval.annotation import CannotAnnotate
from tests.annotation.fidelity import CHECKS, Check
from tests.annotation.forced import Copy, annotated_by_force
from tests.annotation.reader_faults import audit_finds_more, libreoffice_misses, openpyxl_differs

CORPUS = Path(os.environ.get("SYDITVAL_SHARED", "no such folder"), "corpus")
MANIFEST = CORPUS / "manifest.tsv"
LISTED = [*csv.DictReader(MANIFEST.open(encoding="utf-8"), delimiter="\t")] if MANIFEST.exists() else []
READ = sorted(
    row["file"]
    for row in LISTED
    if row["expected"] != "clear-error" and Path(row["file"]).suffix in (".xlsx", ".xlsm")
)
REFUSED = {"poi__hello-world-signed.xlsx": "A003"}
ANNOTATED = [file for file in READ if file not in REFUSED]
# What a check takes seconds or minutes for.
TOO_LONG = {
    (audit_finds_more, "ExcelDataReader__Test_git_Issue_142.xlsx"),
    (audit_finds_more, "calamine__issue_174.xlsx"),
    (audit_finds_more, "poi__57893-many-merges.xlsx"),
    (openpyxl_differs, "poi__57893-many-merges.xlsx"),
    (libreoffice_misses, "poi__57893-many-merges.xlsx"),
    # The last cell that a sheet can have is in use, and all up to there are written.
    (libreoffice_misses, "XlsxWriter__comment03.xlsx"),
    (libreoffice_misses, "calamine__issue_174.xlsx"),
}

pytestmark = pytest.mark.skipif(not LISTED, reason="SYDITVAL_SHARED names no folder with a corpus")


@pytest.fixture(scope="module")
def copy_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Copy]:
    """The annotated copy of one of the workbooks, made once."""
    return cache(lambda file: annotated_by_force(CORPUS / file, tmp_path_factory.mktemp("copies")))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("file", ANNOTATED)
def test_the_copy_has_no_fault(copy_of: Callable[[str], Copy], file: str, check: Check) -> None:
    if (check, file) in TOO_LONG:
        pytest.skip("takes too long")

    assert list(check(copy_of(file))) == []


@pytest.mark.parametrize("file", REFUSED)
def test_what_an_edit_would_harm_is_refused(file: str, tmp_path: Path) -> None:
    with pytest.raises(CannotAnnotate) as refusal:
        annotated_by_force(CORPUS / file, tmp_path)

    assert refusal.value.code == REFUSED[file]


def test_libreoffice_opens_every_copy(copy_of: Callable[[str], Copy], tmp_path: Path) -> None:
    copies = [copy_of(file) for file in ANNOTATED if (libreoffice_misses, file) not in TOO_LONG]

    assert libreoffice_misses(copies, tmp_path) == {}
