"""Ranges as arguments: sums of what is there, with the reason where something stands in the way."""

from __future__ import annotations

import pytest

from syditval.formulas import spreads
from syditval.formulas.book import Spot
from syditval.formulas.results import Amount, Failure, NotEvaluated
from syditval.formulas.spreads import Spread
from syditval.formulas.tree import Why
from syditval.model.cells import Area
from tests.formulas.evaluated import book_of

SHEET = """
# Sheet1
! hidden rows 4
1 | =SUM(A1:A2) -> 3  | #N/A
2 | text              | =SUBTOTAL(9,A1:A2) -> 3
3 | -8                | 4
5 |                   | =SUBTOTAL(9,C2:C3)+1 -> 5
"""


def spread(area: Area) -> Spread:
    (formulas,) = book_of(SHEET).sheets
    return Spread(Spot(formulas, area))


def column(number: int, top: int = 1, bottom: int = 4) -> Spread:
    return spread(Area(top, number, bottom, number))


def test_a_sum_with_the_size_and_the_count() -> None:
    result = column(2).sum()

    assert not isinstance(result, Failure)
    amount, count = result
    assert (amount.value, amount.size, count) == (-5, 11, 2)
    assert column(3).sum() == Failure("#N/A")


def test_numbers_one_by_one() -> None:
    assert column(1).numbers() == [1, 2, 3, 5]
    assert column(3).numbers() == Failure("#N/A")


def test_a_subtotal_passes_over_other_subtotals_and_hidden_rows() -> None:
    assert column(3, 2, 3).subtotal(shown_only=False) == Amount(4, 7)
    shown = column(1).subtotal(shown_only=True)
    assert isinstance(shown, Amount)
    assert shown.value == 6
    assert column(3, 1, 2).subtotal(shown_only=True) == Failure("#N/A")


def test_one_that_is_not_certain_is_none() -> None:
    with pytest.raises(NotEvaluated) as hidden:
        column(1).subtotal(shown_only=False)
    assert hidden.value.why is Why.HIDDEN_ROWS
    # A subtotal with something added to it: programs need not agree whether it is passed over.
    with pytest.raises(NotEvaluated) as nested:
        column(3, 2, 4).subtotal(shown_only=True)
    assert nested.value.about == "SUBTOTAL"


def test_one_cell_has_a_value_and_several_have_none() -> None:
    assert column(2, 2, 2).only == "text"
    assert column(2, 9, 9).only is None
    with pytest.raises(NotEvaluated):
        _ = column(2).only


def test_no_more_work_is_done_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreads, "MOST_LOOKS", 7)
    all_of_it = column(1)
    all_of_it.numbers()

    with pytest.raises(NotEvaluated) as reason:
        all_of_it.numbers()
    assert reason.value.why is Why.TOO_MUCH
