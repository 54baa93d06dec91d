"""Results of several columns, some of which count against the others."""

from __future__ import annotations

import random

from syditval.aggregates.combinations import combinations
from tests.aggregates.tables import along, down, sums_of, written

RESULT = """
      | Anslag | Intäkt | Kostnad | Avsatt | Resultat
Nord  | 4117   | 812    | -4530   | 211    | 188
Syd   | 3306   | 654    | -3871   | 154    | -65
Väst  | 2219   | 377    | -2402   | 87     | 107
Öst   | 5731   | 901    | -6120   | 305    | 207
Mitt  | 6412   | 533    | -6718   | 402    | -175
Kust  | 1873   | 240    | -1950   | 76     | 87
"""


def results(text: str) -> list[str]:
    face = along(text)
    return sums_of(face, combinations(face))


def test_subsidy_revenue_and_costs_less_what_is_set_aside_make_the_result() -> None:
    assert results(RESULT) == ["F = B + C + D - E"]


def test_what_goes_out_is_what_came_in_and_what_was_added_and_drawn() -> None:
    """Of two sides with two each, the one that is called a balance is reckoned."""
    flow = """
          | Ingående | Tillskott | Uttag | Saldo
    Nord  | 4117     | 812       | 530   | 4399
    Syd   | 3306     | 654       | 871   | 3089
    Väst  | 2219     | 377       | 402   | 2194
    Öst   | 5731     | 901       | 120   | 6512
    Mitt  | 6412     | 533       | 718   | 6227
    """
    assert results(flow) == ["E = B + C - D"]


def test_few_rows_leave_too_much_to_chance() -> None:
    assert results("\n".join(RESULT.strip("\n").splitlines()[:5])) == []


def test_one_wrong_row_of_many_is_looked_over() -> None:
    more = """Fjäll | 2941   | 418    | -3102   | 133    | 124
    Dal   | 3412   | 377    | -3520   | 98     | 171
    """
    assert results(RESULT.replace("| 207", "| 270") + more) == ["F = B + C + D - E"]


def test_rows_are_no_such_columns() -> None:
    face = down(RESULT)

    assert sums_of(face, combinations(face)) == []


def test_figures_without_a_connection_make_no_result() -> None:
    dice = random.Random(5)
    tables = [
        written({f"Rad {row}": [dice.randint(1000, 9999) for _ in range(6)] for row in range(7)})
        for _ in range(20)
    ]
    assert [results(table) for table in tables] == [[]] * 20
