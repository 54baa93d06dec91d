"""Which rows and columns of a table are shown, and what stands in its cells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.table import RowRole, Table
from syditval.reports.html_layout import MOST_FAR, Layout, laid_out, shown_figure
from tests.reports.example_pages import excerpt, months
from tests.reports.example_reports import budget

HERE = CellRef("Drift", 5, 2)


def layout(table: Table) -> Layout:
    return laid_out(table, excerpt(table))


def test_a_small_table_is_shown_whole() -> None:
    made = layout(budget())

    assert made.rows.shown({9}, set()) == [4, *range(5, 16)]
    assert made.columns.shown({3}, set()) == [1, 2, 3, 4, 5]


def test_of_a_long_one_the_headings_the_totals_and_two_rows_around_each_mark() -> None:
    made = layout(months())

    assert made.rows.shown({20}, set()) == [4, None, 18, 19, 20, 21, 22, None, 45]
    assert made.rows.shown({6, 20}, set()) == [4, 5, 6, 7, 8, None, 18, 19, 20, 21, 22, None, 45]


def test_of_a_wide_one_the_labels_and_two_columns_around_each_mark() -> None:
    assert layout(months()).columns.shown({9}, set()) == [1, None, 7, 8, 9, 10, 11]


def test_related_lines_are_shown_however_far_off_but_not_if_they_are_many() -> None:
    made = layout(months())

    assert made.rows.shown({20}, {8, 20}) == [4, None, 8, None, 18, 19, 20, 21, 22, None, 45]
    assert made.rows.shown({20}, set(range(5, 45))) == made.rows.shown({20}, set())


def test_totals_are_not_all_shown_if_they_are_many() -> None:
    table = months()
    rows = tuple(replace(row, role=RowRole.TOTAL) if row.number % 3 == 0 else row for row in table.rows)
    assert len([row for row in rows if row.role is RowRole.TOTAL]) > MOST_FAR

    assert layout(replace(table, rows=rows)).rows.shown({20}, set()) == [4, None, 18, 19, 20, 21, 22]


def test_only_rows_of_the_excerpt_are_shown() -> None:
    table = months()
    whole = excerpt(table)
    part = replace(whole, rows=tuple(row for row in whole.rows if row not in range(7, 19)))

    assert laid_out(table, part).rows.shown({20}, set()) == [4, None, 19, 20, 21, 22, None, 45]


def test_cells_hold_figures_the_swedish_way_and_texts_as_they_are() -> None:
    made = layout(budget())

    assert [made.text(4, column) for column in range(1, 6)] == [
        "",
        "Budget",
        "Utfall 240430",
        "Årsprognos",
        "Avvikelse",
    ]
    assert [made.text(5, column) for column in range(1, 4)] == [
        "Intäkter",
        "-43\N{NO-BREAK SPACE}306",
        "-14\N{NO-BREAK SPACE}286",
    ]
    assert made.text(7, 5) == ""


def test_without_an_excerpt_a_table_has_its_figures_alone() -> None:
    made = laid_out(budget(), None)

    assert made.rows.shown({9}, set()) == list(range(5, 16))
    assert (made.text(5, 1), made.text(8, 2)) == ("", "1\N{NO-BREAK SPACE}100")


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure(HERE, FigureState.AMOUNT, Decimal("1234.50"), written="1234,5"), "1\N{NO-BREAK SPACE}234,5"),
        (Figure(HERE, FigureState.NIL, written="-"), "-"),
        (Figure(HERE, FigureState.BLANK), ""),
        (Figure(HERE, FigureState.UNREADABLE, written="ca 400"), "ca 400"),
        (Figure(HERE, FigureState.ERROR_VALUE, written="#REF!", formula="=B1"), "#REF!"),
        (Figure(HERE, FigureState.NOT_CALCULATED, formula="=B1+B2"), "=B1+B2"),
    ],
)  # fmt: skip
def test_a_figure_shows_its_value_or_what_stands_there(figure: Figure, shown: str) -> None:
    assert shown_figure(figure) == shown
