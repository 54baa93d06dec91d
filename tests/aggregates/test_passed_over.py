"""Totals of all lines beside them but one."""

from __future__ import annotations

from syditval.aggregates.candidate import Search, candidate
from syditval.aggregates.passed_over import but_for_one
from tests.aggregates.tables import down, sums_of

COSTS = """
                | Budget | Utfall
Löner           | 51243  | 48718
Pensioner       | 8712   | 9034
Hyror           | 23187  | 26434
Övrigt          | 6021   | 5877
Summa           | 80451  | 81029
"""


def totals(table: str) -> list[str]:
    face = down(table)
    return sums_of(face, but_for_one(face, []))


def test_a_line_that_is_what_the_block_has_too_much_is_passed_over() -> None:
    assert totals(COSTS) == ["6 = 2 + 4 + 5"]


def test_it_must_be_the_same_line_in_every_column() -> None:
    assert totals(COSTS.replace("81029", "80186")) == []


def test_only_a_called_total_passes_over_a_line() -> None:
    assert totals(COSTS.replace("Summa", "Drift")) == []


def test_two_lines_have_none_to_spare() -> None:
    assert totals("Löner | 512 | 487\nHyror | 231 | 264\nSumma | 512 | 487") == []


def test_a_total_that_is_explained_is_left_alone() -> None:
    face = down(COSTS)
    known = candidate(face, 4, [0, 2, 3], Search("test", 1))

    assert sums_of(face, but_for_one(face, [known])) == []
