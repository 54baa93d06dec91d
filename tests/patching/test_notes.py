"""Notes are added to sheets that have none and beside those that are there, and taken away again."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xlsxwriter
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from syditval.patching.cell_names import Place
from syditval.patching.errors import CannotAnnotate
from syditval.patching.notes import AUTHOR, add_notes, noted_places, remove_notes
from syditval.patching.package import Package
from syditval.patching.parts import declare, relate
from syditval.patching.passage import Passage
from syditval.patching.sheet_part import SheetPart, unchanged
from tests.patching.packages import SHEET, written

COMMENTS, DRAWING = "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
NOTE = (Passage("F101 fel", "Summan stämmer inte."),)
TEXT = "F101 fel\nSumman stämmer inte."
THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def workbook(fill: Callable[[Worksheet], object] = lambda sheet: None) -> BytesIO:
    """A workbook of one sheet, with a table and whatever is put in besides."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Drift")
        sheet.write("B2", 12)
        sheet.add_table("D1:E3")
        fill(sheet)
    return file


def with_note(sheet: Worksheet) -> None:
    sheet.write_comment("C9", "Fråga Eva", {"author": "Eva", "visible": True, "x_scale": 3})


def with_button(sheet: Worksheet) -> None:
    sheet.insert_button("F1", {"caption": "Uppdatera"})


def saved(package: Package) -> BytesIO:
    file = BytesIO()
    package.write(file)
    return file


def noted(file: BytesIO, *places: Place) -> Package:
    """The workbook with notes added at places."""
    package = Package(file)
    sheet = SheetPart(package, SHEET)
    add_notes(package, sheet, dict.fromkeys(places, NOTE))
    sheet.apply(unchanged)
    return package


def without(file: BytesIO, *places: Place) -> Package:
    """The workbook without our notes, which were set at some places."""
    package = Package(file)
    sheet = SheetPart(package, SHEET)
    remove_notes(package, sheet, places)
    sheet.apply(unchanged)
    return package


def notes_in(package: Package) -> dict[str, str]:
    """The notes of the sheet as openpyxl reads them."""
    cells = (cell for row in load_workbook(saved(package))["Drift"].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def children(content: bytes) -> list[str]:
    return [child.tag.partition("}")[2] for child in ElementTree.fromstring(content)]


def test_a_sheet_without_notes_gets_the_parts_for_them() -> None:
    package = noted(workbook(), (7, 3), (2, 2))

    assert notes_in(package) == {"B2": TEXT, "C7": TEXT}
    assert package.added == (COMMENTS, DRAWING)
    assert noted_places(Package(saved(package)), SHEET) == {"B2", "C7"}


def test_a_sheet_that_gets_no_notes_gets_no_parts_either() -> None:
    package = noted(workbook())

    assert (package.changed, package.added) == ((SHEET,), ())


def test_the_drawing_stands_where_the_schema_of_a_sheet_wants_it() -> None:
    assert children(written(noted(workbook(), (2, 2)))[SHEET])[-3:] == [
        "pageMargins",
        "legacyDrawing",
        "tableParts",
    ]


def test_a_note_beside_others_leaves_them_as_they_are() -> None:
    before = workbook(with_note)
    drawing, comments = (written(Package(before))[part] for part in (DRAWING, COMMENTS))
    package = noted(before, (2, 2))

    after = written(package)
    assert package.added == ()
    assert notes_in(package) == {"B2": TEXT, "C9": "Fråga Eva"}
    assert after[DRAWING].startswith(drawing.removesuffix(b"</xml>"))
    assert after[COMMENTS].startswith(comments.partition(b"</author>")[0])
    assert comments.partition(b"<comment ")[2].partition(b"</comment>")[0] in after[COMMENTS]


def test_a_note_on_a_sheet_with_a_form_button_leaves_the_button() -> None:
    before = workbook(with_button)
    drawing = Package(before).read(DRAWING)
    package = noted(before, (2, 2))

    assert package.read(DRAWING).startswith(drawing.removesuffix(b"</xml>"))
    assert package.added == (COMMENTS,)
    assert notes_in(package) == {"B2": TEXT}


def test_the_drawing_of_a_header_is_not_taken_for_that_of_notes(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    # The smallest picture there is.
    logo.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
            "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
        )
    )
    before = workbook(lambda sheet: sheet.set_header("&L&G", {"image_left": str(logo)}))
    drawing = Package(before).read(DRAWING)
    package = noted(before, (2, 2))

    assert package.read(DRAWING) == drawing
    assert package.added == (COMMENTS, "xl/drawings/vmlDrawing2.vml")
    assert children(written(package)[SHEET])[-3:] == ["legacyDrawing", "legacyDrawingHF", "tableParts"]


def test_a_threaded_comment_keeps_its_cell_to_itself() -> None:
    package = Package(workbook(with_note))
    part = "xl/threadedComments/threadedComment1.xml"
    package.put(part, b'<ThreadedComments xmlns="urn:t"><threadedComment ref="B2"/></ThreadedComments>')
    declare(package, part, "application/vnd.ms-excel.threadedcomments+xml")
    relate(package, SHEET, "comments", part)
    relations = package.document("xl/worksheets/_rels/sheet1.xml.rels")
    relations.set(relations.root.children[-1], {"Type": THREADS})

    assert noted_places(Package(saved(package)), SHEET) == {"B2", "C9"}


def test_formula_like_text_and_markup_stay_text() -> None:
    package = Package(workbook())
    sheet = SheetPart(package, SHEET)
    note = (Passage("F101", "=1+1 <b>&amp; [red]"), Passage("F102", "]]>"))
    add_notes(package, sheet, {(2, 2): note})
    sheet.apply(unchanged)

    assert notes_in(package) == {"B2": "F101\n=1+1 <b>&amp; [red]\n\nF102\n]]>"}


@pytest.mark.parametrize("fill", [lambda sheet: None, with_note, with_button])
def test_what_is_noted_and_taken_off_is_what_there_was(fill: Callable[[Worksheet], object]) -> None:
    before = workbook(fill)

    after = written(without(saved(noted(before, (2, 2), (7, 3))), (2, 2), (7, 3)))

    original = written(Package(before))
    assert after.keys() == original.keys()
    for part in original.keys() - {DRAWING, "[Content_Types].xml", "xl/worksheets/_rels/sheet1.xml.rels"}:
        assert after[part] == original[part]
    if DRAWING in original:
        # The type of shape that notes have may stay.
        assert after[DRAWING].startswith(original[DRAWING].removesuffix(b"</xml>"))
        assert after[DRAWING].count(b"<v:shape ") == original[DRAWING].count(b"<v:shape ")


def test_notes_of_others_stay_wherever_they_are() -> None:
    before = workbook(with_note)

    assert without(before, (2, 2)).changed == (SHEET,)
    assert notes_in(without(before, (9, 3))) == {"C9": "Fråga Eva"}


def test_a_sheet_without_notes_stays_as_it_is() -> None:
    assert without(workbook(), (2, 2)).untouched == Package(workbook()).untouched - 1


def test_our_notes_go_where_their_boxes_are_gone_already() -> None:
    package = noted(workbook(), (2, 2))
    sheet = written(package)[SHEET]
    package.put(SHEET, re.sub(rb"<legacyDrawing [^>]*>", b"", sheet))

    assert notes_in(without(saved(package))) == {}


def test_our_notes_are_found_where_a_program_wrote_everything_anew() -> None:
    book = load_workbook(saved(noted(workbook(with_note), (2, 2), (7, 3))))
    file = BytesIO()
    book.save(file)

    assert notes_in(without(file)) == {"C9": "Fråga Eva"}


@pytest.mark.parametrize("author", ["", "<authors><author/></authors>"])
def test_where_authors_are_not_kept_our_notes_are_known_by_their_places(author: str) -> None:
    package = Package(saved(noted(workbook(), (2, 2), (7, 3))))
    text = package.read(COMMENTS).decode()
    package.put(COMMENTS, text.replace(f"<authors><author>{AUTHOR}</author></authors>", author).encode())

    left = without(saved(package), (2, 2))

    assert noted_places(Package(saved(left)), SHEET) == {"C7"}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, '<legacyDrawing r:id="rId1"/>', '<legacyDrawing r:id="rId99"/>'),
        (COMMENTS, "commentList", "list"),
        (COMMENTS, "authors", "list"),
    ],
)
def test_notes_that_hang_together_with_nothing_are_refused(part: str, old: str, new: str) -> None:
    package = Package(workbook(with_note))
    assert old in package.read(part).decode()
    package.put(part, package.read(part).decode().replace(old, new).encode())

    with pytest.raises(CannotAnnotate) as refusal:
        noted(saved(package), (2, 2))

    assert (refusal.value.code, refusal.value.fields) == ("A009", {"part": part})


def test_a_note_of_ours_that_lost_its_cell_is_refused() -> None:
    package = Package(saved(noted(workbook(), (2, 2))))
    package.put(COMMENTS, package.read(COMMENTS).replace(b'ref="B2" ', b""))

    with pytest.raises(CannotAnnotate) as refusal:
        without(saved(package), (2, 2))

    assert refusal.value.code == "A009"
