"""Sums of columns that stand anywhere, read from many rows at once."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.candidate import Candidate
from syditval.aggregates.regression import solved
from tests.aggregates.tables import along, sums_of, written

UNKNOWN: list[Candidate] = []


def table(dice: random.Random, rows: int, parts: list[int], columns: int = 6) -> str:
    """Rows of figures out of a hat and, in the last column, the sum of some of the others."""
    figures = [[dice.randint(1000, 9999) for _ in range(columns)] for _ in range(rows)]
    return written(
        {f"Rad {row}": [*line, sum(line[part] for part in parts)] for row, line in enumerate(figures)}
    )


def totals(text: str, taken: set[int] | None = None) -> list[str]:
    face = along(text)
    return sums_of(face, solved(face, UNKNOWN, taken or set()))


@given(st.integers(0, 2**32).map(random.Random), st.sets(st.integers(0, 5), min_size=2, max_size=5))
def test_parts_that_are_no_neighbours_come_out_of_the_equations(dice: random.Random, parts: set[int]) -> None:
    ordered = sorted(parts)
    letters = " + ".join("BCDEFG"[part] for part in ordered)

    assert f"H = {letters}" in totals(table(dice, 12, ordered))


def test_too_few_rows_tell_nothing() -> None:
    dice = random.Random(1)

    assert totals(table(dice, 6, [0, 2, 5])) == []


def test_a_column_that_is_part_of_a_total_already_is_left_out_at_first() -> None:
    """Then nothing adds up without it, and with it the sum is found once."""
    text = table(random.Random(2), 12, [0, 2, 5])

    assert totals(text).count("H = B + D + G") == 2
    assert totals(text, taken={2}).count("H = B + D + G") == 1


def test_weights_that_are_no_ones_are_no_sum() -> None:
    dice = random.Random(3)
    figures = [[dice.randint(1000, 9999) for _ in range(4)] for _ in range(12)]
    weighed = written({f"Rad {row}": [*line, 2 * line[0] + line[2]] for row, line in enumerate(figures)})

    assert totals(weighed) == []


def test_columns_without_a_connection_are_no_sum() -> None:
    dice = random.Random(4)
    unrelated = written({f"Rad {row}": [dice.randint(1000, 9999) for _ in range(6)] for row in range(15)})

    assert totals(unrelated) == []
