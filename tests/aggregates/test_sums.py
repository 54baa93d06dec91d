"""Which of many possible sums are meant."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.face import Face
from syditval.aggregates.sums import sums
from tests.aggregates.tables import along, down, sums_of, written

NESTED = """
            | Budget | Utfall
Skola       | 51243  | 48718
Förskola    | 23187  | 26434
Summa barn  | 74430  | 75152
Hemtjänst   | 18402  | 17911
Boende      | 30875  | 31260
Summa äldre | 49277  | 49171
Totalt      | 123707 | 124323
"""


def said(face: Face) -> set[str]:
    return set(sums_of(face, sums(face)))


def test_each_line_is_part_of_one_whole() -> None:
    """The total is also that of all four lines: that follows, and is not stated again."""
    assert said(down(NESTED)) == {"4 = 2 + 3", "7 = 5 + 6", "8 = 4 + 7"}


def test_a_total_may_be_stated_twice_over_parts_that_share_nothing() -> None:
    twice = """
            | 2022  | 2023
    Skola   | 51243 | 48718
    Vård    | 23187 | 26434
    Totalt  | 74430 | 75152
    Män     | 36102 | 37544
    Kvinnor | 38328 | 37608
    """
    assert said(down(twice)) == {"4 = 2 + 3", "4 = 5 + 6"}


def test_totals_at_the_end_of_every_second_column() -> None:
    years = """
         | Män 2022 | Kvinnor 2022 | Män 2023 | Kvinnor 2023 | Män   | Kvinnor
    Nord | 4117     | 3981         | 5120     | 4877         | 9237  | 8858
    Syd  | 2306     | 2874         | 2511     | 2630         | 4817  | 5504
    Väst | 1219     | 1102         | 1377     | 1298         | 2596  | 2400
    """
    assert said(along(years)) == {"F = B + D", "G = C + E"}


def test_all_lines_of_one_name_make_the_grand_total() -> None:
    sections = """
    Löner   | 4117  | 3981
    Hyror   | 2306  | 2874
    Summa   | 6423  | 6855
    Resor   | 1219  | 1102
    Mat     | 5120  | 4877
    Kaffe   | 2511  | 2630
    Summa   | 8850  | 8609
    Påslag  | 77    | 93
    Totalt  | 15273 | 15464
    """
    assert said(down(sections)) == {"3 = 1 + 2", "7 = 4 + 5 + 6", "9 = 3 + 7"}


def test_lines_that_repeat_each_other_are_one() -> None:
    """The sum is stated of the first, not of its copy as well, nor of what is its opposite."""
    repeated = """
    Skola    | 51243  | 48718
    Vård     | 23187  | 26434
    Summa    | 74430  | 75152
    Resurs   | 74430  | 75152
    Att föra | -74430 | -75152
    """
    assert [each for each in said(down(repeated)) if each.startswith(("4", "5"))] == []


def test_one_shape_repeated_needs_less_to_be_believed() -> None:
    """Year after year, total before men and women; the small county has few figures that tell."""
    shape = """
          | Alla | Män  | Kvinnor | Alla | Män | Kvinnor
    Nord  | 8098 | 4117 | 3981    | 9    | 5   | 4
    Syd   | 5180 | 2306 | 2874    | 7    | 3   | 4
    Väst  | 2321 | 1219 | 1102    | 8    | 6   | 2
    """
    assert said(along(shape)) == {"B = C + D", "E = F + G"}


@given(st.integers(0, 2**32).map(random.Random), st.lists(st.integers(2, 4), min_size=2, max_size=4))
def test_sections_out_of_a_hat_are_put_together_again(dice: random.Random, lengths: list[int]) -> None:
    rows: dict[str, list[int]] = {}
    subtotals, expected = [], set()
    for section, length in enumerate(lengths):
        first = len(rows) + 2
        lines = [[dice.randint(3000, 99999) for _ in range(3)] for _ in range(length)]
        rows |= {f"Rad {section} {place}": line for place, line in enumerate(lines)}
        rows[f"Summa {section}"] = [sum(column) for column in zip(*lines, strict=True)]
        subtotals.append(len(rows) + 1)
        expected.add(f"{subtotals[-1]} = {' + '.join(map(str, range(first, first + length)))}")
    totals = [figures for name, figures in rows.items() if name.startswith("Summa")]
    rows["Totalt"] = [sum(column) for column in zip(*totals, strict=True)]
    expected.add(f"{len(rows) + 1} = {' + '.join(map(str, subtotals))}")

    assert said(down(written(rows))) == expected
