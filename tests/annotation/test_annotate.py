"""The annotated copy as its readers see it: the same workbook, with the findings marked in it."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName

from syditval.annotation import CannotAnnotate, annotate
from syditval.annotation.styles import TINTS
from syditval.annotation.zip_file import packed_bytes
from syditval.messages.amounts import GROUP
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.rule import Severity
from tests.annotation.build import (
    annotated,
    cause,
    drift_workbook,
    edited,
    finding,
    parts,
    report,
    write_parts,
)

FINDINGS = (
    finding("Drift!C8"),
    finding("Drift!D6", Severity.WARNING),
    finding("Drift!D6", Severity.NOTE),
    finding("Drift!H30", Severity.NOTE, "=HYPERLINK(1)"),
)


def openpyxl_workbook(path: Path) -> Path:
    """A workbook as openpyxl writes it: no shared strings for formulas, absolute targets, a note."""
    book = Workbook()
    drift = book.active
    drift.title = "Drift"
    for row in [
        ["", "Budget", "Utfall", "Prognos"],
        *[["Rad", 1.5, 2, 3]] * 6,
        ["Summa", "=SUM(B2:B7)", 2, 3],
    ]:
        drift.append(row)
    drift["D6"].font = Font(name="Arial", size=9, italic=True, color="FF0000AA")
    drift["D6"].border = Border(left=Side("thin"), bottom=Side("double"))
    drift["D6"].number_format = '# ##0,00" kr"'
    drift["C8"].fill = PatternFill("solid", fgColor="FFEEEEEE")
    drift["B2"].comment = Comment("Fråga Eva", "Eva")
    drift.merge_cells("A10:D10")
    drift.freeze_panes = "B2"
    book.create_sheet("Dold").sheet_state = "hidden"
    book.save(path)
    return path


def prefixed_workbook(path: Path) -> Path:
    """A workbook whose sheets have prefixed names, as Open XML SDK writes them."""
    contents = parts(drift_workbook(path))
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        text = contents[name].decode().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
        contents[name] = text.replace("xmlns=", "xmlns:x=").encode()
    return write_parts(path, contents)


def unshared_workbook(path: Path) -> Path:
    """A workbook without shared strings, its texts inline."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        drift = book.add_worksheet("Drift")
        for row in range(8):
            drift.write_row(row, 0, ["Rad", 1, 2, 3])
    assert "xl/sharedStrings.xml" not in parts(path)
    return path


WRITERS: list[Callable[[Path], Path]] = [
    drift_workbook,
    openpyxl_workbook,
    prefixed_workbook,
    unshared_workbook,
]


@pytest.fixture(params=WRITERS, ids=lambda writer: writer.__name__)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Workbooks of several writers, each with a sheet Drift."""
    path: Path = request.param(tmp_path / "april.xlsx")
    return path


@pytest.fixture
def drift(tmp_path: Path) -> Path:
    return drift_workbook(tmp_path / "april.xlsx")


def seen(cell: Cell) -> dict[str, object]:
    """All that openpyxl sees of a cell, but for its fill and its note."""
    names = (
        "value",
        "data_type",
        "number_format",
        "font",
        "border",
        "alignment",
        "protection",
        "quotePrefix",
    )
    return {name: copy(getattr(cell, name)) for name in names}


def cells(path: Path, sheet: str) -> dict[str, Cell]:
    return {cell.coordinate: cell for row in load_workbook(path)[sheet].iter_rows() for cell in row}


def fill(cell: Cell) -> str:
    return str(cell.fill.fgColor.rgb) if cell.fill.patternType else ""


def test_every_part_that_is_not_named_is_the_same_bytes_packed_and_unpacked(source: Path) -> None:
    target, said = annotated(source, FINDINGS)

    before, after = source.read_bytes(), target.read_bytes()
    with ZipFile(source) as old, ZipFile(target) as new:
        assert new.testzip() is None
        assert new.namelist() == [*old.namelist(), *said.added]
        untouched = [info for info in old.infolist() if info.filename not in said.changed]
        for info in untouched:
            kept = new.getinfo(info.filename)
            assert packed_bytes(after, kept) == packed_bytes(before, info)
            assert (kept.date_time, kept.compress_type) == (info.date_time, info.compress_type)
            assert new.read(kept) == old.read(info)
    assert said.untouched == len(untouched)


def test_only_parts_that_must_change_are_changed(drift: Path) -> None:
    _, said = annotated(drift, FINDINGS)

    assert sorted(said.changed) == [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ]
    assert said.added == (
        "xl/comments1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet3.xml",
    )


def test_cells_are_what_they_were_and_only_those_of_findings_are_tinted(source: Path) -> None:
    target, _ = annotated(source, FINDINGS)
    tinted = {"C8": Severity.ERROR, "D6": Severity.WARNING, "H30": Severity.NOTE}

    for name in load_workbook(source).sheetnames:
        before, after = cells(source, name), cells(target, name)
        for address, cell in after.items():
            original = before.get(address)
            if original is not None:
                assert seen(cell) == seen(original), address
            severity = tinted.get(address) if name == "Drift" else None
            untinted = fill(original) if original is not None else ""
            assert fill(cell) == (f"FF{TINTS[severity]}" if severity else untinted), address


def test_formulas_keep_their_stored_results(drift: Path) -> None:
    target, _ = annotated(drift, FINDINGS)

    stored = load_workbook(target, data_only=True)["Drift"]
    assert [stored[address].value for address in ("B8", "C8", "D8")] == [0, -89, 1200]


def test_each_cell_of_a_finding_gets_one_note(drift: Path) -> None:
    target, _ = annotated(drift, FINDINGS)

    notes = {address: cell.comment.text for address, cell in cells(target, "Drift").items() if cell.comment}
    assert {address: text.count("F101 ") for address, text in notes.items()} == {"C8": 1, "D6": 2, "H30": 1}


def test_a_cell_with_a_note_keeps_it_and_the_review_sheet_says_so(tmp_path: Path) -> None:
    source = openpyxl_workbook(tmp_path / "april.xlsx")
    target, _ = annotated(source, [finding("Drift!B2"), finding("Drift!C3")])

    notes = {address: cell.comment for address, cell in cells(target, "Drift").items() if cell.comment}
    assert notes["B2"].text == "Fråga Eva"
    assert "F101" in notes["C3"].text
    assert told(target, "Not i cellen") == ["nej, cellen hade redan en not", "ja"]


def told(target: Path, head: str) -> list[object]:
    """What the review sheet says of each finding under a head."""
    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    heads = next(number for number, row in enumerate(rows) if row[0] == "Allvar")
    block = []
    for row in rows[heads + 1 :]:
        if row[0] is None:
            return block
        block.append(row[rows[heads].index(head)])
    return block


def test_a_finding_in_merged_cells_is_marked_where_they_show(tmp_path: Path) -> None:
    source = openpyxl_workbook(tmp_path / "april.xlsx")
    target, _ = annotated(source, [finding("Drift!C10")])

    shown = cells(target, "Drift")["A10"]
    assert fill(shown) == f"FF{TINTS[Severity.ERROR]}"
    assert "F101" in shown.comment.text
    assert told(target, "Cell") == ["Drift!C10"]


def test_the_cell_that_is_wrong_is_marked_and_the_others_point_to_it(drift: Path) -> None:
    """No finding stands at C7, and what is only an alternative, C5, is not marked."""
    total = finding("Drift!C8")
    wrong = replace(cause("Drift!C7", total), alternatives=(cause("Drift!C5").slips,))
    target, _ = annotated(drift, [total], causes=[wrong])

    after = cells(target, "Drift")
    assert {address for address, cell in after.items() if cell.comment} == {"C7", "C8"}
    assert (
        after["C7"].comment.text.replace(GROUP, " ")
        == "Orsak (säker)\nDrift!C7 ska vara 10 774, inte 10 734."
    )
    assert (
        after["C8"]
        .comment.text.replace(GROUP, " ")
        .endswith("\nOrsaken står i en annan cell. Drift!C7 ska vara 10 774, inte 10 734.")
    )
    assert fill(after["C7"]) == f"FF{TINTS[Severity.ERROR]}"
    assert after["C7"].value == 10734


def test_at_one_cell_the_cause_comes_before_the_findings_and_the_worst_tints_it(drift: Path) -> None:
    own = finding("Drift!C7", Severity.NOTE)
    target, _ = annotated(drift, [own], causes=[cause("Drift!C7", own)])

    marked = cells(target, "Drift")["C7"]
    assert [line for line in marked.comment.text.splitlines() if line.startswith(("Orsak", "F101"))] == [
        "Orsak (säker)",
        "F101 notering",
    ]
    assert fill(marked) == f"FF{TINTS[Severity.ERROR]}"


def test_the_review_sheet_is_first_and_the_only_one_selected(source: Path) -> None:
    target, _ = annotated(source, FINDINGS)

    book = load_workbook(target)
    assert book.sheetnames == ["Granskning", *load_workbook(source).sheetnames]
    assert book.active.title == "Granskning"
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == ["Granskning"]


def test_a_sheet_without_findings_is_touched_only_where_it_was_selected(tmp_path: Path) -> None:
    source = drift_workbook(tmp_path / "april.xlsx")
    contents = parts(source)
    selected, plain = contents["xl/worksheets/sheet1.xml"], contents["xl/worksheets/sheet2.xml"]
    target, _ = annotated(source, [])

    assert parts(target)["xl/worksheets/sheet1.xml"] == selected.replace(b' tabSelected="1"', b"")
    assert parts(target)["xl/worksheets/sheet2.xml"] == plain


def test_links_of_the_review_sheet_lead_to_the_cells(tmp_path: Path) -> None:
    source = tmp_path / "april.xlsx"
    with xlsxwriter.Workbook(source) as book:
        book.add_worksheet("Drift")
        book.add_worksheet("Lars's blad")
    places = [CellRef("Lars's blad", 3, 2), CellRef("Drift", 8, 3)]
    target, _ = annotated(source, [replace(finding("Drift!A1"), cell=place) for place in places])

    review = load_workbook(target).worksheets[0]
    links = {cell.value: cell.hyperlink.location for cell in review["C"] if cell.hyperlink}
    assert links["'Lars''s blad'!B3"] == "'Lars''s blad'!B3"
    assert links["Drift!C8"] == "Drift!C8"


def test_formula_like_text_is_text_everywhere(drift: Path) -> None:
    target, _ = annotated(drift, [finding("Drift!C8", message=text) for text in ("=1+1", "+1", "-1", "@A1")])

    assert told(target, "Iakttagelse") == ["=1+1", "+1", "-1", "@A1"]
    review = load_workbook(target).worksheets[0]
    assert {cell.data_type for row in review.iter_rows() for cell in row} == {"s", "n"}


def test_amounts_of_the_review_sheet_are_numbers(drift: Path) -> None:
    target, _ = annotated(drift, FINDINGS[:1])

    assert [told(target, head) for head in ("Väntat", "Funnet", "Skillnad", "Avrundning högst")] == [
        [-89],
        [-49],
        [40],
        [2.5],
    ]


def test_a_finding_about_the_workbook_is_told_and_marks_no_cell(drift: Path) -> None:
    links = Finding("H201", "H201", "x", Severity.WARNING, "", None, message="Länkar.")
    target, said = annotated(drift, [links])

    assert told(target, "Cell") == ["arbetsboken"]
    assert told(target, "Not i cellen") == [None]
    assert said.added == ("xl/worksheets/sheet3.xml",)


@pytest.mark.parametrize("address", ["Dold!A1", "Dold!C40"])
def test_a_finding_on_a_hidden_sheet_is_marked_there_and_the_sheet_stays_hidden(
    tmp_path: Path, address: str
) -> None:
    """Also where the sheet holds no cell at all."""
    source = openpyxl_workbook(tmp_path / "april.xlsx")
    target, _ = annotated(source, [finding(address)])

    marked = cells(target, "Dold")[address.removeprefix("Dold!")]
    assert fill(marked) == f"FF{TINTS[Severity.ERROR]}"
    assert "F101" in marked.comment.text
    assert load_workbook(target)["Dold"].sheet_state == "hidden"


HOSTILE = "[red]x[red]\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\x9b{0}=1+1"
SHOWN = r"[red]x[red]\u202e\u200b\x9b{0}=1+1"


def test_nothing_hides_in_a_note_or_on_the_review_sheet(drift: Path) -> None:
    hostile = replace(finding("Drift!C8", message=HOSTILE), row_label=f"={HOSTILE}", column_label=HOSTILE)
    target, _ = annotated(drift, [hostile])

    assert told(target, "Iakttagelse") == [SHOWN]
    assert (told(target, "Rad"), told(target, "Kolumn")) == ([f"={SHOWN}"], [SHOWN])
    assert SHOWN in cells(target, "Drift")["C8"].comment.text
    assert {cell.data_type for row in load_workbook(target).worksheets[0] for cell in row} <= {"s", "n"}


def test_names_of_a_sheet_follow_it(tmp_path: Path) -> None:
    source = openpyxl_workbook(tmp_path / "april.xlsx")
    book = load_workbook(source)
    book["Drift"].print_title_rows = "1:1"
    book["Dold"].defined_names["Sats"] = DefinedName("Sats", attr_text="Dold!$A$1")
    book.defined_names["Alla"] = DefinedName("Alla", attr_text="Drift!$B$2")
    book.save(source)

    target, _ = annotated(source, FINDINGS)

    after = load_workbook(target)
    assert after["Drift"].print_title_rows == "$1:$1"
    assert list(after["Dold"].defined_names) == ["Sats"]
    assert list(after.defined_names) == ["Alla"]
    assert after["Granskning"].auto_filter.ref is not None


def test_a_sheet_that_is_called_the_same_keeps_its_name(tmp_path: Path) -> None:
    source = drift_workbook(tmp_path / "april.xlsx")
    once, _ = annotated(source, FINDINGS)
    twice, _ = annotated(once, FINDINGS)

    assert load_workbook(twice).sheetnames == ["Granskning (2)", "Granskning", "Drift", "Läs mig"]


def test_the_copy_speaks_the_language_of_the_report(drift: Path) -> None:
    target, _ = annotated(drift, FINDINGS, language="en")

    assert "Expected: " in cells(target, "Drift")["C8"].comment.text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_review_sheet_has_one_name_so_that_it_is_found_again(drift: Path, language: str) -> None:
    target, _ = annotated(drift, FINDINGS, language=language)

    assert load_workbook(target).sheetnames[0] == "Granskning"


def test_bytes_that_cannot_be_read_again_are_annotated_as_they_are(drift: Path) -> None:
    target, _ = annotated(drift, FINDINGS)
    again = drift.with_name("from-standard-input.xlsx")

    annotate(drift.read_bytes(), again, report(drift, FINDINGS))

    assert again.read_bytes() == target.read_bytes()


def test_a_macro_workbook_stays_one(tmp_path: Path) -> None:
    source = drift_workbook(tmp_path / "april.xlsm")
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    edited(source, "[Content_Types].xml", plain, macro)
    write_parts(source, parts(source) | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"})

    target, _ = annotated(source, FINDINGS)

    assert target.name == "april.granskad.xlsm"
    assert macro in parts(target)["[Content_Types].xml"].decode()
    assert parts(target)["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 macros"


def test_the_same_report_gives_the_same_bytes(drift: Path) -> None:
    first = annotated(drift, FINDINGS)[0].read_bytes()

    assert annotated(drift, FINDINGS)[0].read_bytes() == first


def test_the_input_is_only_read(drift: Path) -> None:
    content, stamp = drift.read_bytes(), drift.stat().st_mtime_ns
    annotated(drift, FINDINGS)

    assert (drift.read_bytes(), drift.stat().st_mtime_ns) == (content, stamp)
    assert sorted(path.name for path in drift.parent.iterdir()) == ["april.granskad.xlsx", "april.xlsx"]


def refusal(source: Path, target: Path, findings: tuple[Finding, ...] = FINDINGS) -> str:
    """The code that a copy is refused with; nothing is left behind then."""
    there = sorted(source.parent.iterdir())
    with pytest.raises(CannotAnnotate) as refused:
        annotate(source, target, report(source, findings))
    assert sorted(source.parent.iterdir()) == there
    return refused.value.code


def test_the_copy_never_takes_the_place_of_its_source(drift: Path) -> None:
    link = drift.with_name("link.xlsx")
    link.symlink_to(drift)
    content = drift.read_bytes()

    assert [refusal(drift, target) for target in (drift, link, drift.parent / "." / drift.name)] == [
        "A004"
    ] * 3
    assert drift.read_bytes() == content


def test_a_source_that_changed_since_it_was_read_is_refused(drift: Path) -> None:
    made = report(drift, FINDINGS)
    drift.write_bytes(drift.read_bytes() + b" ")

    with pytest.raises(CannotAnnotate) as refused:
        annotate(drift, drift.with_name("copy.xlsx"), made)

    assert refused.value.code == "A006"


def test_a_source_that_is_gone_is_refused(drift: Path) -> None:
    made = report(drift, FINDINGS)
    drift.unlink()

    with pytest.raises(CannotAnnotate) as refused:
        annotate(drift, drift.with_name("copy.xlsx"), made)

    assert refused.value.code == "A007"


def test_a_copy_of_another_file_type_is_refused(drift: Path) -> None:
    assert refusal(drift, drift.with_name("copy.xlsm")) == "A010"


def test_a_place_that_cannot_be_written_to_is_refused(drift: Path) -> None:
    assert refusal(drift, drift.parent / "nowhere" / "copy.xlsx") == "A005"


def test_a_workbook_without_styles_is_refused(drift: Path) -> None:
    edited(drift, "xl/_rels/workbook.xml.rels", "relationships/styles", "relationships/other")

    assert refusal(drift, drift.with_name("copy.xlsx")) == "A001"


def test_a_finding_on_a_sheet_that_is_not_there_is_refused(drift: Path) -> None:
    assert refusal(drift, drift.with_name("copy.xlsx"), (finding("Blad9!A1"),)) == "A009"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """LibreOffice as a converter, with a profile of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def convert(path: Path, form: str) -> Path:
        folder = path.parent / "converted"
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=120)
        return folder / path.with_suffix(f".{form.partition(':')[0]}").name

    return convert


def test_libreoffice_opens_the_copy_on_the_review_sheet(
    source: Path, office: Callable[[Path, str], Path]
) -> None:
    target, _ = annotated(source, FINDINGS)

    with office(target, "csv:Text - txt - csv (StarCalc):44,34,76").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))

    assert rows[0][0] == "Granskning av april.xlsx"
    assert [row[2] for row in rows if row[1] == "F101"] == ["Drift!C8", "Drift!D6", "Drift!D6", "Drift!H30"]


def test_libreoffice_reads_values_tints_and_notes(drift: Path, office: Callable[[Path, str], Path]) -> None:
    target, _ = annotated(drift, FINDINGS)

    resaved = cells(office(target, "xlsx"), "Drift")

    assert resaved["C8"].value == "=SUM(C5:C7)"
    assert {address: fill(resaved[address]) for address in ("C8", "D6", "H30", "D7")} == {
        "C8": f"FF{TINTS[Severity.ERROR]}",
        "D6": f"FF{TINTS[Severity.WARNING]}",
        "H30": f"FF{TINTS[Severity.NOTE]}",
        "D7": "",
    }
    assert {address for address, cell in resaved.items() if cell.comment} == {"C8", "D6", "H30"}
