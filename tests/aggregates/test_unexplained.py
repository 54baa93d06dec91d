"""Totals by name that no sum explains."""

from __future__ import annotations

from syditval.aggregates.candidate import Search, candidate
from syditval.aggregates.unexplained import leaving_out, suspects, unexplained
from tests.aggregates.tables import down, places, sums_of

WRONG = """
        | Budget | Utfall
Skola   | 51243  | 48718
Vård    | 23187  | 26434
Kultur  | 8741   | 6422
Summa   | 84171  | 81754
"""


def nearest(table: str) -> list[str]:
    """What unexplained totals are most likely of, where no sum is known."""
    face = down(table)
    return sums_of(face, suspects(face, []))


def test_a_total_that_no_sum_explains_is_unexplained() -> None:
    face = down(WRONG)
    known = candidate(face, 3, [0, 1, 2], Search("test", 1))

    assert places(face, unexplained(face, [])) == "5"
    assert unexplained(face, [known]) == []


def test_the_block_before_it_comes_first() -> None:
    assert nearest(WRONG) == ["5 = 2 + 3 + 4"]
    assert nearest(f"{WRONG}Män | 41170 | 39810\nKvinnor | 42001 | 41764") == ["5 = 2 + 3 + 4"]


def test_else_the_block_behind_it() -> None:
    assert nearest("Summa | 75430 | 75152\nSkola | 51243 | 48718\nVård | 23187 | 26434") == ["1 = 2 + 3"]


def test_a_block_ends_at_a_gap_and_at_another_total() -> None:
    sections = """
    Skola   | 51243 | 48718
    Vård    | 23187 | 26434
    Summa   | 74430 | 75152
    Hyror   | 8741  | 6422
    Löner   | 4117  | 3981
    Summa   | 12985 | 10403

    El      | 2306  | 2874
    Värme   | 1219  | 1102
    Summa   | 3552  | 3976
    """
    face = down(sections)
    first = candidate(face, 2, [0, 1], Search("test", 1))

    assert sums_of(face, suspects(face, [first])) == ["6 = 4 + 5", "10 = 8 + 9"]


def test_subtotals_stand_for_their_parts() -> None:
    nested = """
    Skola       | 51243 | 48718
    Förskola    | 23187 | 26434
    Barn        | 74430 | 75152
    Äldre       | 58397 | 59158
    Totalt      | 133827 | 134310
    """
    face = down(nested)
    barn = candidate(face, 2, [0, 1], Search("test", 1))

    assert sums_of(face, suspects(face, [barn])) == ["5 = 3 + 4"]


def test_a_total_behind_its_lines_is_held_against_them_however_far_off_it_is() -> None:
    assert nearest(WRONG.replace("84171  | 81754", "384171 | 381754")) == ["5 = 2 + 3 + 4"]


def test_one_before_other_lines_that_is_far_from_them_is_of_something_else() -> None:
    assert nearest("Summa | 9543 | 7515\nSkola | 51243 | 48718\nVård | 23187 | 26434") == []


def test_so_is_one_beside_a_single_line() -> None:
    assert nearest("Skola | 51243 | 48718\nSumma | 52143 | 48718") == []


class TestALineLeftOut:
    SHORT = """
    Skola   | 51243 | 48718
    Vård    | 23187 | 26434
    Kultur  | 8741  | 6422
    Summa   | 74430 | 75152
    """

    def left_out(self, table: str) -> list[str]:
        face = down(table)
        return sums_of(face, leaving_out(face, [candidate(face, 3, [0, 1], Search("test", 1))]))

    def test_the_total_is_held_against_all_lines_before_it(self) -> None:
        assert self.left_out(self.SHORT) == ["4 = 1 + 2 + 3"]

    def test_a_part_of_another_line_is_left_out_rightly(self) -> None:
        assert self.left_out(self.SHORT.replace("Kultur ", "varav el")) == []

    def test_so_is_a_line_of_averages(self) -> None:
        assert self.left_out(self.SHORT.replace("Kultur ", "Snitt  ")) == []
