"""Whether a formula stands over the very cells of a relation, and over no others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from syditval.checks.formula_cells import backs
from syditval.model.amounts import Figure, FigureState
from syditval.model.cells import CellRef
from syditval.model.relation import Form, Relation, Term


def figure(row: int, column: int, formula: str | None = None) -> Figure:
    return Figure(CellRef("Drift", row, column), FigureState.AMOUNT, Decimal(1), formula=formula)


def total(formula: str | None, *rows: int) -> Relation:
    """A total in B10 of some rows of column B."""
    terms = tuple(Term(1, figure(row, 2)) for row in rows)
    return Relation("F101", Form.SUM, "budget", figure(10, 2, formula), terms)


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM(B5:B7)",
        "=SUM($B$5:$B$7)",
        "=sum(b5:b7)",
        "=B5+B6+B7",
        "=SUM(B5,B6:B7)",
        "=SUBTOTAL(9,B5:B7)",
        "=ROUND(SUM(B5:B7),0)",
        "=B5+B6+B7+0*B5",
    ],
)
def test_a_formula_over_these_very_cells(formula: str) -> None:
    assert backs(total(formula, 5, 6, 7))


@pytest.mark.parametrize(
    "formula",
    [
        None,
        "=SUM(B5:B6)",
        "=SUM(B5:B8)",
        "=SUM(C5:C7)",
        "=SUM(B5:B7)+Drift2!B8",
        "=SUM(Data!B5:B7)",
        "=SUM([1]Blad1!B5:B7)",
        "=SUM(Lines[Budget])",
        "=SUM(B:B)",
        "=LOG10(B5)+B6+B7+B8",
        "=12",
        "=TABLE()",
    ],
)
def test_a_formula_over_other_cells(formula: str | None) -> None:
    assert not backs(total(formula, 5, 6, 7))


def test_a_name_that_contains_an_address_is_no_address() -> None:
    assert backs(total("=SUM(B5:B7)*RATE_B8", 5, 6, 7))
    assert not backs(total("=XB5+B6+B7", 5, 6, 7))


def test_a_range_over_the_whole_sheet_is_not_counted_out() -> None:
    assert not backs(total("=SUM(A1:XFD1048576)", 5, 6, 7))


def test_a_row_is_computed_from_its_two_columns() -> None:
    difference = Relation.difference("V101", "budget", figure(5, 5, "=B5-D5"), figure(5, 2), figure(5, 4))

    assert backs(difference)
    assert not backs(replace(difference, target=figure(5, 5, "=B5-C5")))


def test_letters_of_far_columns_are_counted_right() -> None:
    far = Relation.difference("V101", "budget", figure(5, 5, "=AB5-XFD5"), figure(5, 28), figure(5, 16384))

    assert backs(far)


def held(*rows: int) -> set[CellRef]:
    """The cells of column B that hold a figure."""
    return {figure(row, 2).cell for row in rows}


class TestARelationThatLeavesOutBlankCells:
    """Its formula may take these up, as a range does."""

    def test_a_range_over_a_blank_cell_is_one_over_the_others(self) -> None:
        assert backs(total("=SUM(B5:B7)", 5, 7), held(5, 7, 10))
        assert not backs(total("=SUM(B5:B7)", 5, 7))

    def test_a_range_over_another_figure_is_not(self) -> None:
        assert not backs(total("=SUM(B5:B7)", 5, 7), held(5, 6, 7))

    def test_a_figure_that_is_not_referred_to_is_missing(self) -> None:
        assert not backs(total("=SUM(B5:B6)", 5, 7), held(5, 7))

    def test_a_long_range_of_blanks_is_taken_up_but_no_whole_column(self) -> None:
        assert backs(total("=SUM(B5:B9000)", 5, 7), held(5, 7))
        assert not backs(total("=SUM(B1:B1048576)", 5, 7), held(5, 7))
