"""Which lines a search takes for neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from syditval.aggregates.face import Face
from syditval.aggregates.orders import MOST_LINES, Order, alike_named, amounts, plain, strides
from tests.aggregates.tables import along, down, places

ROWS = """
Löner           | 512
varav pensioner | 87
Hyror           | 231
Andel hyror     | 31
Summa           | 743
"""


def said(face: Face, orders: Iterable[Order]) -> list[str]:
    """Orders as ``1 2 3``, or ``1 2 3: 3`` where one of the lines is to be explained."""
    return [
        places(face, lines) + ("" if target is None else f": {places(face, [target])}")
        for lines, target in orders
    ]


def test_all_lines_are_neighbours_but_those_that_another_line_stands_for() -> None:
    face = down(ROWS)

    assert said(face, plain(face, ())) == ["1 3 4 5"]
    assert said(face, plain(face, {0, 2})) == ["4 5"]


def test_ratios_are_passed_over_then_lines_of_which_are_taken_in() -> None:
    face = down(ROWS)

    assert said(face, amounts(face, ())) == ["1 3 5", "1 2 3 4 5"]
    assert said(face, amounts(face, {0})) == ["3 5", "2 3 4 5"]


def test_without_any_there_is_no_second_order() -> None:
    face = down("Löner | 512\nHyror | 231\nSumma | 743")

    assert said(face, amounts(face, ())) == []


def test_lines_of_one_name_are_neighbours_of_any_other_line() -> None:
    face = down("Skola | 512\nSumma | 512\nVård | 231\nSumma | 231\nTotalt | 743")

    assert set(said(face, alike_named(face, ()))) == {
        "1: 1",
        "1 2 4: 1",
        "2 3: 3",
        "3 4: 3",
        "2 4 5: 5",
        "5: 5",
    }


def test_columns_stand_on_a_beat_and_a_total_may_stand_ahead_of_it() -> None:
    face = along("Nord | 8 | 1 | 2 | 3 | 4 | 5 | 6")
    found = said(face, strides(face, ()))

    assert "C E G" in found  # every second
    assert "B D F H" in found
    assert "B C E G: B" in found  # B is not on the beat of C E G
    assert "B E H" in found  # every third


def test_a_ledger_is_not_searched_in_steps() -> None:
    ledger = down("\n".join(f"Konto | {row}" for row in range(2200, 2202 + MOST_LINES)))

    assert said(ledger, strides(ledger, ())) == said(ledger, alike_named(ledger, ())) == []
