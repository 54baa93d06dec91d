"""A section of one line has a total all the same."""

from __future__ import annotations

import pytest

from syditval.aggregates.candidate import Search, candidate
from syditval.aggregates.copies import copies
from tests.aggregates.tables import down, sums_of

SECTION = """
        | Budget | Utfall | Prognos
Hyror   | 231    | 264    | 245
Summa   | 231    | 264    | 245
"""


def totals(table: str) -> list[str]:
    face = down(table)
    return sums_of(face, copies(face, []))


def test_what_is_called_a_total_and_repeats_the_line_before_it_is_its_total() -> None:
    assert totals(SECTION) == ["3 = 2"]


@pytest.mark.parametrize(
    "table",
    [
        SECTION.replace("Summa", "Lokaler"),
        SECTION.replace("Summa   | 231    | 264", "Summa   | 231    | 246"),
        SECTION.replace("Hyror", "Summa"),
        "Hyror | 231\nSumma | 231",
        "Hyror | 231 | 231 | 0\nSumma | 231 | 231 | 0",
    ],
    ids=["not called a total", "another amount", "a total before it", "one column", "one amount"],
)
def test_anything_less_is_not(table: str) -> None:
    assert totals(table) == []


def test_a_total_that_is_explained_already_is_left_alone() -> None:
    face = down("A | 100 | 140\nB | 131 | 124\nHyror | 231 | 264\nSumma | 231 | 264")
    known = candidate(face, 3, [0, 1], Search("test", 1))

    assert sums_of(face, copies(face, [])) == ["4 = 3"]
    assert sums_of(face, copies(face, [known])) == []
