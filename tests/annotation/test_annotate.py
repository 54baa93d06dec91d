"""The annotated copy as its readers see it: the same workbook, with the findings marked in it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook.defined_name import DefinedName

from syditval.annotation import CannotAnnotate, Wishes, alone_path, annotate, letters
from syditval.annotation.review import Answer, CarriedOver, Status
from syditval.annotation.review_columns import HEAD, LETTERS
from syditval.messages.amounts import GROUP
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.rule import Severity
from syditval.patching.fills import TINTS
from syditval.patching.zip_file import packed_pieces
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
from tests.annotation.hand_edited import EDITED
from tests.annotation.seen import cells, opened, texts
from tests.annotation.writers import WRITERS, coloured_workbook, openpyxl_workbook, signed

FINDINGS = (
    finding("Drift!C8"),
    finding("Drift!D6", Severity.WARNING),
    finding("Drift!D6", Severity.NOTE),
    finding("Drift!H30", Severity.NOTE, "=HYPERLINK(1)"),
)


TIMED = Wishes(
    ticks=letters(["F=S"]),
    uncovered=True,
    time="2024-05-08",
    carried=CarriedOver("mars.xlsx", {FINDINGS[0].id: Answer(Status.EXPLAINED, "Omföring", "EL")}),
)


@pytest.fixture(params=WRITERS, ids=lambda writer: writer.__name__)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Workbooks of several writers, each with a sheet Drift."""
    path: Path = request.param(tmp_path / "april.xlsx")
    return path


@pytest.fixture
def drift(tmp_path: Path) -> Path:
    return drift_workbook(tmp_path / "april.xlsx")


def looks(cell: Cell) -> dict[str, object]:
    """All that openpyxl sees of a cell, but for its fill, its note and its link."""
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


def packed(path: Path, info: ZipInfo) -> bytes:
    """A part as it lies in the file."""
    with path.open("rb") as file:
        return b"".join(packed_pieces(file, info))


def fill(cell: Cell) -> str:
    """The colour of a cell's pattern; of a fill with several colours that it has some."""
    colors = {"solid": cell.fill, "lightUp": cell.fill}.get(cell.fill.fill_type)
    return str(colors.fgColor.rgb) if colors else str(cell.fill.fill_type or "")


def is_tint(found: str, severity: Severity) -> bool:
    """Whether a fill is that of a severity, or looks the same where the workbook has that itself."""
    return (
        found[:6] == f"FF{TINTS[severity]}"[:6] and 0 <= int(TINTS[severity][4:], 16) - int(found[6:], 16) < 9
    )


def test_every_part_that_is_not_named_is_the_same_bytes_packed_and_unpacked(source: Path) -> None:
    target, said = annotated(source, FINDINGS)

    with ZipFile(source) as old, ZipFile(target) as new:
        assert new.testzip() is None
        assert new.namelist() == [*old.namelist(), *said.added]
        untouched = [info for info in old.infolist() if info.filename not in said.changed]
        for info in untouched:
            kept = new.getinfo(info.filename)
            assert packed(target, kept) == packed(source, info)
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
                assert looks(cell) == looks(original), address
            if name == "Drift" and address in tinted:
                assert is_tint(fill(cell), tinted[address]), address
            else:
                assert fill(cell) == (fill(original) if original is not None else ""), address


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
    kept = "Cellen hade redan en anteckning, som står kvar som den var."
    assert [kept in str(said) for said in told(target, "message")] == [True, False]


def told(target: Path, column: str) -> list[object]:
    """What the review sheet says of each item in one of its columns."""
    sheet = opened(target).worksheets[0]
    rows = range(HEAD + 1, sheet.max_row + 1)
    items = (row for row in rows if sheet[f"{LETTERS['id']}{row}"].value)
    return [sheet[f"{LETTERS[column]}{row}"].value for row in items]


def test_a_finding_in_merged_cells_is_marked_where_they_show(tmp_path: Path) -> None:
    source = openpyxl_workbook(tmp_path / "april.xlsx")
    target, _ = annotated(source, [finding("Drift!C10")])

    shown = cells(target, "Drift")["A10"]
    assert fill(shown) == f"FF{TINTS[Severity.ERROR]}"
    assert "F101" in shown.comment.text
    assert told(target, "cell") == ["Drift!C10"]


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

    book = opened(target)
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

    review = opened(target).worksheets[0]
    links = {cell.value: cell.hyperlink.location for cell in review[LETTERS["cell"]] if cell.hyperlink}
    assert links["'Lars''s blad'!B3"] == "'Lars''s blad'!B3"
    assert links["Drift!C8"] == "Drift!C8"


def test_formula_like_text_is_text_everywhere(drift: Path) -> None:
    target, _ = annotated(drift, [finding("Drift!C8", message=text) for text in ("=1+1", "+1", "-1", "@A1")])

    assert told(target, "message") == ["=1+1", "+1", "-1", "@A1"]
    review = opened(target).worksheets[0]
    assert {cell.data_type for row in review.iter_rows() for cell in row} == {"s", "n"}


def test_amounts_of_the_review_sheet_are_numbers(drift: Path) -> None:
    target, _ = annotated(drift, FINDINGS[:1])

    assert [told(target, column) for column in ("expected", "found", "difference", "bound")] == [
        [-89],
        [-49],
        [40],
        [2.5],
    ]


def test_a_finding_about_the_workbook_is_told_and_marks_no_cell(drift: Path) -> None:
    links = Finding("H201", "H201", "x", Severity.WARNING, "", None, message="Länkar.")
    target, said = annotated(drift, [links])

    assert told(target, "cell") == ["arbetsboken"]
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
    assert opened(target)["Dold"].sheet_state == "hidden"


HOSTILE = "[red]x[red]\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}\x9b{0}=1+1"
SHOWN = r"[red]x[red]\u202e\u200b\x9b{0}=1+1"


def test_nothing_hides_in_a_note_or_on_the_review_sheet(drift: Path) -> None:
    hostile = replace(finding("Drift!C8", message=HOSTILE), row_label=f"={HOSTILE}", column_label=HOSTILE)
    target, _ = annotated(drift, [hostile])

    assert told(target, "message") == [SHOWN]
    assert told(target, "concerns") == [f"={SHOWN}, {SHOWN}"]
    assert SHOWN in cells(target, "Drift")["C8"].comment.text
    assert {cell.data_type for row in opened(target).worksheets[0] for cell in row} <= {"s", "n"}


def test_names_of_a_sheet_follow_it(tmp_path: Path) -> None:
    source = openpyxl_workbook(tmp_path / "april.xlsx")
    book = load_workbook(source)
    book["Drift"].print_title_rows = "1:1"
    book["Dold"].defined_names["Sats"] = DefinedName("Sats", attr_text="Dold!$A$1")
    book.defined_names["Alla"] = DefinedName("Alla", attr_text="Drift!$B$2")
    book.save(source)

    target, _ = annotated(source, FINDINGS)

    after = opened(target)
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

    assert opened(target).sheetnames[0] == "Granskning"


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


@pytest.mark.parametrize("wishes", [Wishes(), TIMED, Wishes(marks=False)], ids=["plain", "all", "no marks"])
def test_the_same_report_gives_the_same_bytes(drift: Path, wishes: Wishes) -> None:
    first = annotated_as(drift, wishes).read_bytes()

    assert annotated_as(drift, wishes).read_bytes() == first


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


def test_neither_does_a_review_that_stands_alone(tmp_path: Path) -> None:
    """Its name may have an ending more than the one that was asked for."""
    source = drift_workbook(tmp_path / "april.xls.xlsx")
    content = source.read_bytes()
    told = report(source, FINDINGS)
    legacy = replace(told, inputs=(replace(told.inputs[0], container="xls"),))

    with pytest.raises(CannotAnnotate) as refused:
        annotate(source, tmp_path / "april.xls", legacy)

    assert refused.value.code == "A004"
    assert source.read_bytes() == content


def test_nor_is_an_annotated_workbook_that_was_read_already_given_another_file_type(tmp_path: Path) -> None:
    """Its bytes without the earlier marks are what is annotated then."""
    source = drift_workbook(tmp_path / "april.xlsm")

    with pytest.raises(CannotAnnotate) as refused:
        annotate(source.read_bytes(), tmp_path / "copy.xlsx", report(source, FINDINGS))

    assert refused.value.code == "A010"


@pytest.mark.parametrize("kind", ["no_styles", "strict", "no_references", "odd_case"])
def test_workbooks_that_are_written_otherwise_get_their_marks_too(kind: str, tmp_path: Path) -> None:
    source = EDITED[f"{kind}.xlsx"](tmp_path / "april.xlsx")
    target, said = annotated(source, FINDINGS)

    assert said.alone is None
    assert f"FF{TINTS[Severity.WARNING]}" in texts(target)
    assert "F101 varning" in texts(target)


def shared(path: Path) -> Path:
    """A workbook whose changes are tracked for those who share it."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders"
    entry = f'<Relationship Id="rId99" Type="{kind}" Target="revisions/revisionHeaders.xml"/>'
    return edited(path, "xl/_rels/workbook.xml.rels", "</Relationships>", f"{entry}</Relationships>")


def unknown(path: Path) -> Path:
    """A workbook in a form of Open XML that nobody has written yet."""
    return edited(path, "xl/workbook.xml", "spreadsheetml/2006/main", "spreadsheetml/2036/main")


def broken(path: Path) -> Path:
    """A workbook whose table of formats was cut short."""
    return edited(path, "xl/styles.xml", "</styleSheet>", "")


def untouched(path: Path) -> Path:
    return path


@pytest.mark.parametrize(
    ("spoiled", "container", "code", "said"),
    [
        (signed, "xlsx", "A003", "april.xlsx är digitalt signerad"),
        (shared, "xlsx", "A008", "april.xlsx är delad"),
        (broken, "xlsx", "A009", "april.xlsx har en del xl/styles.xml som är skadad"),
        (unknown, "xlsx", "A012", "april.xlsx är skriven i en form"),
        *[(untouched, kind, "A011", "april.xlsx får ingen granskad kopia") for kind in ("xls", "encrypted")],
    ],
    ids=["signed", "shared", "broken", "unknown", "xls", "encrypted"],
)
def test_of_what_cannot_be_kept_the_review_stands_alone_and_says_why(
    drift: Path, spoiled: Callable[[Path], Path], container: str, code: str, said: str
) -> None:
    content = spoiled(drift).read_bytes()
    made = report(drift, FINDINGS)
    made = replace(made, inputs=(replace(made.inputs[0], container=container),))
    target = drift.with_name("egen.xlsx")

    done = annotate(drift, target, made)

    assert done.alone is not None
    assert (done.alone.code, done.path, done.untouched) == (code, target, 0)
    book = opened(target)
    assert book.sheetnames == ["Granskning"]
    assert str(book["Granskning"]["A3"].value).startswith(said)
    assert told(target, "cell") == [each.cell.address for each in FINDINGS if each.cell]
    assert drift.read_bytes() == content


def test_so_does_that_of_findings_on_a_sheet_that_is_not_there(drift: Path) -> None:
    """Something is wrong with the workbook then that nobody thought of."""
    target, said = annotated(drift, [finding("Blad9!A1")])

    assert said.alone is not None
    assert said.alone.fields == {"file": "april.xlsx", "part": "Blad9"}
    assert opened(target).sheetnames == ["Granskning"]


def test_a_review_that_stands_alone_is_a_workbook_by_its_name(tmp_path: Path) -> None:
    source = signed(drift_workbook(tmp_path / "april.xlsm"))
    target, said = annotated(source, FINDINGS)

    assert said.path == alone_path(target) == tmp_path / "april.granskad.xlsm.xlsx"
    assert not target.exists()


def annotated_as(source: Path, wishes: Wishes) -> Path:
    target = source.with_name("copy.xlsx")
    annotate(source, target, report(source, FINDINGS), wishes)
    return target


def test_without_marks_no_sheet_is_touched_but_for_its_selection(drift: Path) -> None:
    before, after = parts(drift), parts(annotated_as(drift, Wishes(marks=False, time="2024-05-08")))

    selected = "xl/worksheets/sheet1.xml"
    assert after[selected] == before[selected].replace(b' tabSelected="1"', b"")
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        selected,
    }
    assert after.keys() - before.keys() == {"xl/worksheets/sheet3.xml"}


def test_without_marks_the_review_sheet_tells_the_same_items(drift: Path) -> None:
    bare = annotated_as(drift, Wishes(marks=False))
    assert told(bare, "cell") == told(annotated(drift, FINDINGS)[0], "cell")
    assert opened(bare)["Granskning"]["A3"].value.startswith("Tillagt är bara det här bladet: ")


def test_ticks_stand_at_the_figures_whose_checks_hold_in_the_signs_asked_for(drift: Path) -> None:
    """Three columns of the table are footed exactly."""
    target = annotated_as(drift, TIMED)

    (drawing,) = (content for name, content in parts(target).items() if "drawings/drawing" in name)
    assert drawing.count(b"<a:t>S</a:t>") == 3 + 1
    assert b"<a:t>F</a:t>" not in drawing


def test_what_no_check_covers_is_hatched(drift: Path) -> None:
    """Every figure takes part in the footing of its column, but for those of tables that have none."""
    told = replace(report(drift, FINDINGS), judgements=report(drift).judgements[1:])
    target = drift.with_name("copy.xlsx")
    annotate(drift, target, told, Wishes(uncovered=True))

    found = cells(target, "Drift")
    assert [place for place, cell in found.items() if cell.fill.patternType == "lightUp"] == [
        "B5",
        "B6",
        "B7",
        "B8",
    ]
    annotate(drift, target, told)
    assert not [place for place, cell in cells(target, "Drift").items() if cell.fill.patternType == "lightUp"]


def test_time_and_the_earlier_answers_stand_on_the_review_sheet(drift: Path) -> None:
    target = annotated_as(drift, TIMED)

    assert [told(target, name)[0] for name in ("status", "comment", "signature")] == [
        "förklarad",
        "Omföring",
        "EL",
    ]
    assert "2024-05-08" in texts(target)
    assert "mars.xlsx" in texts(target)


def test_each_marked_cell_leads_to_its_row_and_back(drift: Path) -> None:
    total = finding("Drift!C8")
    target, _ = annotated(drift, [total], causes=[cause("Drift!C7", total)])

    review = opened(target)["Granskning"]
    marked = cells(target, "Drift")
    for row, place in ((HEAD + 1, "C7"), (HEAD + 2, "C8")):
        assert review[f"{LETTERS['cell']}{row}"].hyperlink.location == f"Drift!{place}"
        assert marked[place].hyperlink.location == f"Granskning!A{row}"
        assert marked[place].hyperlink.tooltip == "Till bladet Granskning"


def test_tints_stay_apart_from_what_looks_the_same_in_the_workbook(tmp_path: Path) -> None:
    source = coloured_workbook(tmp_path / "april.xlsx")
    own = {fill(cell) for cell in cells(source, "Drift").values()}
    target, _ = annotated(source, FINDINGS)

    assert not {fill(cells(target, "Drift")[place]) for place in ("C8", "D6", "H30")} & own


def test_libreoffice_opens_the_copy_on_the_review_sheet(
    drift: Path, office: Callable[..., list[Path]]
) -> None:
    target, _ = annotated(drift, FINDINGS)

    [shown] = office("csv:Text - txt - csv (StarCalc):44,34,76", target)
    with shown.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))

    assert rows[0][0] == "Granskning av april.xlsx"
    assert [row[3] for row in rows if row[2] == "F101"] == ["Drift!C8", "Drift!D6", "Drift!D6", "Drift!H30"]


def test_libreoffice_reads_values_tints_and_notes(drift: Path, office: Callable[..., list[Path]]) -> None:
    target, _ = annotated(drift, FINDINGS)

    [saved] = office("xlsx", target)
    resaved = cells(saved, "Drift")

    assert resaved["C8"].value == "=SUM(C5:C7)"
    assert {address: fill(resaved[address]) for address in ("C8", "D6", "H30", "D7")} == {
        "C8": f"FF{TINTS[Severity.ERROR]}",
        "D6": f"FF{TINTS[Severity.WARNING]}",
        "H30": f"FF{TINTS[Severity.NOTE]}",
        "D7": "",
    }
    assert {address for address, cell in resaved.items() if cell.comment} == {"C8", "D6", "H30"}
