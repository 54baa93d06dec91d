"""Sums of neighbours: the best run of lines before a line or behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.runs import block_beside, is_block, is_marked, is_set_apart, runs
from tests.aggregates.tables import along, down, sums_of, written

SECTION = """
Skola   | 51243  | 48718
Vård    | 23187  | 26434
Kultur  | 8741   | 6422
Summa   | 83171  | 81574
"""


def neighbours(text: str, *without: int) -> list[str]:
    """The runs of a text's rows, some of them passed over."""
    face = down(text)
    return sums_of(face, runs(face, [each for each in face.lines if face.places[each] not in without]))


def test_a_total_is_explained_by_all_lines_to_the_top() -> None:
    assert neighbours(SECTION) == ["4 = 1 + 2 + 3"]


def test_a_line_that_is_passed_over_is_no_part() -> None:
    of_which = SECTION.replace("Vård", "varav gymnasiet | 8712 | 9034\nVård")

    assert neighbours(of_which, 2) == ["5 = 1 + 3 + 4"]
    assert neighbours(of_which) == []


def test_only_the_lines_that_are_asked_for_are_explained() -> None:
    face = down(SECTION)

    assert sums_of(face, runs(face, face.lines, [3])) == ["4 = 1 + 2 + 3"]
    assert sums_of(face, runs(face, face.lines, [0, 1, 2])) == []


def test_a_total_may_be_explained_both_ways() -> None:
    both = f"{SECTION}Män | 41170 | 39810\nKvinnor | 42001 | 41764"

    assert neighbours(both) == ["4 = 1 + 2 + 3", "4 = 5 + 6"]


def test_columns_have_neighbours_too() -> None:
    face = along("Nord | 4117 | 3981 | 8098\nSyd | 2306 | 2874 | 5180")

    assert sums_of(face, runs(face, face.lines)) == ["D = B + C"]


def test_of_a_line_that_nothing_marks_two_crossings_must_agree() -> None:
    unmarked = "A | 4117 | 3981\nB | 2306 | 2874\nC | 6423 | {}\nD | 1219 | 1733"

    assert neighbours(unmarked.format(6855)) == ["3 = 1 + 2"]
    assert neighbours(unmarked.format(5120)) == []


def test_zeros_at_the_end_of_a_run_belong_to_it_where_they_stand_next_to_it() -> None:
    assert neighbours(f"Fond | 0 | 0\n{SECTION.strip()}") == ["5 = 1 + 2 + 3 + 4"]
    assert neighbours(f"Fond | 0 | 0\n\n{SECTION.strip()}") == ["6 = 3 + 4 + 5"]


class TestABlock:
    TABLE = """
    Totalt  | 51
    Skola   | 32
    Vård    | 19

    Resor   | 14
    Summa   | 14
    """

    @pytest.mark.parametrize(
        ("target", "parts", "whole"),
        [
            (0, [1, 2], True),  # to the gap
            (4, [3], True),
            (2, [1], True),  # to the total
            (0, [1], False),  # a part is left over
            (4, [2], False),  # not next to it
            (3, [2, 1], True),  # the line before a gap is no neighbour on the sheet
        ],
    )
    def test_is_all_lines_to_a_total_a_gap_or_the_end(
        self, target: int, parts: list[int], whole: bool
    ) -> None:
        assert is_block(down(self.TABLE), target, parts) is whole


def test_a_line_is_marked_by_its_name_its_print_or_its_place() -> None:
    face = down("A | 41\nB | 23\nSumma C | 87\nD | 64\nE | 12\n! bold 4")

    assert [is_marked(face, line) for line in face.lines] == [True, False, True, True, True]


@given(st.lists(st.integers(10**4, 10**6), min_size=2, max_size=10, unique=True))
def test_a_named_total_of_a_block_is_always_explained_by_it(figures: list[int]) -> None:
    rows = {f"Rad {place}": [figure, figures[place - 1] + 7] for place, figure in enumerate(figures)}
    table = {**rows, "Summa": [sum(column) for column in zip(*rows.values(), strict=True)]}
    every = " + ".join(str(row) for row in range(2, len(figures) + 2))

    assert f"{len(figures) + 2} = {every}" in neighbours(written(table))


def test_the_block_beside_a_total_ends_at_another_one_and_at_a_gap() -> None:
    face = down("Skola | 5\nSumma | 7\nVård | 9\nKultur | 4\nSumma | 13\nHyror | 6\n\nEl | 8")

    assert block_beside(face, 4, -1) == [3, 2]
    assert block_beside(face, 4, 1) == [5]


class TestSetApart:
    def test_by_capitals_where_other_lines_have_none(self) -> None:
        face = down("NÄMNDER | 12 | 13\nSkola | 5 | 6\nVård | 7 | 7")

        assert is_set_apart(face, 0, [1, 2])
        assert not is_set_apart(face, 1, [2])

    def test_by_parts_that_are_set_in_further(self) -> None:
        face = down("! indent 2-3 1\nNämnder | 12 | 13\nSkola | 5 | 6\nVård | 7 | 7\nHyror | 4 | 4")

        assert is_set_apart(face, 0, [1, 2])
        assert not is_set_apart(face, 0, [1, 2, 3])

    def test_one_column_is_then_enough(self) -> None:
        table = "Nämnder | 51238\nSkola | 18231\nVård | 33007\nHyror | 5131 | 2102"

        assert neighbours(f"! indent 2-3 1\n{table}")[:1] == ["1 = 2 + 3"]
