"""Marks set and taken off again: what is left is the workbook, whoever has saved the copy in between."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from syditval.annotation import CannotAnnotate, Wishes, annotate, clean, letters, without_marks
from syditval.annotation.review_columns import HEAD, LETTERS, RECORD
from syditval.annotation.review_part import REVIEW_SHEET
from syditval.model.rule import Severity
from syditval.reading import open_source, read_workbook
from tests.annotation.build import cause, drift_workbook, finding, report
from tests.annotation.hand_edited import EDITED
from tests.annotation.kitchen_sink import MADE, made
from tests.annotation.seen import cells, opened, part_names, seen, texts, values
from tests.annotation.writers import WRITERS, Writer, coloured_workbook, openpyxl_workbook

EVERYTHING = Wishes(ticks=letters(), uncovered=True)
TOTAL = finding("Drift!C8")
FINDINGS = (
    TOTAL,
    finding("Drift!D6", Severity.WARNING),
    finding("Drift!B2", Severity.NOTE),
    finding("Drift!H30", Severity.NOTE),
)
MARKED = {each.cell.a1 for each in FINDINGS if each.cell} | {"C7"}
WORKBOOKS = MADE | EDITED
# It finds no part whose name is spelled otherwise, nor formats that are not there.
CLOSED_TO_OPENPYXL = {"odd_case.xlsx", "backslashes.xlsx", "formats_gone.xlsx"}
# What a copy may hold more of than the workbook: styles are added to, and some workbooks have none.
STYLES = {"xl/styles.xml"}


def marked(source: Path, wishes: Wishes = EVERYTHING) -> Path:
    """The copy of a workbook with all sorts of marks on its sheet Drift."""
    target = source.with_name(f"{source.stem}.granskad{source.suffix}")
    told = report(source, FINDINGS, causes=[cause("Drift!C7", TOTAL)])
    assert annotate(source, target, told, wishes).alone is None
    return target


def cleaned(copy: Path) -> Path:
    """A copy without its marks."""
    source, target = open_source(copy), copy.with_name(f"rensad{copy.suffix}")
    assert clean(source.content, read_workbook(source), target).path == target
    return target


def saved_by_openpyxl(path: Path) -> Path:
    """A workbook loaded and saved again by openpyxl."""
    target = path.with_name(f"saved-{path.name}")
    opened(path).save(target)
    return target


@pytest.fixture
def drift(tmp_path: Path) -> Path:
    return drift_workbook(tmp_path / "april.xlsx")


@pytest.fixture(params=WRITERS, ids=lambda writer: writer.__name__)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Workbooks of several writers, each with a sheet Drift."""
    path: Path = request.param(tmp_path / "april.xlsx")
    return path


class TestCopyAsItWasWritten:
    def test_every_cell_is_what_it_was_and_no_part_is_left(self, source: Path) -> None:
        copy = marked(source)
        assert seen(copy) != seen(source)

        back = cleaned(copy)

        assert seen(back) == seen(source)
        assert part_names(back) == part_names(source)
        assert "syditval" not in texts(back)

    @pytest.mark.parametrize("name", WORKBOOKS)
    def test_whatever_the_workbook_holds(self, name: str, tmp_path: Path) -> None:
        """Notes, links, pictures, charts and buttons of its own; prefixes, encodings, lines without cells."""
        source = WORKBOOKS[name](tmp_path / name)

        back = cleaned(marked(source))

        assert read_workbook(open_source(back)).sheets == read_workbook(open_source(source)).sheets
        assert name in CLOSED_TO_OPENPYXL or seen(back) == seen(source)
        assert part_names(back) - STYLES == part_names(source) - STYLES

    def test_a_copy_without_marks_loses_its_review_sheet(self, drift: Path) -> None:
        assert seen(cleaned(marked(drift, Wishes(marks=False)))) == seen(drift)

    def test_parts_that_had_no_marks_stay_the_same_bytes(self, drift: Path) -> None:
        copy = open_source(marked(drift))
        done = clean(copy.content, read_workbook(copy), drift.with_name("rensad.xlsx"))

        # Not the workbook part, the relationships, the types, the styles, and the sheet with its notes.
        assert 0 < done.untouched < len(part_names(drift))

    def test_the_bytes_are_those_of_the_file(self, drift: Path) -> None:
        copy = open_source(marked(drift))

        assert without_marks(copy.content, read_workbook(copy)) == cleaned(marked(drift)).read_bytes()

    def test_marking_what_was_cleaned_marks_the_same_cells(self, source: Path) -> None:
        copy = marked(source)
        again = cleaned(copy).rename(source.with_name("april-2.xlsx"))

        both = seen(marked(again)), seen(copy)

        assert [sheet.pop(REVIEW_SHEET)["panes"] for sheet in both] == ["E5", "E5"]
        assert both[0] == both[1]


class TestCopySavedByAnotherProgram:
    def test_openpyxl(self, source: Path) -> None:
        back, plain = cleaned(saved_by_openpyxl(marked(source))), saved_by_openpyxl(source)

        assert seen(back) == seen(plain)
        assert len(part_names(back)) == len(part_names(plain))
        assert texts(back).count('ObjectType="Note"') == texts(plain).count('ObjectType="Note"')
        assert "syditval" not in texts(back)

    def test_openpyxl_with_notes_links_and_fills_beside_ours(self, tmp_path: Path) -> None:
        source = made(tmp_path / "april.xlsx", "notes", "links", "conditional_formats", "merged", "names")

        back = cleaned(saved_by_openpyxl(marked(source)))

        assert seen(back) == seen(saved_by_openpyxl(source))

    @pytest.mark.parametrize(
        "writer", [openpyxl_workbook, coloured_workbook], ids=lambda writer: writer.__name__
    )
    def test_libreoffice(self, writer: Writer, tmp_path: Path, office: Callable[..., list[Path]]) -> None:
        """It knows no patterns and mixes a colour instead, but a marked cell gets back the fill that it had."""
        source = writer(tmp_path / "april.xlsx")
        plain, saved = office("xlsx", source, marked(source))

        back = cleaned(saved)

        assert values(back) == values(plain)
        assert fills(back) == fills(plain) | {
            place: fill for place, fill in fills(source).items() if place in MARKED
        }
        assert told(back) == told(source)
        assert not {name for name in part_names(back) if "rawing" in name} - part_names(plain)
        assert not re.search("syditval tick|Granskning!", texts(back))
        # What the review sheet said may be the auditor's own words; it shared its texts with the others.
        assert "Iakttagelse eller orsak" in texts(saved)
        assert "Iakttagelse eller orsak" not in texts(back)


def fills(path: Path) -> dict[str, str]:
    """The fills of the cells of the sheet Drift; the second colour of a solid one is of no concern."""
    found = {address: cell.fill for address, cell in cells(path, "Drift").items() if cell.fill.fill_type}
    return {
        address: repr(fill.fgColor) if fill.fill_type == "solid" else repr(fill)
        for address, fill in found.items()
    }


def told(path: Path) -> dict[str, tuple[str, object]]:
    """The notes and links of all cells."""
    found = {f"{name}!{place}": cell for name in seen(path) for place, cell in cells(path, name).items()}
    return {
        place: (cell.comment.text if cell.comment else "", cell.hyperlink and cell.hyperlink.location)
        for place, cell in found.items()
        if cell.comment or cell.hyperlink
    }


class TestWhatWasChangedInBetween:
    @pytest.fixture
    def back(self, drift: Path) -> Path:
        """A copy in which a person went on working, without its marks."""
        copy = marked(drift)
        book = opened(copy)
        sheet = book["Drift"]
        sheet["C7"] = 10774
        sheet["C6"].fill = PatternFill("solid", fgColor="FF00FF00")
        sheet["C8"].fill = PatternFill("solid", fgColor="FFABCDEF")
        sheet["D5"].comment = Comment("Se verifikat 17", "Eva")
        sheet["D6"].number_format = "0.0"
        sheet["D7"].hyperlink = Hyperlink(ref="D7", location="'Läs mig'!A1")
        book.create_sheet("Egna anteckningar")["A1"] = "Ring Eva"
        book.move_sheet(REVIEW_SHEET, len(book.sheetnames))
        book.save(copy)
        return cleaned(copy)

    def test_stays(self, back: Path) -> None:
        sheet = cells(back, "Drift")

        assert sheet["C7"].value == 10774
        assert sheet["C6"].fill.fgColor.rgb == "FF00FF00"
        assert sheet["C8"].fill.fgColor.rgb == "FFABCDEF"
        assert sheet["D5"].comment.text == "Se verifikat 17"
        assert sheet["D6"].number_format == "0.0"
        assert sheet["D7"].hyperlink.location == "'Läs mig'!A1"
        assert list(seen(back)) == ["Drift", "Läs mig", "Egna anteckningar"]

    def test_and_all_marks_are_gone(self, back: Path) -> None:
        sheet = cells(back, "Drift")

        assert [address for address, cell in sheet.items() if cell.comment] == ["D5"]
        assert [address for address, cell in sheet.items() if cell.hyperlink] == ["D7"]
        assert {
            cell.fill.patternType for address, cell in sheet.items() if address in ("C7", "D6", "H30")
        } == {None}

    def test_a_tint_that_was_copied_elsewhere_goes_too(self, drift: Path) -> None:
        copy = marked(drift)
        book = opened(copy)
        book["Läs mig"]["B9"]._style = book["Drift"]["D6"]._style
        book.save(copy)

        assert cells(cleaned(copy), "Läs mig")["B9"].fill.patternType is None

    @pytest.mark.parametrize("name", ["Granskning april", "Lars's"])
    def test_links_to_a_review_sheet_that_was_given_another_name_are_gone(
        self, drift: Path, name: str
    ) -> None:
        """Spreadsheet programs leave the links as they were."""
        copy = marked(drift)
        book = opened(copy)
        book[REVIEW_SHEET].title = name
        book.save(copy)

        assert [cell.hyperlink for cell in cells(cleaned(copy), "Drift").values() if cell.hyperlink] == []

    def test_without_its_record_marks_are_known_by_their_looks(self, drift: Path) -> None:
        copy = marked(drift)
        book = opened(copy)
        for row in range(2, HEAD + 1):
            book[REVIEW_SHEET][f"{LETTERS[RECORD]}{row}"] = None
        book.save(copy)
        assert seen(copy) != seen(drift)

        back = seen(cleaned(copy))["Drift"]["cells"]

        # The fill that a marked cell had before stood in the record only.
        had = seen(saved_by_openpyxl(drift))["Drift"]["cells"]
        assert isinstance(had, dict)
        assert isinstance(back, dict)
        assert {place for place in had.keys() | back.keys() if had.get(place) != back.get(place)} == {"C8"}


class TestRefusals:
    def refusal(self, path: Path, target: Path) -> str:
        source = open_source(path)
        with pytest.raises(CannotAnnotate) as refused:
            clean(source.content, read_workbook(source), target)
        return refused.value.code

    def test_of_a_workbook_without_a_review(self, drift: Path) -> None:
        assert self.refusal(drift, drift.with_name("rensad.xlsx")) == "A013"
        assert [path.name for path in drift.parent.iterdir()] == ["april.xlsx"]

    def test_of_one_that_was_cleaned_already(self, drift: Path) -> None:
        back = cleaned(marked(drift))

        assert self.refusal(back, drift.with_name("again.xlsx")) == "A013"

    def test_of_a_review_that_stands_alone(self, drift: Path) -> None:
        """Without its review sheet there would be no sheet left."""
        told = report(drift, FINDINGS)
        legacy = replace(told, inputs=(replace(told.inputs[0], container="xls"),))
        alone = annotate(drift, drift.with_name("egen.xlsx"), legacy).path

        assert self.refusal(alone, drift.with_name("again.xlsx")) == "A013"

    def test_where_the_target_cannot_be_written(self, drift: Path) -> None:
        assert self.refusal(marked(drift), drift.parent / "nowhere" / "rensad.xlsx") == "A005"
