"""What XlsxWriter and openpyxl write is read as it was meant, value for value."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Border, Font, Side

from syditval.model.cells import Area, Cell, CellKind, Emphasis, Sheet, column_letters
from syditval.reading import Source, read_workbook

Cells = Mapping[tuple[int, int], Cell]

FORMATS = ("General", "0.00", "#,##0", "0.0%", '#,##0 "tkr"', ";;;", "#,##0;[Red]-#,##0")
# Numbers in such a format are days.
DAY = "yyyy-mm-dd"
LONGEST_NAME = 31
_examples = settings(suppress_health_check=[HealthCheck.too_slow])

# Every character that XML can hold, and for XlsxWriter also those that it must write by their numbers.
plain_texts = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\r\ufffe\uffff").filter(
        lambda character: character >= " " or character in "\t\n"
    ),
    min_size=1,
    max_size=40,
)
any_texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
# A writer that does not escape the underscore of such a text changes it itself.
no_escapes = plain_texts.filter(lambda text: "_x" not in text)
# As many digits as Excel keeps; zero has one sign.
numbers = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-20, 20),
)
days = st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31)).map(lambda day: day.replace(microsecond=0))
errors = st.sampled_from(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"])
formulas = st.sampled_from(
    ["=SUM(B1:B9)", "=A1-B$1", '=IF(A1="","",1)', "='Årets drift'!A1", "=1/0", "=A1&B1"]
)
formats = st.sampled_from(FORMATS)
places = st.tuples(st.integers(1, 40), st.integers(1, 12))
# XlsxWriter goes through every row up to the last.
far_away = st.tuples(st.integers(1, 2_000), st.integers(1, 16_384))
at_the_end = st.tuples(st.integers(1_000_000, 1_048_576), st.integers(16_000, 16_384))


def stored(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Cell]:
    """A cell without a formula."""
    return st.one_of(
        st.builds(Cell, st.just(CellKind.NUMBER), numbers, st.none(), formats),
        st.builds(Cell, st.just(CellKind.TEXT), texts, st.none(), formats),
        st.builds(Cell, st.just(CellKind.BOOLEAN), st.booleans(), st.none(), formats),
        st.builds(Cell, st.just(CellKind.DATE), days, st.none(), st.just(DAY)),
    )


calculated = st.one_of(
    st.builds(Cell, st.just(CellKind.NUMBER), numbers, formulas, formats),
    st.builds(Cell, st.just(CellKind.TEXT), plain_texts, formulas, formats),
    st.builds(Cell, st.just(CellKind.BOOLEAN), st.booleans(), formulas, formats),
    st.builds(Cell, st.just(CellKind.ERROR), errors, formulas, formats),
)
not_calculated = st.builds(Cell, st.just(CellKind.NOT_CALCULATED), st.none(), formulas, formats)


def holding(
    cell: st.SearchStrategy[Cell], elsewhere: st.SearchStrategy[tuple[int, int]]
) -> st.SearchStrategy[Cells]:
    """Cells at places of their own, some of them elsewhere."""
    return st.dictionaries(st.one_of(places, places, elsewhere), cell, max_size=25)


names = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="[]:*?/\\'\ufffe\uffff"),
    min_size=1,
    max_size=LONGEST_NAME // 2,
)
tabs = st.lists(st.tuples(names, st.sampled_from(["visible", "hidden", "veryHidden"])), max_size=4)
lines = st.frozensets(st.integers(1, 30), max_size=6)


def by_xlsxwriter(write: Callable[[xlsxwriter.Workbook], object]) -> tuple[Sheet, ...]:
    """What is read of what XlsxWriter makes of some instructions."""
    with xlsxwriter.Workbook(buffer := io.BytesIO()) as book:
        write(book)
    return read_workbook(Source("april.xlsx", buffer.getvalue(), None)).sheets


def by_openpyxl(write: Callable[[openpyxl.Workbook], object]) -> tuple[Sheet, ...]:
    """The same for openpyxl."""
    book = openpyxl.Workbook()
    write(book)
    book.save(buffer := io.BytesIO())
    return read_workbook(Source("april.xlsx", buffer.getvalue(), None)).sheets


def plain(cell: Cell) -> Any:
    """A cell's value as the writing libraries take it."""
    return float(cell.value) if isinstance(cell.value, Decimal) else cell.value


@_examples
@given(holding(st.one_of(stored(any_texts), calculated), far_away))
def test_the_cells_that_xlsxwriter_writes(cells: Cells) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for (row, column), cell in cells.items():
            style = book.add_format({"num_format": cell.number_format})
            place, value = (row - 1, column - 1), plain(cell)
            if cell.formula is not None:
                sheet.write_formula(*place, cell.formula, style, value)
            elif cell.kind is CellKind.TEXT:
                sheet.write_string(*place, value, style)
            elif cell.kind is CellKind.BOOLEAN:
                sheet.write_boolean(*place, value, style)
            elif cell.kind is CellKind.DATE:
                sheet.write_datetime(*place, value, style)
            else:
                sheet.write_number(*place, value, style)

    (sheet,) = by_xlsxwriter(write)
    assert sheet.cells == cells


@_examples
@given(holding(st.one_of(stored(no_escapes), not_calculated), at_the_end))
def test_the_cells_that_openpyxl_writes(cells: Cells) -> None:
    # What begins with an equals sign or is an error value is more than a text to openpyxl.
    assume(not any(cell.text.startswith("=") or cell.text in ERROR_CODES for cell in cells.values()))

    def write(book: openpyxl.Workbook) -> None:
        sheet: Any = book.active
        for place, cell in cells.items():
            written = sheet.cell(*place, cell.formula or plain(cell))
            written.number_format = cell.number_format

    (sheet,) = by_openpyxl(write)
    assert sheet.cells == cells


@_examples
@given(tabs)
def test_the_sheets_of_both(tabs: list[tuple[str, str]]) -> None:
    written = [("Överst", "visible"), *tabs]
    assume(len({name.casefold() for name, _ in written}) == len(written))

    def by_writer(book: xlsxwriter.Workbook) -> None:
        for name, state in written:
            sheet = book.add_worksheet(name)
            {"visible": lambda: None, "hidden": sheet.hide, "veryHidden": sheet.very_hidden}[state]()

    def by_other(book: openpyxl.Workbook) -> None:
        book.remove(book.active)
        for name, state in written:
            book.create_sheet(name).sheet_state = state

    for sheets in (by_xlsxwriter(by_writer), by_openpyxl(by_other)):
        assert [(sheet.name, sheet.state) for sheet in sheets] == written


def arranged_by_xlsxwriter(arrangement: Sheet) -> Sheet:
    """A sheet with the merged areas and hidden lines of another, written by XlsxWriter."""

    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(arrangement.name)
        for area in arrangement.merged:
            sheet.merge_range(area.a1, "")
        for row in arrangement.hidden_rows:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for column in arrangement.hidden_columns:
            sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})

    (sheet,) = by_xlsxwriter(write)
    return sheet


def arranged_by_openpyxl(arrangement: Sheet) -> Sheet:
    """The same for openpyxl, which writes the areas in any order."""

    def write(book: openpyxl.Workbook) -> None:
        sheet: Any = book.active
        sheet.title = arrangement.name
        for area in arrangement.merged:
            sheet.merge_cells(area.a1)
        for row in arrangement.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in arrangement.hidden_columns:
            sheet.column_dimensions[column_letters(column)].hidden = True

    (sheet,) = by_openpyxl(write)
    return replace(sheet, merged=tuple(sorted(sheet.merged, key=lambda area: area.top)))


# Areas one below the other, so that none overlaps another; of two cells at least, as XlsxWriter demands.
areas = st.builds(
    lambda bands: tuple(
        Area(10 * at + 1, left, 10 * at + height, left + 1) for at, left, height in sorted(bands)
    ),
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 6), st.integers(1, 4)),
        max_size=4,
        unique_by=lambda band: band[0],
    ),
)


@_examples
@given(st.builds(Sheet, st.just("Drift"), st.just({}), st.just("visible"), lines, lines, areas))
def test_what_both_merge_and_hide(arrangement: Sheet) -> None:
    assert arranged_by_xlsxwriter(arrangement) == arrangement
    assert arranged_by_openpyxl(arrangement) == arrangement


emphases = st.builds(Emphasis, st.booleans(), st.integers(0, 15), st.booleans(), st.booleans())


@_examples
@given(st.dictionaries(places, emphases, max_size=25))
def test_how_both_set_cells_apart(looks: Mapping[tuple[int, int], Emphasis]) -> None:
    def by_writer(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for (row, column), look in looks.items():
            properties = {
                "bold": look.bold,
                "indent": look.indent,
                "top": int(look.top_border),
                "bottom": int(look.bottom_border),
            }
            sheet.write_number(row - 1, column - 1, 1, book.add_format(properties))

    def by_other(book: openpyxl.Workbook) -> None:
        sheet: Any = book.active
        line = {True: Side(style="thin"), False: Side()}
        for place, look in looks.items():
            cell = sheet.cell(*place, 1)
            cell.font = Font(bold=look.bold)
            cell.alignment = Alignment(indent=look.indent)
            cell.border = Border(top=line[look.top_border], bottom=line[look.bottom_border])

    set_apart = {place: look for place, look in looks.items() if look != Emphasis()}
    for (sheet,) in (by_xlsxwriter(by_writer), by_openpyxl(by_other)):
        assert sheet.emphasis == set_apart
