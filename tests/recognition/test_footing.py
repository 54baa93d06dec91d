"""Rows that add up to another row, column by column."""

from __future__ import annotations

from syditval.recognition.footing import adds_up, columns_explained, is_most
from tests.recognition.found import scene_in

SCENE = scene_in("""
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | 900    | 310    | 950     | -50
Kostnader | 500    | 170    | 480     | 20
Lokaler   |        |        | ca 9    |
Resultat  | 400    | 140    | 470     | -30
Summa     | 1400   | 481    | 1430    | -30
""")


def test_plainly_unless_a_weight_is_given() -> None:
    assert adds_up(SCENE, 6, (2, 3), "budget", {})
    assert not adds_up(SCENE, 5, (2, 3), "budget", {})
    assert adds_up(SCENE, 5, (2, 3), "budget", {3: -1})


def test_within_rounding() -> None:
    assert adds_up(SCENE, 6, (2, 3), "actual", {})


def test_a_part_of_no_weight_is_left_out() -> None:
    assert adds_up(SCENE, 2, (2, 3), "budget", {3: 0})


def test_what_cannot_be_read_explains_nothing() -> None:
    assert not adds_up(SCENE, 6, (2, 3, 4), "forecast", {})
    assert columns_explained(SCENE, 6, (2, 3, 4), {}) == 2


def test_computed_columns_are_not_counted() -> None:
    assert columns_explained(SCENE, 6, (2, 3), {}) == 3


def test_most_are_more_than_half() -> None:
    assert [is_most(SCENE, columns) for columns in range(4)] == [False, False, True, True]
