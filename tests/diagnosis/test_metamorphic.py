"""What is done about a cause makes everything hold again, and the same error is told the same in a table
that says the same in another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product
from random import Random

import pytest

from syditval.model.cause import POLICIES, Certainty, Change, Mechanism
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
from tests.diagnosis.judged import FAILURES, Account, account_of
from tests.diagnosis.planted import Planted
from tests.diagnosis.planted_errors import plant_two, plant_typical
from tests.thorough import tries

SEEDS = range(tries(14, thorough=48))
# By label and column, so that lines may move.
Cells = frozenset[tuple[str, str]]
Rewriting = Callable[[Printed, Random], Printed]

# These errors are what they are by where a line stands: beside another, or first of those that are summed.
BY_PLACE = {Mechanism.COPIED, Mechanism.LINES_SHIFTED, Mechanism.WHOLE_LINE_OMITTED}


@cache
def planted(seed: int, totals: str = TYPED) -> Planted:
    """A table with one error, every third one with two."""
    rng = Random(seed)
    kind, figures = rng.choice((BUDGET, INVESTMENT)), rng.choice((WHOLE_TKR, ROUNDED, KRONOR))
    table = generated(Recipe(kind, rng.choice((10, 15)), figures, totals), seed)
    return plant_typical(table, rng) if seed % 3 else plant_two(table, rng)


@cache
def account(seed: int, totals: str = TYPED) -> Account:
    return account_of(planted(seed, totals).table)


# Inject, explain, restore.


def restorations(told: Account) -> Iterator[Printed]:
    """The table with its causes set right: each in the way suggested; one wrong cell, at both ends of its span.

    Nothing is suggested where several explanations are as good, and where whole lines are missing or
    everything was rounded in another way, it is not these cells that are to be changed.
    """
    slips = [slip for cause in told.causes for slip in cause.slips]
    if any(cause.certainty is Certainty.ONE_OF for cause in told.causes) or told.diagnosis.not_localised:
        return
    if {slip.mechanism for slip in slips} & {*POLICIES, Mechanism.WHOLE_LINE_MISSING}:
        return
    changes = [change for slip in slips for change in slip.changes]
    yield from with_values(told.table, {change: change.suggested for change in changes})
    if len(changes) == 1:
        yield from with_values(told.table, {change: change.low for change in changes})
        yield from with_values(told.table, {change: change.high for change in changes})


def with_values(table: Printed, values: Mapping[Change, Decimal | None]) -> Iterator[Printed]:
    if values and None not in values.values():
        yield table.with_figures({table.place(change.cell): value for change, value in values.items()})


def failures(table: Printed) -> list[str]:
    """The relations that fail in a table."""
    return [finding.id for finding in account_of(table).findings if finding.verdict in FAILURES]


def test_what_is_set_right_leaves_nothing_that_fails() -> None:
    tables = [
        table
        for seed, totals in product(SEEDS, (TYPED, LIVE))
        for table in restorations(account(seed, totals))
    ]

    assert len(tables) > 2.1 * len(SEEDS)
    assert [(table.text(), wrong) for table in tables if (wrong := failures(table))] == []


def test_what_is_set_wrong_still_fails() -> None:
    assert failures(planted(1).table)


# The same table in another way.


def in_other_order(table: Printed, rng: Random) -> Printed:
    """The lines permuted."""
    return table.with_lines(rng.sample(table.lines, len(table.lines)))


def negated(table: Printed, _: Random) -> Printed:
    """Every amount with the other sign; percentages stay what they are."""
    return amounts_times(-1, table)


def with_a_zero_line(table: Printed, rng: Random) -> Printed:
    """One more line somewhere, which holds nothing but noughts."""
    new = len(table.lines)
    noughts = {(new, role): None if role == PERCENT else Decimal(0) for role in table.shape.headings}
    longer = replace(table, labels=(*table.labels, "Avrundning"), figures={**table.figures, **noughts})
    order = list(table.lines)
    order.insert(rng.randint(0, new), new)
    return longer.with_lines(order)


def in_kronor(table: Printed, _: Random) -> Printed:
    """The amounts of a table in tkr, each to the krona."""
    recipe = replace(table.recipe, figures=KRONOR)
    return replace(amounts_times(1000, table), recipe=recipe)


def amounts_times(factor: int, table: Printed) -> Printed:
    figures = {
        place: held * factor if isinstance(held, Decimal) and place[1] != PERCENT else held
        for place, held in table.figures.items()
    }
    return replace(table, figures=figures)


def told(account: Account) -> set[tuple[Cells, Certainty]]:
    """The culprits, each with how sure that is."""
    labels = {TOTAL: "Summa", **dict(enumerate(account.table.labels))}
    return {
        (
            frozenset((labels[row], role) for row, role in account.places(cause.changes)),
            cause.certainty,
        )
        for cause in account.causes
    }


def told_again(
    rewriting: Rewriting, seed: int
) -> tuple[set[tuple[Cells, Certainty]], set[tuple[Cells, Certainty]]]:
    """What is told of a table, and of the same in another way."""
    return told(account(seed)), told(account_of(rewriting(planted(seed).table, Random(seed))))


def is_by_place(seed: int) -> bool:
    return any(name in planted(seed).mechanism for name in BY_PLACE)


@pytest.mark.parametrize("rewriting", [in_other_order, negated])
def test_the_same_is_told_of_lines_in_another_order_and_of_all_signs_changed(rewriting: Rewriting) -> None:
    pairs = [told_again(rewriting, seed) for seed in SEEDS if rewriting is negated or not is_by_place(seed)]

    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_a_zero_line_changes_nothing_that_is_certain_or_likely() -> None:
    """Where nothing but a sum down a column fails, it is one line more that could be wrong."""
    pairs = [told_again(with_a_zero_line, seed) for seed in SEEDS if not is_by_place(seed)]

    assert [pair for pair in pairs if firm(pair[0]) != firm(pair[1])] == []
    assert [pair for pair in pairs if len(pair[0]) != len(pair[1])] == []


def firm(causes: set[tuple[Cells, Certainty]]) -> set[tuple[Cells, Certainty]]:
    return {cause for cause in causes if cause[1] is not Certainty.ONE_OF}


def test_what_is_told_of_tkr_holds_in_kronor() -> None:
    """Figures that are whole tkr in truth add up in kronor too; and what rounding could have hidden, or
    left undecided, in kronor it cannot. So more may be told of them then, and with more certainty."""
    for seed in SEEDS:
        if planted(seed).table.recipe.figures == WHOLE_TKR:
            in_tkr, told_in_kronor = told_again(in_kronor, seed)
            certain = {cells for cells, certainty in told_in_kronor if certainty is Certainty.CERTAIN}
            missing = firm(in_tkr) - told_in_kronor

            assert {cells for cells, _ in missing} <= certain
