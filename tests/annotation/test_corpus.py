"""Workbooks of many writers: each gets a copy that loses nothing, or is refused for a known reason.

They are taken from the folder that SYDITVAL_SHARED names. What is refused stands here, so that a
workbook that begins to work shows up as well as one that ceases to.
"""

from __future__ import annotations

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from syditval.annotation import Annotated, CannotAnnotate, annotate
from syditval.annotation.package import Package
from syditval.annotation.workbook_part import sheet_parts, workbook_part
from syditval.annotation.zip_file import packed_bytes
from syditval.model.cells import CellRef
from syditval.model.rule import Severity
from tests.annotation.build import finding, report

CORPUS = Path(os.environ.get("SYDITVAL_SHARED", "no such folder"), "corpus")
WORKBOOKS = sorted(path for path in CORPUS.glob("*") if path.suffix in (".xlsx", ".xlsm"))
REFUSED = {
    "ExcelDataReader__Test_Issue_NoStyles_NoRAttribute": "A001",
    "tika__testDataConnections": "A001",
    "ExcelDataReader__Test10x10000": "A002",
    "openspout__sheet_with_strict_ooxml": "A002",
    "poi__SampleSS.strict": "A002",
    "roo__strict": "A002",
    "poi__hello-world-signed": "A003",
    "ClosedXML____LoadPivotTables": "A009",
    "calamine__issue252": "A009",
    "calamine__pass_protected": "A009",
    "exceljs__missing-bits": "A009",
    "fastexcel__empty": "A009",
    "fastexcel__no-workbook-rels": "A009",
    "msoffcrypto-tool__example_password": "A009",
    "oletools__encrypted": "A009",
    "openspout__file_corrupted": "A009",
    "poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-4828727001088000": "A009",
    "poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808": "A009",
    "roo__type_excel": "A009",
    "roo__type_openoffice": "A009",
}
PLACES = [(1, 1), (2, 3), (5, 2), (40, 30)]

pytestmark = pytest.mark.skipif(not WORKBOOKS, reason="SYDITVAL_SHARED names no folder with a corpus")


def outcome(source: Path, target: Path) -> Annotated | str:
    """The annotated copy, with findings in some cells of the first sheets, or the code of the refusal."""
    try:
        package = Package(source.read_bytes())
        sheets = list(sheet_parts(package, workbook_part(package)))[:3]
        places = [CellRef(sheet, *place) for sheet in sheets for place in PLACES]
        found = [replace(finding("A!A1", severity), cell=cell) for cell in places for severity in Severity]
        return annotate(source, target, report(source, found))
    except CannotAnnotate as refusal:
        return refusal.code


@pytest.mark.parametrize("source", WORKBOOKS, ids=lambda path: path.stem)
def test_a_copy_loses_nothing_or_is_refused(source: Path, tmp_path: Path) -> None:
    made = outcome(source, tmp_path / source.name)

    if isinstance(made, str):
        assert made == REFUSED.get(source.stem)
        return
    assert source.stem not in REFUSED
    before, after = source.read_bytes(), made.path.read_bytes()
    first, *others = sheet_parts(Package(after), workbook_part(Package(after))).items()
    assert first[0].startswith("Granskning")
    assert dict(others) == sheet_parts(Package(before), workbook_part(Package(before)))
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert new.testzip() is None
        kept = {info.filename: packed_bytes(after, info) for info in new.infolist()}
        differing = [i.filename for i in old.infolist() if kept[i.filename] != packed_bytes(before, i)]
    assert set(differing) <= set(made.changed)
