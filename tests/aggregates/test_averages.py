"""Lines that are the average of their neighbours."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.averages import averages
from syditval.aggregates.face import Face
from tests.aggregates.tables import along, down, places, written

MARKS = """
      | Ann | Bo | Cia | Dan
Mat   | 31  | 44 | 25  | 57
Pris  | 22  | 28 | 41  | 33
Läge  | 52  | 47 | 40  | 24
{name} | 35.0 | 39.7 | 35.3 | {last}
"""


def said(face: Face) -> list[str]:
    """Averages as ``5: 2 3 4``."""
    return [f"{places(face, [each.target])}: {places(face, sorted(each.parts))}" for each in averages(face)]


def rows(name: str, last: str = "38.0") -> list[str]:
    return said(down(MARKS.format(name=name, last=last)))


def test_a_row_that_is_called_an_average_is_that_of_the_rows_above() -> None:
    assert rows("Medel") == rows("Average") == ["5: 2 3 4"]


def test_one_that_is_not_needs_more_than_four_columns_to_show_it() -> None:
    assert rows("Mest") == []


def test_an_average_may_stand_first() -> None:
    first = """
             | Ann  | Bo   | Cia
    Snitt    | 35.0 | 39.7 | 35.3
    Mat      | 31   | 44   | 25
    Pris     | 22   | 28   | 41
    Läge     | 52   | 47   | 40
    """
    assert said(down(first)) == ["2: 3 4 5"]


def test_columns_have_an_average_too() -> None:
    terms = """
            | T1  | T2  | T3  | Medel
    Skola   | 512 | 487 | 530 | 509.7
    Vård    | 231 | 264 | 245 | 246.7
    Kultur  | 87  | 64  | 81  | 77.3
    """
    assert said(along(terms)) == ["E: B C D"]


def test_blanks_are_not_counted() -> None:
    """The second column has two marks: 44 and 47 make 45.5."""
    blank = MARKS.replace("| 28 |", "|    |").replace("39.7", "45.5").format(name="Medel", last="38.0")
    (mean,) = averages(down(blank))

    assert mean.holds.tolist() == [True, True, True, True]


def test_a_wrong_average_is_one_crossing_where_it_does_not_hold() -> None:
    (mean,) = averages(down(MARKS.format(name="Medel", last="83.0")))

    assert mean.tried.tolist() == [True, True, True, True]
    assert mean.holds.tolist() == [True, True, True, False]


def test_marks_that_are_all_the_same_say_nothing() -> None:
    equal = "A | 4 | 4\nB | 4 | 4\nMedel | 4 | 4"

    assert averages(down(equal)) == []


@given(st.integers(0, 2**32).map(random.Random), st.integers(3, 9))
def test_an_average_out_of_a_hat_is_found_by_its_name(dice: random.Random, count: int) -> None:
    table = {f"Rad {row}": [dice.randint(100, 9999) for _ in range(5)] for row in range(count)}
    means = [sum(column) / count for column in zip(*table.values(), strict=True)]
    text = f"{written(table)}\nGenomsnitt | {' | '.join(f'{mean:.1f}' for mean in means)}"
    every = " ".join(str(row) for row in range(2, count + 2))

    assert f"{count + 2}: {every}" in said(down(text))
