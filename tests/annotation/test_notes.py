"""Notes are added to sheets that have none, and beside those that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from lxml import etree
from openpyxl import load_workbook

from syditval.annotation.errors import CannotAnnotate
from syditval.annotation.note_text import Passage
from syditval.annotation.notes import add_notes
from syditval.annotation.package import Package
from syditval.annotation.parts import declare, relate
from tests.annotation.build import edited, parts

SHEET = "xl/worksheets/sheet1.xml"
NOTE = (Passage("F101 fel", "Summan stämmer inte."),)
THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def workbook(path: Path, *, note: str = "", button: bool = False, header: bool = False) -> Path:
    """A workbook of one sheet, perhaps with a note, a form button, or a picture in its header."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Drift")
        sheet.write("B2", 12)
        sheet.add_table("D1:E3")
        if note:
            sheet.write_comment(note, "Fråga Eva", {"visible": True, "x_scale": 3})
        if button:
            sheet.insert_button("F1", {"caption": "Uppdatera"})
        if header:
            sheet.set_header("&L&G", {"image_left": str(picture(path.parent))})
    return path


def picture(folder: Path) -> Path:
    """The smallest PNG there is."""
    path = folder / "logo.png"
    path.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
            "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
        )
    )
    return path


def noted(path: Path, *places: tuple[int, int]) -> tuple[Path, frozenset[tuple[int, int]], Package]:
    """The workbook with notes added at places, and where they were added."""
    package = Package(path.read_bytes())
    got = add_notes(package, SHEET, dict.fromkeys(places, NOTE))
    path.write_bytes(package.packed())
    return path, got, package


def notes_in(path: Path) -> dict[str, str]:
    """The notes of the sheet as openpyxl reads them."""
    cells = (cell for row in load_workbook(path)["Drift"].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def children(content: bytes) -> list[str]:
    return [str(child.tag).partition("}")[2] for child in etree.fromstring(content)]


def test_a_sheet_without_notes_gets_the_parts_for_them(tmp_path: Path) -> None:
    path, got, package = noted(workbook(tmp_path / "b.xlsx"), (2, 2), (7, 3))

    assert got == {(2, 2), (7, 3)}
    assert notes_in(path) == dict.fromkeys(("B2", "C7"), "F101 fel\nSumman stämmer inte.")
    assert package.added == ("xl/comments1.xml", "xl/drawings/vmlDrawing1.vml")


def test_the_drawing_stands_where_the_schema_of_a_sheet_wants_it(tmp_path: Path) -> None:
    path, _, _ = noted(workbook(tmp_path / "b.xlsx"), (2, 2))

    assert children(parts(path)[SHEET])[-3:] == ["pageMargins", "legacyDrawing", "tableParts"]


def test_a_cell_that_has_a_note_keeps_it_and_gets_no_other(tmp_path: Path) -> None:
    before = workbook(tmp_path / "b.xlsx", note="B2")
    comments = parts(before)["xl/comments1.xml"]
    path, got, package = noted(before, (2, 2))

    assert got == frozenset()
    assert package.changed == package.added == ()
    assert parts(path)["xl/comments1.xml"] == comments


def test_a_note_beside_others_leaves_them_as_they_are(tmp_path: Path) -> None:
    before = workbook(tmp_path / "b.xlsx", note="C9")
    drawing = parts(before)["xl/drawings/vmlDrawing1.vml"]
    comment = parts(before)["xl/comments1.xml"].partition(b"<comment ")[2].partition(b"</comment>")[0]
    path, got, package = noted(before, (2, 2))

    assert got == {(2, 2)}
    assert package.added == ()
    assert notes_in(path) == {"B2": "F101 fel\nSumman stämmer inte.", "C9": "Fråga Eva"}
    assert parts(path)["xl/drawings/vmlDrawing1.vml"].startswith(drawing.removesuffix(b"</xml>"))
    assert comment in parts(path)["xl/comments1.xml"]


def test_a_note_on_a_sheet_with_a_form_button_leaves_the_button(tmp_path: Path) -> None:
    before = workbook(tmp_path / "b.xlsx", button=True)
    drawing = parts(before)["xl/drawings/vmlDrawing1.vml"]
    path, _, package = noted(before, (2, 2))

    after = parts(path)["xl/drawings/vmlDrawing1.vml"]
    assert after.startswith(drawing.removesuffix(b"</xml>"))
    assert b'ObjectType="Button"' in after
    assert package.added == ("xl/comments1.xml",)
    assert notes_in(path) == {"B2": "F101 fel\nSumman stämmer inte."}


def test_the_drawing_of_a_header_is_not_taken_for_that_of_notes(tmp_path: Path) -> None:
    before = workbook(tmp_path / "b.xlsx", header=True)
    drawing = parts(before)["xl/drawings/vmlDrawing1.vml"]
    path, _, package = noted(before, (2, 2))

    assert parts(path)["xl/drawings/vmlDrawing1.vml"] == drawing
    assert package.added == ("xl/comments1.xml", "xl/drawings/vmlDrawing2.vml")
    assert children(parts(path)[SHEET])[-3:] == ["legacyDrawing", "legacyDrawingHF", "tableParts"]


def test_a_threaded_comment_keeps_its_cell_to_itself(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx")
    package = Package(path.read_bytes())
    thread = b'<ThreadedComments xmlns="urn:t"><threadedComment ref="B2"/></ThreadedComments>'
    package.put("xl/threadedComments/threadedComment1.xml", thread)
    declare(
        package, "xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"
    )
    relate(package, SHEET, THREADS, "xl/threadedComments/threadedComment1.xml")
    path.write_bytes(package.packed())

    _, got, _ = noted(path, (2, 2), (3, 3))

    assert got == {(3, 3)}
    assert parts(path)["xl/threadedComments/threadedComment1.xml"] == thread


def test_formula_like_text_and_markup_stay_text(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx")
    package = Package(path.read_bytes())
    add_notes(package, SHEET, {(2, 2): (Passage("F101", "=1+1 <b>&amp; [red]"),)})
    path.write_bytes(package.packed())

    assert notes_in(path) == {"B2": "F101\n=1+1 <b>&amp; [red]"}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, '<legacyDrawing r:id="rId1"/>', '<legacyDrawing r:id="rId99"/>'),
        ("xl/comments1.xml", "commentList", "list"),
    ],
)
def test_notes_that_hang_together_with_nothing_are_refused(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    path = edited(workbook(tmp_path / "b.xlsx", note="C9"), part, old, new)

    with pytest.raises(CannotAnnotate) as refusal:
        add_notes(Package(path.read_bytes()), SHEET, {(2, 2): NOTE})

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": part})
