"""Generated tables are clean, and printed as their recipe says."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from syditval.arithmetic import NEAREST
from syditval.checks import check_tables
from syditval.kinds import load_kinds
from syditval.recognition import recognise
from tests.diagnosis.generated_tables import (
    BUDGET,
    INVESTMENT,
    KRONOR,
    LIVE,
    PERCENT,
    ROUNDED,
    TOTAL,
    TYPED,
    WHOLE_TKR,
    Printed,
    Recipe,
    generated,
)

KINDS = load_kinds()
LINES = 12
RECIPES = [
    Recipe(kind, LINES, figures, totals)
    for kind, figures, totals in product((BUDGET, INVESTMENT), (WHOLE_TKR, ROUNDED, KRONOR), (TYPED, LIVE))
]


def findings(table: Printed) -> list[str]:
    """What the checks have to say of a table."""
    tables = recognise(table.workbook(), KINDS).tables
    assert len(tables) == 1
    return [f"{each.code} {each.cell}" for each in check_tables(tables, KINDS, NEAREST).findings]


# Formulas add up what was rounded line by line, so their difference may truly be off.
CLEAN = [recipe for recipe in RECIPES if (recipe.figures, recipe.totals) != (ROUNDED, LIVE)]


@pytest.mark.parametrize("recipe", CLEAN)
def test_nothing_is_found_in_a_clean_table(recipe: Recipe) -> None:
    assert [findings(generated(recipe, seed)) for seed in range(3)] == [[]] * 3


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_same_seed_gives_the_same_table_and_another_seed_another(recipe: Recipe) -> None:
    assert generated(recipe, 1) == generated(recipe, 1)
    assert generated(recipe, 1).figures != generated(recipe, 2).figures


def test_no_two_lines_of_the_longest_tables_are_called_the_same() -> None:
    labels = [generated(Recipe(kind, 300), 1).labels for kind in (BUDGET, INVESTMENT)]

    assert [len(set(each)) for each in labels] == [300, 300]


def test_rounded_lines_do_not_always_add_up_and_others_do() -> None:
    gaps = {
        figures: gap(generated(Recipe(BUDGET, 100, figures), 1)) for figures in (WHOLE_TKR, ROUNDED, KRONOR)
    }

    assert gaps[WHOLE_TKR] == gaps[KRONOR] == 0 != gaps[ROUNDED]


def gap(table: Printed) -> Decimal:
    """By how much the lines of the outcome miss their total."""
    lines = sum((table.number((line, "actual")) or Decimal(0) for line in table.lines), Decimal(0))
    return lines - (table.number((TOTAL, "actual")) or Decimal(0))


def test_a_live_total_is_a_formula_that_follows_its_lines() -> None:
    table = generated(Recipe(INVESTMENT, 4, totals=LIVE), 1)
    before, booked = table.number((TOTAL, "booked")), table.number((0, "booked"))
    changed = table.with_figures({(0, "booked"): (booked or 0) + Decimal(100)})

    assert "=SUM(C5:C8) ->" in table.text()
    assert "=C9/B9*100 ->" in table.text()
    assert changed.number((TOTAL, "booked")) == (before or 0) + 100
    assert changed.number((TOTAL, PERCENT)) != table.number((TOTAL, PERCENT))


def test_a_formula_can_leave_out_a_line_or_count_it_twice() -> None:
    table = generated(Recipe(BUDGET, 4, totals=LIVE), 1)

    assert "=SUM(B5:B6,B8:B8)" in table.with_formulas({"budget": (0, 1, 3)}).text()
    assert "=SUM(B5:B6,B6:B8)" in table.with_formulas({"budget": (0, 1, 1, 2, 3)}).text()


def test_a_formula_that_is_typed_over_is_none_any_more() -> None:
    table = generated(Recipe(BUDGET, 4, totals=LIVE), 1).with_figures({(TOTAL, "budget"): Decimal(7)})

    assert table.live.keys() == {"actual", "forecast", "variance"}
    assert table.figures[TOTAL, "budget"] == 7


def test_every_cell_is_found_again_by_its_address() -> None:
    table = generated(Recipe(INVESTMENT, 4), 1)

    assert [table.place(table.cell(place)) for place in table.figures] == list(table.figures)
    assert table.cell((0, "budget")).a1 == "B5"
    assert table.cell((TOTAL, "variance")).a1 == "G9"


def test_lines_can_be_left_out_and_put_in_another_order() -> None:
    table = generated(Recipe(BUDGET, 3), 1)
    other = table.with_lines([2, 0])

    assert other.labels == (table.labels[2], table.labels[0])
    assert other.figures[0, "budget"] == table.figures[2, "budget"]
    assert other.figures[TOTAL, "budget"] == table.figures[TOTAL, "budget"]
