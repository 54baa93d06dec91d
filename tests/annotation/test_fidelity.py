"""Whatever a workbook holds, its annotated copy holds too: one workbook for each thing that can be lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.annotation.build import edited
from tests.annotation.fidelity import CHECKS, Check
from tests.annotation.forced import Copy, annotated_by_force
from tests.annotation.hand_edited import EDITED
from tests.annotation.kitchen_sink import MADE, made
from tests.annotation.package_faults import formats_lost, notes_lost, parts_lost
from tests.annotation.reader_faults import (
    audit_finds_more,
    libreoffice_misses,
    openpyxl_differs,
    stored_results_differ,
)
from tests.annotation.touched_parts import touched_otherwise

WORKBOOKS = MADE | EDITED


@pytest.fixture(scope="module")
def copy_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Copy]:
    """The annotated copy of one of the workbooks, made once."""
    folder = tmp_path_factory.mktemp("made")

    @cache
    def copy(name: str) -> Copy:
        return annotated_by_force(WORKBOOKS[name](folder / name), tmp_path_factory.mktemp("copies"))

    return copy


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_copy_has_no_fault(copy_of: Callable[[str], Copy], name: str, check: Check) -> None:
    assert list(check(copy_of(name))) == []


def test_libreoffice_opens_every_copy(copy_of: Callable[[str], Copy], tmp_path: Path) -> None:
    assert libreoffice_misses(map(copy_of, WORKBOOKS), tmp_path) == {}


@pytest.fixture
def sound(tmp_path: Path) -> Copy:
    """A copy that has no fault yet."""
    (tmp_path / "copies").mkdir()
    source = made(tmp_path / "doctored.xlsx", "notes", "conditional_formats")
    return annotated_by_force(source, tmp_path / "copies")


SHEET, STYLES, NOTES, BOXES = (
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
)
DOCTORED: list[tuple[Check, str, str, str]] = [
    (parts_lost, "xl/theme/theme1.xml", "Office", "Kontor"),
    (touched_otherwise, SHEET, '<cfvo type="max" val="0"/>', ""),
    (touched_otherwise, SHEET, '<pageMargins left="0.7"', '<pageMargins left="0.8"'),
    (touched_otherwise, SHEET, "<v>12106</v>", "<v>12106.0</v>"),
    (touched_otherwise, SHEET, "<f>SUM(B5:B7)</f>", ""),
    (touched_otherwise, SHEET, " xmlns:r=", " xmlns:q='urn:q' xmlns:r="),
    (touched_otherwise, STYLES, '<cellStyle name="Normal"', '<cellStyle name="Vanlig"'),
    (touched_otherwise, NOTES, "Fråga Eva", "Fråga Evy"),
    (touched_otherwise, BOXES, "<x:Row>4</x:Row>", "<x:Row>5</x:Row>"),
    (touched_otherwise, "xl/workbook.xml", "<calcPr ", '<calcPr calcMode="manual" '),
    (formats_lost, STYLES, "F2BFA0", "FFFFFF"),
    (notes_lost, NOTES, 'ref="B5"', 'ref="B500"'),
    (notes_lost, BOXES, 'ObjectType="Note"', 'ObjectType="Pict"'),
    (openpyxl_differs, SHEET, "SUM(C5:C7)", "SUM(C5:C6)"),
    (openpyxl_differs, STYLES, 'name val="Arial"', 'name val="Times"'),
    (stored_results_differ, SHEET, "<v>-89</v>", "<v>-88</v>"),
    (audit_finds_more, SHEET, "</sheetData>", "</sheetData><sheetDat/>"),
]


@pytest.mark.parametrize(("check", "part", "old", "new"), DOCTORED)
def test_a_doctored_copy_is_seen_through(sound: Copy, check: Check, part: str, old: str, new: str) -> None:
    assert list(check(sound)) == []

    edited(sound.target, part, old, new)

    assert list(check(replace(sound))) != []


def test_a_sheet_that_libreoffice_does_not_find_is_missed(sound: Copy, tmp_path: Path) -> None:
    edited(sound.target, "xl/workbook.xml", 'name="Läs mig"', 'name="Annat"')

    assert libreoffice_misses([sound], tmp_path) == {"doctored.xlsx": {"Läs mig"}}
