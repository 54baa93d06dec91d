"""Blank and nil count as nothing; what cannot be read has no amount at all, never a zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.model.amounts import KRONOR, POWERS, READABLE, Figure, FigureState, Unit
from syditval.model.cells import CellRef

C14 = CellRef("Drift", 14, 3)


def test_every_unit_that_is_stated_is_worth_so_many_kronor() -> None:
    assert KRONOR == {"kr": 1, "tkr": 1_000, "mkr": 1_000_000, "mdkr": 1_000_000_000}
    assert POWERS.keys() == set(Unit) - {Unit.UNSTATED}


def test_an_amount_is_its_value() -> None:
    assert Figure(C14, FigureState.AMOUNT, Decimal("-89")).amount == -89


@pytest.mark.parametrize("state", [FigureState.BLANK, FigureState.NIL])
def test_nothing_counts_as_zero_and_is_kept_apart_from_a_written_one(state: FigureState) -> None:
    nothing = Figure(C14, state)

    assert nothing.readable
    assert nothing.amount == 0
    assert nothing.value is None
    assert nothing != Figure(C14, FigureState.AMOUNT, Decimal(0))


@pytest.mark.parametrize("state", sorted(set(FigureState) - READABLE))
def test_what_cannot_be_read_has_no_amount(state: FigureState) -> None:
    figure = Figure(C14, state)

    assert not figure.readable
    with pytest.raises(ValueError, match=f"Drift!C14 holds no readable amount: {state}"):
        _ = figure.amount
