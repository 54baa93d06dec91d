"""Sums of two lines, wherever they stand."""

from __future__ import annotations

from syditval.aggregates.pairs import pairs
from tests.aggregates.tables import along, down, sums_of

SCATTERED = """
        | Intäkt | Antal | Resultat | Rum | Kostnad
Nord    | 9117   | 87    | 1811     | 13  | 7306
Syd     | 8481   | 64    | 1607     | 29  | 6874
Väst    | 6120   | 41    | -281     | 17  | 6401
Öst     | 7754   | 59    | 432      | 11  | 7322
"""


def test_two_columns_that_are_no_neighbours_make_a_third() -> None:
    face = along(SCATTERED)

    assert sums_of(face, pairs(face))[0] == "B = D + F"


def test_two_rows_do_as_well() -> None:
    face = down(
        "A | 9117 | 8481 | 6120\nX | 87 | 64 | 41\nB | 1811 | 1607 | -281\nY | 13 | 29 | 17\nC | 7306 | 6874 | 6401"
    )

    assert sums_of(face, pairs(face))[0] == "1 = 3 + 5"


def test_one_agreement_is_a_coincidence() -> None:
    face = along("A | 4117 | 2306 | 6423\nB | 3981 | 2874 | 5120\nC | 1219 | 1733 | 1377")

    assert pairs(face) == []


def test_so_are_tiny_figures() -> None:
    face = along("A | 1 | 2 | 3\nB | 2 | 2 | 4\nC | 3 | 1 | 4\nD | 1 | 1 | 2")

    assert pairs(face) == []
