"""Bars of budget, outcome and forecast: one scale, zero where it belongs, nothing outside the drawing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from syditval.messages import texts
from syditval.model.amounts import Figure, FigureState
from syditval.model.table import ColumnType, Table
from syditval.reports.html_bars import Chart, chart_of
from tests.reports.example_reports import budget, investment
from tests.reports.example_sums import summing

WORDS = texts("sv")
AMOUNTS = st.decimals(-(10**12), 10**12, places=2)


def chart(table: Table) -> Chart:
    """The chart of a table that has one."""
    made = chart_of(table, WORDS)
    assert made is not None
    return made


def with_figures(table: Table, *figures: Figure) -> Table:
    """The table with some of its figures changed."""
    changed = {(figure.cell.row, figure.cell.column) for figure in figures}
    kept = {
        key: each for key, each in table.figures.items() if (each.cell.row, each.cell.column) not in changed
    }
    roles = {column.column: column.role for column in table.columns}
    return replace(
        table, figures={**kept, **{(each.cell.row, roles[each.cell.column]): each for each in figures}}
    )


def test_every_line_but_the_total_has_a_bar_for_each_of_the_three() -> None:
    made = chart(budget())

    assert dict(made.series) == {"budget": "Budget", "actual": "Utfall 240430", "forecast": "Årsprognos"}
    assert [line.label for line in made.lines] == [row.label for row in budget().rows[:-1]]
    assert {tuple(bar.series for bar in line.bars) for line in made.lines} == {
        ("budget", "actual", "forecast")
    }


def test_what_is_booked_stands_for_the_outcome() -> None:
    assert chart(investment()).series["actual"] == "BOKFÖR T t.o.m. 240430"


def test_negative_amounts_lie_to_the_left_of_zero_and_others_to_the_right() -> None:
    made = chart(budget())
    revenue, staff = made.lines[0].bars[0], made.lines[1].bars[0]

    assert (revenue.amount, revenue.left + revenue.width, revenue.end) == (
        "-43\N{NO-BREAK SPACE}306", made.zero, revenue.left
    )  # fmt: skip
    assert (staff.left, staff.end) == (made.zero, made.zero + staff.width)
    assert (revenue.is_negative, staff.is_negative) == (True, False)


def test_without_negative_amounts_the_axis_stands_at_the_left_edge() -> None:
    assert chart(investment()).zero == 0


def test_an_amount_that_cannot_be_read_has_no_bar_and_says_so_and_a_blank_one_says_nothing() -> None:
    table = investment()
    first, second = (table.figure(table.rows[0], role) for role in ("budget", "booked"))
    made = chart(
        with_figures(
            table, Figure(first.cell, FigureState.ERROR_VALUE), Figure(second.cell, FigureState.BLANK)
        )
    )

    assert [(bar.amount, bar.width) for bar in made.lines[0].bars[:2]] == [("kan inte läsas", 0), ("", 0)]


def test_a_line_without_a_label_is_called_by_its_row() -> None:
    table = investment()
    rows = (replace(table.rows[0], label=" "), *table.rows[1:])

    assert chart(replace(table, rows=rows)).lines[0].label == "rad 5"


def test_a_table_without_two_such_columns_of_amounts_has_no_chart() -> None:
    table = budget()
    columns = tuple(replace(column, type=ColumnType.TEXT) for column in table.columns)
    one = tuple(column for column in table.columns if column.role not in ("actual", "forecast"))

    assert chart_of(replace(table, columns=columns), WORDS) is None
    assert chart_of(replace(table, columns=one), WORDS) is None
    assert all(chart_of(each, WORDS) is None for each in summing("sv").tables)


def test_a_table_of_noughts_has_no_chart() -> None:
    table = investment()
    noughts = [replace(figure, value=Decimal(0)) for figure in table.figures.values()]

    assert chart_of(with_figures(table, *noughts), WORDS) is None


@given(st.lists(AMOUNTS.filter(bool), min_size=2, max_size=10))
def test_all_bars_lie_inside_the_drawing_in_the_order_of_their_amounts(
    amounts: list[Decimal],
) -> None:
    table = investment()
    places = [table.figure(row, role) for row in table.rows[:-1] for role in ("budget", "booked", "forecast")]
    blank = [replace(each, state=FigureState.BLANK, value=None) for each in places]
    figures = [replace(each, value=amount) for each, amount in zip(places, amounts, strict=False)]
    made = chart(with_figures(table, *blank, *figures))

    bars = [bar for line in made.lines for bar in line.bars if bar.amount]
    assert all(0 <= bar.left <= bar.left + bar.width <= 100 for bar in bars)
    assert all(bar.is_negative is bar.amount.startswith("-") for bar in bars if bar.width)
    ends = [end for _, end in sorted(zip(amounts, (bar.end for bar in bars), strict=True))]
    assert ends == sorted(ends)
