"""A table is asked for its columns, rows and figures; positions lead back to them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.model.amounts import Figure, FigureState, Unit
from syditval.model.cells import Area, CellRef
from syditval.model.table import Column, ColumnType, Row, RowRole, SignConvention, Table

SHEET = "Drift 2024"
LABEL = Column("label", ColumnType.LABEL, "Post", 1)
BUDGET = Column("budget", ColumnType.AMOUNT, "Budget", 2)
VARIANCE = Column("variance", ColumnType.AMOUNT, "Avvikelse", 3)
SECTION = Row(5, RowRole.SECTION, "Intäkter", "intäkter")
LINE = Row(6, RowRole.DETAIL, "Bidrag", "intäkter/bidrag", "intäkter")
TOTAL = Row(7, RowRole.TOTAL, "Summa", "total")

TABLE = Table(
    id="budget",
    kind="budget",
    sheet=SHEET,
    area=Area(4, 1, 7, 3),
    title="Drift",
    unit=Unit.TKR,
    unit_source="kind",
    period="",
    sign=SignConvention.UNDETERMINED,
    columns=(LABEL, BUDGET, VARIANCE),
    rows=(SECTION, LINE, TOTAL),
    figures={(6, "budget"): Figure(CellRef(SHEET, 6, 2), FigureState.AMOUNT, Decimal(5))},
    undetermined=("variance",),
)


def test_its_range_is_quoted_as_excel_does() -> None:
    assert TABLE.range == "'Drift 2024'!A4:C7"


def test_columns_are_found_by_role_and_by_cell() -> None:
    assert TABLE.column("budget") == BUDGET
    assert TABLE.column("forecast") is None
    assert TABLE.column_at(CellRef(SHEET, 99, 2)) == BUDGET
    assert TABLE.column_at(CellRef(SHEET, 5, 9)) is None
    assert TABLE.column_at(CellRef("Drift", 5, 2)) is None


def test_the_label_is_no_figure_column() -> None:
    assert TABLE.figure_columns == (BUDGET, VARIANCE)


def test_undetermined_columns_are_those_of_the_undetermined_roles() -> None:
    assert TABLE.undetermined_columns == (VARIANCE,)


def test_rows_are_found_by_role_and_by_cell() -> None:
    assert TABLE.rows_with(RowRole.DETAIL, RowRole.TOTAL) == (LINE, TOTAL)
    assert TABLE.row_at(CellRef(SHEET, 6, 1)) == LINE
    assert TABLE.row_at(CellRef(SHEET, 4, 1)) is None
    assert TABLE.row_at(CellRef("Drift", 6, 1)) is None


def test_a_figure_stands_where_a_row_and_a_column_meet() -> None:
    assert TABLE.figure(LINE, "budget").amount == 5
    with pytest.raises(KeyError):
        TABLE.figure(TOTAL, "budget")


@pytest.mark.parametrize(
    ("row", "column", "is_down", "name"),
    [(6, 2, True, "Bidrag"), (6, 2, False, "Budget"), (9, 2, True, ""), (6, 9, False, ""), (1, 2, True, "")],
)
def test_a_line_is_a_row_of_what_runs_down_and_a_column_of_what_runs_along(
    row: int, column: int, is_down: bool, name: str
) -> None:
    assert TABLE.line_name(CellRef(SHEET, row, column), is_down=is_down) == name
