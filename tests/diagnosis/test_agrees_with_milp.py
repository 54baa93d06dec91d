"""The search for wrong cells finds what a mixed-integer program finds, on tables with wrong cells at random.

What is compared are the smallest sets of cells that can be wrong. Where several cells are wrong by one
thing that happened, such as two that changed places, that counts as less than two wrong cells: the other
sets of as many are then not asked for. A manner of rounding, or a whole line that the totals lack, says
of no cell that it is wrong. Where one of these explains figures that are wrong at random there is nothing
to compare; such tables are few, and counted.

Failing relations that share no cell are explained one by one where that is possible. What explains them
only together, each part of it breaking a relation that the other mends, is then not asked for either:
that needs errors of no more than some units, and of the tables here none has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from random import Random

import pytest

from syditval.arithmetic import NEAREST
from syditval.checks import check_tables
from syditval.diagnosis.effort import Effort
from syditval.diagnosis.localise import Localisation
from syditval.diagnosis.net import Net
from syditval.diagnosis.problem import Problem
from syditval.model.cause import POLICIES, Mechanism
from syditval.model.relation import Judgement
from syditval.model.table import Table
from syditval.recognition import recognise
from tests.diagnosis import mistyped
from tests.diagnosis.generated_tables import (
    BUDGET,
    INVESTMENT,
    KRONOR,
    PERCENT,
    ROUNDED,
    TOTAL,
    WHOLE_TKR,
    Place,
    Printed,
    Recipe,
    generated,
)
from tests.diagnosis.judged import KINDS
from tests.diagnosis.milp import Support, formulations
from tests.thorough import tries

TABLES = tries(30, thorough=170)
AGREES, NOTHING_FAILS, NO_CELL, ONE_THING = "agrees", "nothing fails", "no cell is wrong", "one thing"

MISTYPINGS = (
    mistyped.digit_replaced,
    mistyped.digits_swapped,
    mistyped.digit_added,
    mistyped.digit_lost,
    mistyped.sign_lost,
    mistyped.by_ten,
    mistyped.two_digits,
    mistyped.any_amount,
)
BLAME_NO_CELL = POLICIES | {
    Mechanism.WHOLE_LINE_OMITTED,
    Mechanism.WHOLE_LINE_DOUBLED,
    Mechanism.WHOLE_LINE_REPEATED,
    Mechanism.WHOLE_LINE_MISSING,
}


def at_random(seed: int) -> Printed:
    """A table of some sort with one, two or three wrong cells."""
    rng = Random(seed)
    kind, figures = rng.choice((BUDGET, INVESTMENT)), rng.choice((WHOLE_TKR, ROUNDED, KRONOR))
    table = generated(Recipe(kind, rng.randint(3, 12), figures), seed)
    held = [place for place in table.figures if table.number(place)]
    return table.with_figures(
        {place: wrong(table, place, rng) for place in rng.sample(held, rng.choice((1, 1, 2, 2, 3)))}
    )


def wrong(table: Printed, place: Place, rng: Random) -> Decimal:
    """Some other amount than the one in a cell."""
    amount = table.number(place)
    assert amount is not None
    if place[1] == PERCENT:
        return amount + Decimal(rng.choice((-1, 1)) * rng.randint(1, 300)) / 10
    while True:
        # Two digits of an amount can only be mistyped where it has two.
        slip = rng.choice(MISTYPINGS) if abs(amount) >= mistyped.SMALLEST else mistyped.any_amount
        found = slip(amount, rng)
        if found is not None and found != amount:
            return found


def checked(table: Printed) -> tuple[Table, Sequence[Judgement]]:
    """The table as it is recognised, and its relations."""
    (found,) = recognise(table.workbook(), KINDS).tables
    return found, check_tables([found], KINDS, NEAREST).judgements


def joined(groups: Iterable[Iterable[Support]]) -> set[Support]:
    """One set of wrong cells from every group, in all ways."""
    return {frozenset().union(*each) for each in product(*groups)}


def by_program(judgements: Sequence[Judgement]) -> set[Support]:
    return joined(each.supports for each in formulations(judgements))


def problems_of(table: Table, judgements: Sequence[Judgement]) -> list[Problem]:
    """The failing relations with their explanations; cells that hold nothing fail no relation."""
    found = Localisation(Net(judgements, NEAREST), table, Effort()).problems()
    return [problem for problem in found if problem.rules]


def by_search(problems: Sequence[Problem]) -> set[Support]:
    return joined([each.cells for each in problem.explanations] for problem in problems)


def outcome(seed: int) -> str:
    """What the comparison of one table comes to."""
    table, judgements = checked(at_random(seed))
    return compared(seed, judgements, problems_of(table, judgements))


def compared(seed: int, judgements: Sequence[Judgement], problems: Sequence[Problem]) -> str:
    """Whether both sides agree, or why that was not asked; if not, the sets that only one of them has."""
    steps = [step for problem in problems for each in problem.explanations for step in each.steps]
    if any(step.mechanism in BLAME_NO_CELL for step in steps):
        return NO_CELL
    expected, found = by_program(judgements), by_search(problems)
    if any(len(step.mends) > 1 for step in steps):
        smallest = {each for each in found if len(each) == min(map(len, expected))}
        return ONE_THING if smallest and smallest <= expected else told(seed, expected, found)
    if expected != found:
        return told(seed, expected, found)
    return AGREES if problems else NOTHING_FAILS


def told(seed: int, expected: set[Support], found: set[Support]) -> str:
    """A disagreement, for whoever looks into it."""
    missing, surplus = (
        sorted(sorted(cell.a1 for cell in each) for each in sets)
        for sets in (expected - found, found - expected)
    )
    return f"table {seed}: not found {missing}, found besides {surplus}"


def test_on_random_tables_both_find_the_same_wrong_cells() -> None:
    outcomes = Counter(map(outcome, range(TABLES)))

    assert outcomes.keys() <= {AGREES, NOTHING_FAILS, NO_CELL, ONE_THING}
    assert outcomes[AGREES] > 0.88 * TABLES


def test_an_explanation_that_is_overlooked_is_seen() -> None:
    table, judgements = checked(at_random(8))
    (problem,) = problems_of(table, judgements)
    likeliest, *others = problem.explanations
    cells = sorted(cell.a1 for cell in likeliest.cells)

    assert compared(8, judgements, [problem]) == AGREES
    assert compared(8, judgements, [replace(problem, explanations=tuple(others))]) == (
        f"table 8: not found [{cells}], found besides []"
    )


@pytest.mark.parametrize(
    ("kind", "errors", "expected"),
    [
        (BUDGET, {(0, "budget"): 700}, ["B5"]),
        (BUDGET, {(TOTAL, "variance"): 700}, ["E8"]),
        (BUDGET, {(0, "actual"): 700}, ["C5", "C6", "C7", "C8"]),
        (BUDGET, {(0, "actual"): 700, (1, "budget"): 50}, ["B6 C5", "B6 C6", "B6 C7", "B6 C8"]),
        # No sum down a column fails: the difference can stand in any of three.
        (BUDGET, {(0, "budget"): 700, (1, "budget"): -700}, ["B5 B6", "D5 D6", "E5 E6"]),
        (INVESTMENT, {(1, PERCENT): 7}, ["E6"]),
        (INVESTMENT, {(1, "budget"): 700_000}, ["B6"]),
        (INVESTMENT, {(1, "booked"): 700_000, (2, PERCENT): 7}, ["C6 E7"]),
    ],
)
def test_the_program_finds_what_anybody_sees(
    kind: str, errors: Mapping[Place, int], expected: Sequence[str]
) -> None:
    table = generated(Recipe(kind, 3, KRONOR), 1)
    amounts = {place: (table.number(place) or 0) + Decimal(error) for place, error in errors.items()}
    _, judgements = checked(table.with_figures(amounts))

    assert {" ".join(sorted(cell.a1 for cell in each)) for each in by_program(judgements)} == {*expected}
