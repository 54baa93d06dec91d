"""Of-which rows: all of the row that they follow, or part of it."""

from __future__ import annotations

import pytest

from syditval.recognition.of_which import of_which_sums
from tests.recognition.found import scene_in

TABLE = """
Benämning      | Budget | Utfall | Prognos | Avvikelse
Intäkter       | -900   | -310   | -950    | 50
Personal       | 500    | 170    | 480     | 20
varav lön      | 350    | 120    | 330     | 20
varav semester | 150    | 50     | 150     | 0
Lokaler        | 400    | 140    | 470     | -70
Summa          | 0      | 0      | 0       | 0
"""


def sums(text: str) -> list[tuple[int, tuple[int, ...]]]:
    """The rows that are all of their of-which rows."""
    return [(found.total, found.parts) for found in of_which_sums(scene_in(text))]


def test_those_that_add_up_to_the_row_above_are_all_of_it() -> None:
    assert sums(TABLE) == [(3, (4, 5))]


def test_those_that_do_not_are_part_of_it() -> None:
    assert sums(TABLE.replace("150    | 50     | 150", "100    | 40     | 90 ")) == []


def test_one_column_that_does_not_fit_is_outvoted() -> None:
    assert sums(TABLE.replace("150    | 50 ", "150    | 5  ")) == [(3, (4, 5))]


def test_columns_of_nothing_have_no_vote() -> None:
    """Otherwise two empty columns would make all of what is a part."""
    empty = TABLE.replace("500    | 170 ", "500    | 0   ").replace("480     | 20\n", "0 | 500\n")
    empty = empty.replace("350    | 120    | 330     | 20", "300 | 0 | 0 | 300").replace("| 50 ", "| 0  ")

    assert sums(empty.replace("| 150     | 0", "| 0 | 150")) == []


def test_a_single_one_is_never_all() -> None:
    assert sums(TABLE.replace("varav semester", "Semester")) == []


@pytest.mark.parametrize("label", ["Summa personal", "Delsumma"])
def test_they_may_follow_a_subtotal(label: str) -> None:
    assert sums(TABLE.replace("Personal", label)) == [(3, (4, 5))]
