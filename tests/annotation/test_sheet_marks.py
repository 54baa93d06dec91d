"""What one sheet gets: fills, notes, links back and tick marks, each where it shows."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from syditval.annotation.marks import Mark
from syditval.annotation.sheet_marks import SheetMarks, Wanted
from syditval.annotation.ticks import Tick, letters
from syditval.messages import texts
from syditval.model.cells import CellRef
from syditval.model.rule import Severity
from syditval.patching.fills import HATCHING, TINTS
from syditval.patching.package import Package
from syditval.patching.passage import Passage
from syditval.patching.workbook_part import sheet_parts, workbook_part, workbook_styles
from tests.annotation.build import cell
from tests.annotation.seen import cells

PAINT = '<fill><patternFill patternType="solid"><fgColor rgb="FFDDDDDD"/><bgColor indexed="64"/></patternFill></fill>'


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """A sheet Drift with merged cells A1:C2, a grey cell B5, a note on D5, a link on E5, row 7 and column F hidden."""
    path = tmp_path / "april.xlsx"
    with xlsxwriter.Workbook(path) as book:
        drift = book.add_worksheet("Drift")
        drift.merge_range("A1:C2", "Uppföljning")
        drift.write("B5", 1, book.add_format({"bg_color": "#DDDDDD"}))
        drift.write("C5", 2)
        drift.write("D5", 3)
        drift.write_comment("D5", "Fråga Eva", {"author": "Eva"})
        drift.write_url("E5", "internal:Drift!A1", string="3")
        drift.set_row(6, None, None, {"hidden": True})
        drift.set_column("F:F", None, None, {"hidden": True})
        drift.write("F9", 4)
    return Package(BytesIO(path.read_bytes()))


def mark(address: str, severity: Severity = Severity.ERROR, item: str = "one") -> Mark:
    return Mark(cell(f"Drift!{address}"), severity, Passage(f"{item} {address}", "Raderna blir fel."), item)


def places(*addresses: str) -> list[CellRef]:
    return [cell(f"Drift!{address}") for address in addresses]


class Sheet:
    """The sheet Drift of a package with marks on it."""

    def __init__(self, package: Package, wanted: Wanted) -> None:
        self.package = package
        self.workbook = workbook_part(package)
        part = sheet_parts(package, self.workbook)["Drift"]
        self.styles = workbook_styles(package, self.workbook)
        self.marks = SheetMarks(package, part, wanted)

    def written(self, folder: Path, signs: Iterable[str] = ()) -> Path:
        """The workbook with the marks set; items stand on the review sheet in the order of their names."""
        links = {item: f"Granskning!A{row}" for row, item in enumerate(("one", "two"), start=5)}
        self.marks.paint(self.styles)
        self.marks.set(links, self.marks.ticks(letters(signs), texts("sv")), texts("sv"))
        target = folder / "copy.xlsx"
        with target.open("wb") as file:
            self.package.write(file)
        return target


def test_all_cells_that_something_is_wanted_at_are_asked_for() -> None:
    wanted = Wanted([mark("B5")], places("C6"), {cell("Drift!D7"): (Tick.F,)})

    assert wanted.places == {(5, 2), (6, 3), (7, 4)}
    assert Wanted().places == set()


def test_a_cell_is_tinted_by_the_worst_of_its_marks(package: Package, tmp_path: Path) -> None:
    wanted = Wanted([mark("C5", Severity.NOTE), mark("C5", Severity.WARNING), mark("B9", Severity.NOTE)])
    after = cells(Sheet(package, wanted).written(tmp_path), "Drift")

    assert after["C5"].fill.fgColor.rgb == f"FF{TINTS[Severity.WARNING]}"
    assert after["B9"].fill.fgColor.rgb == f"FF{TINTS[Severity.NOTE]}"


def test_what_no_check_covers_is_hatched_unless_it_is_marked(package: Package, tmp_path: Path) -> None:
    wanted = Wanted([mark("C5")], places("C5", "B5", "B20"))
    after = cells(Sheet(package, wanted).written(tmp_path), "Drift")

    assert [after[place].fill.patternType for place in ("C5", "B5", "B20")] == ["solid", *["lightUp"] * 2]
    assert after["B20"].fill.fgColor.rgb == f"FF{HATCHING.color}"


def test_fills_of_a_cell_s_own_are_remembered(package: Package) -> None:
    sheet = Sheet(package, Wanted([mark("B5")], places("C5", "B20")))

    assert sheet.marks.paint(sheet.styles) == {(5, 2): PAINT}


def test_a_cell_with_a_note_or_a_link_of_its_own_keeps_it(package: Package, tmp_path: Path) -> None:
    sheet = Sheet(package, Wanted([mark("D5"), mark("E5")]))
    after = cells(sheet.written(tmp_path), "Drift")

    assert sheet.marks.noted == {(5, 5): frozenset(places("E5"))}
    assert after["D5"].comment.text == "Fråga Eva"
    assert after["D5"].hyperlink.location == "Granskning!A5"
    assert after["E5"].comment.text == "one E5\nRaderna blir fel."
    assert after["E5"].hyperlink.location == "Drift!A1"


def test_an_empty_cell_gets_no_link_lest_it_be_taken_for_what_the_cell_holds(
    package: Package, tmp_path: Path
) -> None:
    after = cells(Sheet(package, Wanted([mark("C5"), mark("C6"), mark("B20")])).written(tmp_path), "Drift")

    assert [bool(after[place].hyperlink) for place in ("C5", "C6", "B20")] == [True, False, False]
    assert [after[place].value for place in ("C5", "C6", "B20")] == [2, None, None]


def test_all_marks_of_a_cell_are_told_in_one_note_and_the_first_is_linked(
    package: Package, tmp_path: Path
) -> None:
    wanted = Wanted([mark("C5", item="two"), mark("C5", item="one")])
    after = cells(Sheet(package, wanted).written(tmp_path), "Drift")["C5"]

    assert after.comment.text == "two C5\nRaderna blir fel.\n\none C5\nRaderna blir fel."
    assert (after.hyperlink.location, after.hyperlink.tooltip) == ("Granskning!A6", "Till bladet Granskning")


def test_what_is_wanted_inside_merged_cells_is_set_where_they_show(package: Package, tmp_path: Path) -> None:
    wanted = Wanted([mark("C2"), mark("A1", item="two")], ticks={cell("Drift!B1"): (Tick.F,)})
    sheet = Sheet(package, wanted)
    after = cells(sheet.written(tmp_path), "Drift")

    assert sheet.marks.noted == {(1, 1): frozenset(places("C2", "A1"))}
    assert after["A1"].fill.fgColor.rgb == f"FF{TINTS[Severity.ERROR]}"
    assert [place for place, each in after.items() if each.comment] == ["A1", "D5"]
    assert [(shape.row, shape.column) for shape in sheet.marks.ticks(letters(), texts("sv")).shapes] == [
        (1, 1)
    ]


def test_what_is_hidden_gets_no_tick_mark(package: Package) -> None:
    """LibreOffice would show it beside the next figure that is not."""
    wanted = Wanted(ticks=dict.fromkeys(places("B5", "B7", "F9", "G9"), (Tick.F,)))
    ticks = Sheet(package, wanted).marks.ticks(letters(), texts("sv"))

    assert [(shape.row, shape.column) for shape in ticks.shapes] == [(5, 2), (9, 7)]
    assert ticks.counts == {Tick.F: 2}
    assert ticks.legend.last_row == 9


def test_a_sheet_without_marks_is_not_selected_any_more(package: Package, tmp_path: Path) -> None:
    part = "xl/worksheets/sheet1.xml"
    before = package.read(part)
    Sheet(package, Wanted()).written(tmp_path)

    assert package.read(part) == before.replace(b' tabSelected="1"', b"")
    assert package.added == ()
