"""What a month's tables come to: in kr, by kind, and nothing made up where something cannot be read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.model.amounts import FigureState, Unit
from syditval.model.table import RowRole, SignConvention, Table
from syditval.web.screens.totals import MonthTotals, totals_of
from tests.reports.example_reports import budget, investment
from tests.web.screens.example_screens import APRIL, FINDINGS, amounts


def the_only(*tables: Table) -> MonthTotals:
    (totals,) = totals_of(APRIL, tables, ())
    return totals


def unreadable(table: Table, row: int, role: str) -> Table:
    """The table with one figure that cannot be read."""
    figure = replace(table.figures[row, role], state=FigureState.UNREADABLE, value=None)
    return replace(table, figures={**table.figures, (row, role): figure})


def test_the_total_and_the_costs_of_the_seed() -> None:
    totals = the_only(budget())

    assert (totals.period, totals.kind, totals.title, totals.tables) == (
        APRIL.period, "budget", "Ekonomiskt resultat", 1
    )  # fmt: skip
    assert totals.total == amounts(0, -89, 1200)
    assert totals.costs == amounts(43_306, 14_197, 44_906)
    assert totals.is_balanced


def test_what_is_booked_is_the_outcome_of_investments_which_have_no_revenue() -> None:
    totals = the_only(investment())

    assert (totals.total, totals.costs, totals.is_balanced) == (amounts(11_334, 2519, 11_334), None, None)


def test_costs_are_above_zero_where_they_are_written_below_it() -> None:
    table = budget()
    turned = {
        place: replace(figure, value=-figure.value if figure.value else figure.value)
        for place, figure in table.figures.items()
    }
    totals = the_only(replace(table, figures=turned, sign=SignConvention.REVENUE_POSITIVE))

    assert totals.costs == amounts(43_306, 14_197, 44_906)
    assert totals.total == amounts(0, 89, -1200)


@pytest.mark.parametrize("sign", [SignConvention.UNSIGNED, SignConvention.UNDETERMINED])
def test_without_signs_nobody_can_tell_costs_from_revenue(sign: SignConvention) -> None:
    totals = the_only(replace(budget(), sign=sign))

    assert (totals.costs, totals.is_balanced) == (None, None)


@pytest.mark.parametrize(
    ("unit", "kronor"),
    [(Unit.KR, "-89"), (Unit.TKR, "-89000"), (Unit.MKR, "-89000000"), (Unit.MDKR, "-89000000000")],
)
def test_every_unit_is_told_in_kronor(unit: Unit, kronor: str) -> None:
    assert the_only(replace(budget(), unit=unit)).total.outcome == Decimal(kronor)


def test_amounts_of_no_unit_are_not_told() -> None:
    assert totals_of(APRIL, [replace(budget(), unit=Unit.UNSTATED)], ()) == ()


def test_a_table_without_an_outcome_is_not_told() -> None:
    table = budget()
    columns = tuple(column for column in table.columns if column.role != "actual")

    assert totals_of(APRIL, [replace(table, columns=columns)], ()) == ()


def test_a_column_that_is_not_there_has_no_amount() -> None:
    table = budget()
    columns = tuple(column for column in table.columns if column.role != "forecast")

    assert the_only(replace(table, columns=columns)).total == amounts(0, -89, None)


def test_a_line_that_cannot_be_read_leaves_the_total_and_takes_the_costs_of_its_column() -> None:
    table = budget()
    totals = the_only(unreadable(table, table.rows[1].number, "actual"))

    assert totals.total == amounts(0, -89, 1200)
    assert totals.costs == amounts(43_306, None, 44_906)


def test_a_total_that_cannot_be_read_is_not_made_up() -> None:
    table = budget()
    totals = the_only(unreadable(table, table.rows[-1].number, "budget"))

    assert totals.total == amounts(None, -89, 1200)
    assert totals.is_balanced is None


def test_without_a_row_for_it_the_total_is_that_of_the_lines_as_they_count() -> None:
    table = budget()
    lines = table.rows_with(RowRole.DETAIL)
    plain = replace(table, rows=lines)

    assert the_only(plain).total == amounts(0, -89, 1200)
    assert the_only(replace(plain, total_weights={lines[1].number: 0})).total == amounts(
        -12_106, -89 - 3463, 1200 - 10_906
    )


def test_a_line_that_the_total_leaves_out_is_no_cost() -> None:
    table = budget()
    left_out = replace(table, total_weights={table.rows[1].number: 0})

    assert the_only(left_out).costs == amounts(43_306 - 12_106, 14_197 - 3463, 44_906 - 10_906)


@pytest.mark.parametrize(
    ("total", "costs", "is_balanced"),
    [(0, 100, True), (4, 100, True), (-4, 100, True), (5, 100, False), (-5, 100, False), (0, 0, False)],
)
def test_a_result_is_less_than_a_twentieth_of_the_costs(total: int, costs: int, is_balanced: bool) -> None:
    made = MonthTotals(APRIL.period, "budget", "", 1, amounts(total, 0, 0), amounts(costs, 0, 0))

    assert made.is_balanced is is_balanced


def test_the_first_table_of_each_kind_is_told_and_how_many_there_are() -> None:
    second = replace(budget(), id="budget-2", title="Per nämnd")
    first, other = totals_of(APRIL, [budget(), investment(), second], ())

    assert [(each.kind, each.title, each.tables) for each in (first, other)] == [
        ("budget", "Ekonomiskt resultat", 2),
        ("investment", "Investeringsredovisning", 1),
    ]


def test_a_table_without_a_title_is_called_by_its_sheet() -> None:
    assert the_only(replace(budget(), title="")).title == "Drift"


def test_an_entry_without_tables_comes_to_nothing() -> None:
    assert totals_of(APRIL, [], ()) == ()


def test_the_findings_of_a_kind_are_those_of_all_its_tables_that_count() -> None:
    second = replace(budget(), id="budget-2", unit=Unit.UNSTATED)
    there = replace(FINDINGS[0], table="budget-2")
    elsewhere = [replace(FINDINGS[0], table=table) for table in ("", "gone")]
    first, other = totals_of(APRIL, [budget(), second, investment()], [*FINDINGS, there, *elsewhere])

    assert (first.tables, first.found, other.found) == (1, {"error": 3, "warning": 1}, {})
