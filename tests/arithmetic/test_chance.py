"""How likely a rounding gap is: exact, and the same as by counting."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from syditval.arithmetic import evaluate, is_improbable
from syditval.arithmetic.chance import MOST_TERMS, chance_of_gap
from syditval.model.relation import Evidence
from tests.arithmetic.figures import total

# Lines of a table; the largest gap that can be; the first gap rarer than 0.1 %; P(gap >= 1), P(gap >= 2) in per cent.
GAPS = """
lines | most | rare | 1    | 2
2     | 1    |      | 25   | 0
3     | 2    | 2    | 33   | 0
5     | 3    | 3    | 45   | 1.7
10    | 5    | 4    | 59   | 10
15    | 8    | 5    | 66   | 18
20    | 10   | 5    | 70   | 25
30    | 15   | 6    | 75   | 34
50    | 25   | 8    | 81   | 46
"""
TABLE = [[field.strip() for field in line.split("|")] for line in GAPS.strip().splitlines()[1:]]


def chance(gap: int, terms: int) -> Decimal:
    found = chance_of_gap(gap, terms)
    assert found is not None
    return found


@pytest.mark.parametrize(("lines", "most", "rare", "one", "two"), TABLE)
def test_gaps_are_as_rare_as_published(lines: str, most: str, rare: str, one: str, two: str) -> None:
    n = int(lines)
    possible = range(1, int(most) + 1)
    improbable = [gap for gap in possible if chance(gap, n) < Decimal("0.001")]

    assert str(next(iter(improbable), "")) == rare
    for gap, published in ((1, one), (2, two)):
        digit = Decimal(published)
        assert round(100 * chance(gap, n), -int(digit.as_tuple().exponent)) == digit


@pytest.mark.parametrize(("lines", "most", "rare", "one", "two"), TABLE)
def test_no_gap_is_larger_than_half_a_step_for_each_figure(
    lines: str, most: str, rare: str, one: str, two: str
) -> None:
    assert chance(int(most) + 1, int(lines)) == 0


@pytest.mark.parametrize(
    ("terms", "gap", "exact"),
    [
        (1, 1, "0"),
        (2, 1, "0.25"),
        (3, 1, "0.3333333333333333333333333333"),  # 2 * 1/6: the corners of the cube
        (3, 2, "0"),
    ],
)
def test_small_tables_have_chances_that_can_be_drawn(terms: int, gap: int, exact: str) -> None:
    assert chance(gap, terms) == Decimal(exact)


@pytest.mark.parametrize("terms", [2, 3, 4])
def test_the_chance_is_that_of_counting_every_case(terms: int) -> None:
    """Errors on a fine lattice over one step, every combination counted."""
    points = {2: 400, 3: 80, 4: 32}[terms]
    errors = range(1 - points, points, 2)  # in units of 1 / (2 * points) steps
    gaps = Counter(round(sum(case) / (2 * points) + 1e-9) for case in product(errors, repeat=terms))

    for gap in (1, 2):
        counted = sum(n for found, n in gaps.items() if abs(found) >= gap) / points**terms
        assert float(chance(gap, terms)) == pytest.approx(counted, abs=0.01)


def test_chances_fall_with_the_gap_and_rise_with_the_lines() -> None:
    by_gap = [chance(gap, 30) for gap in range(16)]
    by_lines = [chance(3, n) for n in range(5, 60)]

    assert by_gap == sorted(by_gap, reverse=True)
    assert by_lines == sorted(by_lines)


def test_no_gap_at_all_is_certain_to_be_reached() -> None:
    assert chance(0, 10) == chance(-3, 10) == 1


def test_very_long_columns_have_no_exact_chance() -> None:
    assert chance_of_gap(1, MOST_TERMS) is not None
    assert chance_of_gap(1, MOST_TERMS + 1) is None


def test_a_gap_of_four_in_ten_lines_is_improbable_and_one_of_three_is_not() -> None:
    four, three, none = (gap_in_ten_lines(gap) for gap in (4, 3, 0))

    assert is_improbable(four)
    assert not is_improbable(three)
    assert not is_improbable(none)
    assert not is_improbable(replace(four, chance=None))


def gap_in_ten_lines(gap: int) -> Evidence:
    evidence = evaluate(total(100 + gap, *[10] * 10)).evidence
    assert evidence is not None
    return evidence
