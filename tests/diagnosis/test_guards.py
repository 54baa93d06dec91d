"""How cells of generated tables are guarded: the shapes of specification B.8."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tests.diagnosis.generated_tables import (
    BUDGET,
    INVESTMENT,
    LIVE,
    ROUNDED,
    TOTAL,
    TYPED,
    Place,
    Printed,
    Recipe,
    generated,
)
from tests.diagnosis.guards import Guard, Guarding


def guards(table: Printed) -> Counter[Guard | None]:
    """How many cells are guarded in which way; those of formulas under None."""
    guarding = Guarding(table)
    return Counter(guarding.guard(place) for place in table.figures)


@pytest.mark.parametrize(
    ("recipe", "expected"),
    [
        (Recipe(BUDGET, 10, totals=TYPED), {Guard.ALONE: 33, Guard.COLUMN: 11}),
        (Recipe(INVESTMENT, 5, totals=TYPED), {Guard.ALONE: 36}),
        (Recipe(BUDGET, 10, totals=LIVE), {Guard.ROW: 30, Guard.NONE: 10, None: 4}),
        (Recipe(INVESTMENT, 5, totals=LIVE), {Guard.ALONE: 20, Guard.ROW: 10, None: 6}),
    ],
)
def test_the_shape_of_a_table_says_what_can_be_told_apart(
    recipe: Recipe, expected: dict[Guard | None, int]
) -> None:
    assert guards(generated(recipe, 3)) == expected


def broken(changes: dict[Place, int]) -> int:
    """How many rules of a rounded table of ten lines break when cells are off by so much."""
    table = generated(Recipe(BUDGET, 10, ROUNDED), 3)
    wrong = {place: (table.number(place) or Decimal(0)) + change for place, change in changes.items()}
    return len(Guarding(table.with_figures(wrong)).broken)


def test_a_wrong_amount_breaks_every_rule_that_it_takes_part_in() -> None:
    assert broken({}) == 0
    assert broken({(3, "budget"): 100}) == 2
    assert broken({(3, "actual"): 100}) == 1
    assert broken({(TOTAL, "variance"): 100}) == 2


def test_an_amount_that_is_off_by_little_breaks_the_rule_of_its_row_alone() -> None:
    assert broken({(3, "budget"): 3}) == 1
    assert broken({(3, "actual"): 2}) == 0


def test_an_error_that_balances_itself_breaks_no_sum() -> None:
    assert broken({(3, "actual"): 100, (4, "actual"): -100}) == 0
