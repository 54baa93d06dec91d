"""Each limit that a file can meet: what just reaches it is read, and one more is refused by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.messages.catalogue import LANGUAGES
from syditval.reading import Limits, UnreadableWorkbook, limits, open_source, read_workbook
from tests.reading.hostile.case import ROW, SHEET, edited, honest, rows
from tests.reading.hostile.package_cases import LISTED, SECOND, listed, sheet
from tests.reading.raw_package import raw_parts

HONEST = honest()
SIZES = [len(text.encode()) for text in raw_parts(ROW).values()]
DEEP = honest(after="<extLst>" + "<a>" * 30 + "</a>" * 30 + "</extLst>")
TWENTY = " ".join(f'a{number}=""' for number in range(20))
WORDY = edited(SHEET, "<sheetData>", f"<sheetPr {TWENTY}/><sheetData>")
LONG = edited(SHEET, "Löner", "ö" * 500)
TWO_SHEETS = listed(LISTED, sheet("Blad2", 3), parts=SECOND)
FOUR_CELLS = rows(
    "<row><c><v>1</v></c><c><v>2</v></c></row><row><c s='1'/><c><v>3</v></c><c><f>A1</f></c></row>"
)
THREE_AREAS = honest(after="<mergeCells>" + '<mergeCell ref="A3:B3"/>' * 3 + "</mergeCells>")

# A file for each limit, how much of it the file has, and where the refusal says that there is too much.
MET = {
    "file_bytes": (HONEST, len(HONEST), ""),
    "parts": (HONEST, len(SIZES), ""),
    "part_bytes": (HONEST, max(SIZES), "[Content_Types].xml"),
    "unpacked_bytes": (HONEST, sum(SIZES), ""),
    "xml_depth": (DEEP, 32, SHEET),
    "xml_attributes": (WORDY, 20, SHEET),
    "text_characters": (LONG, 500, SHEET),
    "sheets": (TWO_SHEETS, 2, ""),
    "sheet_cells": (FOUR_CELLS, 4, SHEET),
    "merged_areas": (THREE_AREAS, 3, SHEET),
}
# These hold for the process that reads, not for the file.
OF_THE_PROCESS = {"memory_bytes", "cpu_seconds", "wall_seconds", "written_bytes"}


def read(file: Path, allowed: Limits) -> None:
    read_workbook(open_source(file, allowed), allowed)


@pytest.mark.parametrize("limit", MET)
def test_what_reaches_a_limit_is_read_and_one_more_is_refused(limit: str, tmp_path: Path) -> None:
    content, has, where = MET[limit]
    file = tmp_path / "april.xlsx"
    file.write_bytes(content)

    read(file, replace(Limits(), **{limit: has}))
    with pytest.raises(UnreadableWorkbook) as refusal:
        read(file, replace(Limits(), **{limit: has - 1}))

    assert refusal.value.code == "R013"
    for language in LANGUAGES:
        sentence = refusal.value.sentence(language)
        assert f" {limit} " in sentence
        assert f"--limit {limit}=" in sentence
        assert f" {has - 1}:" in sentence
        assert where in sentence


def test_every_limit_is_met_by_a_file_or_is_one_of_the_process() -> None:
    assert {*MET, *OF_THE_PROCESS} == {*limits.names()}
    assert not OF_THE_PROCESS & MET.keys()
