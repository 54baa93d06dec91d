"""Addresses are written as Excel writes them, and a cell keeps what is stored apart from what it means."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from syditval.model.cells import (
    Area,
    Cell,
    CellKind,
    CellRef,
    Counts,
    Sheet,
    Workbook,
    column_letters,
    column_number,
    quoted_sheet,
)

LAST_COLUMN = 16384


class TestColumnLetters:
    @pytest.mark.parametrize(
        ("column", "letters"),
        [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (LAST_COLUMN, "XFD")],
    )
    def test_count_without_a_zero(self, column: int, letters: str) -> None:
        assert column_letters(column) == letters

    @given(st.integers(1, LAST_COLUMN))
    def test_are_those_of_an_independent_writer(self, column: int) -> None:
        assert column_letters(column) == xl_col_to_name(column - 1)

    @given(st.integers(1, LAST_COLUMN))
    def test_lead_back_to_the_number_in_any_case(self, column: int) -> None:
        assert column_number(xl_col_to_name(column - 1)) == column
        assert column_number(xl_col_to_name(column - 1).lower()) == column


class TestQuotedSheet:
    @pytest.mark.parametrize("name", ["Drift", "Övrigt", "_x", "Blad.1", "Budget_2024", "Utfall2404"])
    def test_plain_names_stand_as_they_are(self, name: str) -> None:
        assert quoted_sheet(name) == name

    @pytest.mark.parametrize(
        ("name", "quoted"),
        [
            ("Drift 2024", "'Drift 2024'"),
            ("2024", "'2024'"),
            (".x", "'.x'"),
            ("Drift-IT", "'Drift-IT'"),
            ("Per's", "'Per''s'"),
            ("A1", "'A1'"),
            ("kst117", "'kst117'"),
            ("R", "'R'"),
            ("c", "'c'"),
            ("rc", "'rc'"),
            ("R1C1", "'R1C1'"),
            ("R12 kvar", "'R12 kvar'"),
            ("C2x", "'C2x'"),
        ],
    )
    def test_names_that_could_be_something_else_are_quoted(self, name: str, quoted: str) -> None:
        assert quoted_sheet(name) == quoted

    @given(st.text("aAbBcCrR019_. '-åÖ", min_size=1, max_size=8).filter(lambda name: name[0] != "'"))
    def test_no_quotes_are_missing_that_an_independent_writer_sets(self, name: str) -> None:
        assert quoted_sheet(name) in {quote_sheetname(name), "'" + name.replace("'", "''") + "'"}


class TestCellRef:
    def test_an_address_names_its_sheet(self) -> None:
        assert CellRef("Drift 2024", 14, 3).address == "'Drift 2024'!C14"
        assert CellRef("Drift", 14, 3).a1 == "C14"

    def test_references_sort_by_sheet_then_row_then_column(self) -> None:
        cells = [CellRef("B", 1, 1), CellRef("A", 10, 1), CellRef("A", 2, 27), CellRef("A", 2, 3)]

        assert [cell.address for cell in sorted(cells)] == ["A!C2", "A!AA2", "A!A10", "B!A1"]


class TestArea:
    AREA = Area(top=4, left=1, bottom=15, right=5)

    def test_is_written_from_corner_to_corner(self) -> None:
        assert self.AREA.a1 == "A4:E15"

    @pytest.mark.parametrize(("row", "column"), [(4, 1), (15, 5), (9, 3)])
    def test_holds_its_corners_and_all_between(self, row: int, column: int) -> None:
        assert self.AREA.holds(row, column)

    @pytest.mark.parametrize(("row", "column"), [(3, 1), (16, 5), (4, 6), (15, 0)])
    def test_holds_nothing_beside(self, row: int, column: int) -> None:
        assert not self.AREA.holds(row, column)


class TestCell:
    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            (Cell(CellKind.TEXT, "Summa"), "Summa"),
            (Cell(CellKind.DATE, datetime(2024, 4, 30, 12)), "2024-04-30"),
            (Cell(CellKind.NUMBER, Decimal(12)), ""),
            (Cell(CellKind.BOOLEAN, True), ""),
            (Cell(CellKind.ERROR, "#DIV/0!"), ""),
            (Cell(CellKind.NOT_CALCULATED, None, "=A1"), ""),
        ],
    )
    def test_only_texts_and_dates_have_a_text(self, cell: Cell, text: str) -> None:
        assert cell.text == text


class TestWorkbook:
    def test_counts_what_all_its_sheets_hold(self) -> None:
        text, number = Cell(CellKind.TEXT, "x"), Cell(CellKind.NUMBER, Decimal(1))
        date, formula = Cell(CellKind.DATE, datetime(2024, 4, 30)), Cell(CellKind.NUMBER, Decimal(1), "=1")
        one = Sheet("A", {(1, 1): text, (1, 2): date, (7, 1): formula})
        other = Sheet("B", {(1, 1): text, (2, 1): number})

        assert Workbook("x.xlsx", "", 1, (one, other, Sheet("C", {}))).counts == Counts(
            rows=4, cells=5, numbers=3, formulas=1
        )

    def test_a_sheet_gives_references_into_itself(self) -> None:
        assert Sheet("Drift", {}).ref(2, 3) == CellRef("Drift", 2, 3)
