"""Planted errors do what their names say, and are seen wherever the figures show them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import product
from random import Random

import pytest

from syditval.arithmetic import NEAREST
from syditval.checks import check_tables
from syditval.kinds import load_kinds
from syditval.model.cause import Mechanism
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
    Print,
    Recipe,
    generated,
)
from tests.diagnosis.guards import Guarding
from tests.diagnosis.planted import Planted
from tests.diagnosis.planted_errors import (
    ANY_AMOUNT,
    LAST_DIGIT,
    MECHANISMS,
    MOVED,
    OUTSIDE,
    PRIORS,
    REVERSED_COLUMN,
    REVERSED_LINE,
    TWO_CELLS,
    TWO_DIGITS,
    plant,
    plant_two,
    plant_typical,
)
from tests.thorough import tries

KINDS = load_kinds()


@cache
def planted(mechanism: str, **recipe: object) -> list[Planted]:
    """Errors of one mechanism in tables of ten lines."""
    tables = [
        generated(Recipe(**{"kind": kind, "lines": 10, **recipe}), seed)  # type: ignore[arg-type]
        for kind, seed in product((BUDGET, INVESTMENT), range(8))
    ]
    errors = (plant(table, mechanism, Random(seed)) for seed, table in enumerate(tables))
    return [error for error in errors if error]


def exchanges(mechanism: str, **recipe: object) -> list[tuple[Print, Print]]:
    """What should stand and what stands at the wrong cell of each error."""
    found = []
    for error in planted(mechanism, **recipe):
        ((place, right),) = error.right.items()
        found.append((right, error.table.figures[place]))
    return found


def digits(held: Print) -> str:
    assert isinstance(held, Decimal)
    return str(abs(int(held)))


def differing(one: Print, other: Print) -> list[int]:
    """At which places two amounts of as many digits differ."""
    return [
        place for place, pair in enumerate(zip(digits(one), digits(other), strict=True)) if len(set(pair)) > 1
    ]


def is_swap(right: Print, wrong: Print) -> bool:
    first, second = differing(right, wrong)
    return second == first + 1 and sorted(digits(right)) == sorted(digits(wrong))


def is_shorter(short: Print, long: Print) -> bool:
    """Whether one amount is the other without one digit."""
    whole = digits(long)
    return digits(short) in {whole[:place] + whole[place + 1 :] for place in range(len(whole))}


def factor(right: Print, wrong: Print) -> Decimal:
    assert isinstance(right, Decimal)
    assert isinstance(wrong, Decimal)
    larger, smaller = sorted((wrong, right), key=abs, reverse=True)
    return larger / smaller


ONE_CELL: dict[str, Callable[[Print, Print], bool]] = {
    Mechanism.DIGIT_REPLACED: lambda right, wrong: len(differing(right, wrong)) == 1,
    Mechanism.DIGITS_SWAPPED: is_swap,
    Mechanism.DIGIT_ADDED: is_shorter,
    Mechanism.DIGIT_LOST: lambda right, wrong: is_shorter(wrong, right),
    Mechanism.SIGN: lambda right, wrong: factor(right, wrong) == -1,
    Mechanism.FACTOR_1000: lambda right, wrong: 600 < factor(right, wrong) < 2001,
    Mechanism.FACTOR_10: lambda right, wrong: 6 < factor(right, wrong) < 201,
    Mechanism.BLANK: lambda right, wrong: bool(right) and wrong is None,
    Mechanism.TEXT: lambda right, wrong: isinstance(right, Decimal) and isinstance(wrong, str),
    REVERSED_LINE: lambda right, wrong: factor(right, wrong) == -1,
    TWO_DIGITS: lambda right, wrong: len(differing(right, wrong)) == 2,
    LAST_DIGIT: lambda right, wrong: differing(right, wrong) == [len(digits(right)) - 1],
    ANY_AMOUNT: lambda right, wrong: right != wrong,
}


@pytest.mark.parametrize("mechanism", ONE_CELL)
def test_an_error_of_one_cell_is_what_its_name_says(mechanism: str) -> None:
    made = exchanges(mechanism)

    assert len(made) == 16
    assert [each for each in made if not ONE_CELL[mechanism](*each)] == []


def test_a_copied_amount_stands_beside_above_or_below() -> None:
    for error in planted(Mechanism.COPIED):
        (((line, role), _),) = error.right.items()
        near = [(line - 1, role), (line + 1, role), *((line, other) for other in error.table.shape.amounts)]

        assert error.table.figures[line, role] in [
            error.table.figures[place]
            for place in near
            if place in error.table.figures and place != (line, role)
        ]


@pytest.mark.parametrize("mechanism", [Mechanism.CELLS_SWAPPED, Mechanism.LINES_SHIFTED])
def test_cells_that_change_places_hold_what_the_other_should(mechanism: Mechanism) -> None:
    for error in planted(mechanism):
        (one, right), (other, also) = error.right.items()

        assert (error.table.figures[one], error.table.figures[other]) == (also, right)
        assert (one[0] == other[0]) is (mechanism is Mechanism.CELLS_SWAPPED)
        assert (one[1] == other[1]) is (mechanism is Mechanism.LINES_SHIFTED)


@pytest.mark.parametrize("mechanism", [Mechanism.WRONG_LINE, MOVED])
def test_what_is_on_the_wrong_line_leaves_the_total_as_it_is(mechanism: str) -> None:
    for error in planted(mechanism, figures=WHOLE_TKR):
        columns = {role for _, role in error.right}
        sums = [rule for rule in Guarding(error.table).broken if (TOTAL, *columns) in rule.weights]

        assert (len(error.right), len(columns), sums) == (2, 1, [])


@pytest.mark.parametrize(("mechanism", "sign"), [(Mechanism.LINE_OMITTED, -1), (Mechanism.LINE_DOUBLED, 1)])
@pytest.mark.parametrize("totals", [TYPED, LIVE])
def test_a_total_is_off_by_a_line(mechanism: Mechanism, sign: int, totals: str) -> None:
    for error in planted(mechanism, totals=totals):
        (((row, role), right),) = error.right.items()
        wrong = error.table.number((row, role))
        lines = [error.table.number((line, role)) for line in error.table.lines]

        assert row == TOTAL
        assert isinstance(right, Decimal)
        assert isinstance(wrong, Decimal)
        assert sign * (wrong - right) in lines


@pytest.mark.parametrize("mechanism", [Mechanism.WHOLE_LINE_OMITTED, Mechanism.WHOLE_LINE_DOUBLED])
@pytest.mark.parametrize("totals", [TYPED, LIVE])
def test_all_totals_are_off_by_the_same_line(mechanism: Mechanism, totals: str) -> None:
    for error in planted(mechanism, totals=totals, figures=WHOLE_TKR):
        off = {role: _off(error, role) for _, role in error.right}
        amounts = error.table.shape.amounts
        lines = [{role: error.table.number((line, role)) for role in amounts} for line in error.table.lines]

        assert {role: off.get(role, 0) for role in amounts} in [
            {role: abs(amount or 0) for role, amount in line.items()} for line in lines
        ]


def _off(error: Planted, role: str) -> Decimal:
    right = error.right[TOTAL, role]
    assert isinstance(right, Decimal)
    return abs(right - (error.table.number((TOTAL, role)) or Decimal(0)))


def test_a_line_stands_twice_or_is_gone_while_the_totals_stand() -> None:
    twins, gone = planted(Mechanism.WHOLE_LINE_REPEATED), planted(Mechanism.WHOLE_LINE_MISSING)

    assert {len(error.table.labels) - len(set(error.table.labels)) for error in twins} == {1}
    assert {len(error.table.labels) for error in gone} == {9}
    assert {row for error in twins + gone for row, _ in error.right} == {TOTAL}


def test_a_stale_total_is_typed_and_a_stale_result_is_a_formula_still() -> None:
    for mechanism, is_live in ((Mechanism.STALE_TOTAL, False), (Mechanism.STALE_RESULT, True)):
        for error in planted(mechanism, totals=LIVE):
            (((_, role), _),) = error.right.items()

            assert (role in error.table.live) is is_live


def test_differences_are_reversed_on_some_lines_or_on_all() -> None:
    for error in planted(Mechanism.REVERSED) + planted(REVERSED_COLUMN):
        assert all(error.table.figures[place] == -held for place, held in error.right.items())  # type: ignore[operator]
        assert len({role for _, role in error.right}) == 1
    assert {len(error.others) for error in planted(REVERSED_COLUMN)} == {1}


def test_a_percentage_is_wrong_by_a_tenth_at_least() -> None:
    for error in planted(Mechanism.PERCENTAGE):
        (((_, role), right),) = error.right.items()
        assert role == PERCENT
        assert isinstance(right, Decimal)
        assert abs(right - (error.table.number((*error.right,)[0]) or 0)) >= Decimal("0.1")


def test_manners_of_rounding_are_planted_only_where_they_show() -> None:
    cut = planted(Mechanism.CUT_OFF, lines=100, figures=ROUNDED)

    assert planted(Mechanism.CUT_OFF, figures=KRONOR) == []
    assert len(cut) > 8
    assert all(error.is_visible for error in cut)


def test_two_cells_are_wrong_where_that_is_said() -> None:
    table = generated(Recipe(), 1)

    assert {len(error.right) for error in planted(TWO_CELLS)} == {2}
    assert {len(plant_two(table, Random(seed)).right) for seed in range(5)} == {2}


def test_a_typical_error_is_one_of_those_with_a_frequency() -> None:
    table = generated(Recipe(), 1)

    assert {plant_typical(table, Random(seed)).mechanism for seed in range(20)} <= PRIORS.keys()


@pytest.mark.parametrize("totals", [TYPED, LIVE])
@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_what_breaks_a_rule_is_found(mechanism: str, totals: str) -> None:
    for error in planted(mechanism, totals=totals)[:: tries(8, thorough=4)]:
        tables = recognise(error.table.workbook(), KINDS).tables

        assert bool(check_tables(tables, KINDS, NEAREST).findings) >= error.is_visible


@pytest.mark.parametrize("totals", [TYPED, LIVE])
@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_what_should_stand_there_breaks_none(mechanism: str, totals: str) -> None:
    restored = [error.table.with_figures(dict(error.right)) for error in planted(mechanism, totals=totals)]

    assert [table.text() for table in restored if Guarding(table).broken] == []


def test_every_error_of_the_model_is_planted_under_its_name() -> None:
    assert {member.value for member in Mechanism} - set(MECHANISMS) == {Mechanism.OTHER}
    assert set(MECHANISMS) >= OUTSIDE
