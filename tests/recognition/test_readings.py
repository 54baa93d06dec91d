"""What a total may be of, the likeliest first."""

from __future__ import annotations

from syditval.recognition.readings import MOST_LINES, above, as_found, leaves, lines_of, of_all
from tests.recognition.found import scene_in

HEADER = "Benämning | Budget | Utfall | Avvikelse\n"
SCENE = scene_in(
    HEADER
    + """Intäkter        | 1 | 1 | 0
Personal        | 2 | 2 | 0
varav lön       | 1 | 1 | 0
Lokaler         | 3 | 3 | 0
Summa kostnader | 5 | 5 | 0
Räntor          | 4 | 4 | 0
Summa           | 10 | 10 | 0"""
)


def test_lines_are_neither_totals_nor_of_which_rows() -> None:
    assert lines_of(SCENE) == (2, 3, 5, 7)


def test_leaves_are_what_totals_of_totals_are_of_in_the_end() -> None:
    assert leaves([9, 2], {9: (6, 7), 6: (3, 5)}) == {2, 3, 5, 7}


def test_of_what_was_found_the_next_parts_come_before_the_leaves() -> None:
    assert list(as_found(9, {9: (6, 7), 6: (3, 5)})) == [(6, 7), (3, 5, 7)]


class TestASubtotal:
    def test_is_of_the_lines_since_the_one_above_or_of_all_or_fewer(self) -> None:
        assert list(above(SCENE, 6, since=2)) == [(3, 5), (2, 3, 5), (3, 5), (5,)]

    def test_of_a_long_table_tries_so_many_lines(self) -> None:
        lines = "\n".join(f"Rad {number} | 900 | 900 | 0" for number in range(MOST_LINES + 50))
        subtotal = MOST_LINES + 52
        ledger = scene_in(
            f"{HEADER}{lines}\nSumma drift | 150 | 150 | 0\nRänta | 1 | 1 | 0\nSumma | 9 | 9 | 0"
        )
        readings = list(above(ledger, subtotal, since=0))

        assert [len(reading) for reading in readings[:2]] == [MOST_LINES + 50, MOST_LINES]


class TestTheTotal:
    def test_is_of_all_lines_or_of_subtotals_with_loose_lines_or_without(self) -> None:
        assert list(of_all(SCENE, {6: (3, 5)}, (6, 7))) == [(2, 3, 5, 7), (2, 6, 7), (6,), (6, 7)]

    def test_passes_over_a_subtotal_that_a_running_one_takes_in(self) -> None:
        assert list(of_all(SCENE, {4: (3,), 6: (4, 2, 5)}, ()))[1] == (6, 7)

    def test_passes_over_a_subtotal_of_nothing(self) -> None:
        assert list(of_all(SCENE, {6: ()}, ()))[1] == (2, 3, 5, 7)
