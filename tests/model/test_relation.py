"""A relation says what its target should be of its terms."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import Form, Relation, Term


def figure(a1_column: int, value: int) -> Figure:
    return Figure(CellRef("Drift", 5, a1_column), FigureState.AMOUNT, Decimal(value))


BUDGET, FORECAST, VARIANCE = figure(2, 100), figure(4, 120), figure(5, -20)


def test_a_difference_takes_the_first_less_the_second() -> None:
    relation = Relation.difference("V101", "budget", VARIANCE, BUDGET, FORECAST)

    assert relation.form is Form.DIFFERENCE
    assert [(term.weight, term.figure) for term in relation.terms] == [(1, BUDGET), (-1, FORECAST)]


def test_a_ratio_takes_the_first_in_per_cent_of_the_second() -> None:
    relation = Relation.ratio("V103", "investment", VARIANCE, BUDGET, FORECAST)

    assert relation.form is Form.RATIO
    assert [(term.weight, term.figure) for term in relation.terms] == [(1, BUDGET), (1, FORECAST)]


def test_the_figures_are_the_target_and_the_terms() -> None:
    relation = Relation.difference("V101", "budget", VARIANCE, BUDGET, FORECAST)

    assert relation.figures == (VARIANCE, BUDGET, FORECAST)


def test_it_runs_down_where_all_its_figures_stand_in_one_column() -> None:
    along = Relation.difference("V101", "budget", VARIANCE, BUDGET, FORECAST)
    line = Figure(CellRef("Drift", 4, 2), FigureState.AMOUNT, Decimal(100))

    assert not along.is_down
    assert Relation("F101", Form.SUM, "budget", BUDGET, (Term(1, line),)).is_down


def test_a_change_reaches_every_figure_and_nothing_else() -> None:
    relation = Relation.difference("V101", "budget", VARIANCE, BUDGET, FORECAST)

    doubled = relation.mapped(lambda each: replace(each, value=2 * each.amount))

    assert [each.amount for each in doubled.figures] == [2 * each.amount for each in relation.figures]
    assert doubled.cells == relation.cells == {VARIANCE.cell, BUDGET.cell, FORECAST.cell}
    assert [term.weight for term in doubled.terms] == [1, -1]
