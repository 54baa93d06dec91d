"""What the lines of a column have in common: their size, their signs, how they go with the column beside."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.diagnosis.habits import Habit, Habits
from tests.diagnosis.netted import at, netted, netted_region, told

TEXT = """
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | -300   | -900    | 0
Personal  | 500    | 170    | 505     | -5
Lokaler   | 400    | 130    | 410     | -10
Resor     | 40     | 11     |         | 40
Summa     | 40     | 11     | 15      | 25
"""


def habit(address: str, text: str = TEXT) -> Habit:
    return Habits(netted(text).net).of(at(address))


def column(*amounts: float) -> Habit:
    """A column of these lines with nothing beside it."""
    return Habit(dict(enumerate(amounts, start=2)), 0, {})


def test_totals_are_no_lines() -> None:
    assert told(Habits(netted(TEXT).net).totals) == "B6 C6 D6 E6"
    assert habit("C2").amounts == {2: -300, 3: 170, 4: 130, 5: 11}


def test_a_blank_is_a_line_of_nothing() -> None:
    found = habit("D2")

    assert found.amounts == {2: -900, 3: 505, 4: 410, 5: 0}
    assert (found.blanks, found.lines) == (1, 4)


def test_a_text_is_no_line() -> None:
    assert habit("C2", TEXT.replace("170", "ca 170")).amounts == {2: -300, 4: 130, 5: 11}


def test_every_cell_of_a_column_has_its_habit() -> None:
    habits = Habits(netted(TEXT).net)

    assert habits.of(at("C2")) is habits.of(at("C6"))
    assert habits.of(at("C2")) is not habits.of(at("B2"))


def test_a_column_goes_with_the_one_beside_it_that_it_resembles_most() -> None:
    """The actuals are about a third of the budget, and the forecast has fewer lines."""
    found = habit("C2")

    assert found.beside == habit("B2").amounts
    assert found.middle == pytest.approx(log(0.33), abs=0.02)
    assert found.spread == 0.05


def test_a_column_in_relations_along_its_rows_needs_none_beside_it() -> None:
    assert habit("B2").beside == habit("D2").beside == habit("E2").beside == {}


def test_nor_do_few_lines_say_how_columns_go_together() -> None:
    short = TEXT.replace("Resor     | 40     | 11     |         | 40\n", "")

    assert habit("C2", short).beside == {}


@pytest.mark.parametrize(
    ("amounts", "scale"),
    [
        ((1, -5, 3), 5),
        ((1, 0, 2, 3, 90000), 250),  # a hundred medians of the four that hold something
        ((0, 0), 1),
        ((), 1),
    ],
)
def test_a_scale_is_the_largest_size_but_for_monsters(amounts: tuple[float, ...], scale: float) -> None:
    assert column(*amounts).scale == scale


def test_a_column_without_lines_counts_as_one() -> None:
    assert column().lines == 1


class TestHowWellAnAmountFits:
    positive = column(5, 6, 7, 8)
    halves = Habit({2: 50, 3: 60, 4: 70, 5: 80}, 0, {2: 100, 3: 120, 4: 140, 5: 160}, log(0.5), 0.05)

    def test_the_sign_of_most_lines_fits_best(self) -> None:
        """Four of four are positive; half a line is kept for each sign."""
        assert self.positive.likeness(2, 5) == pytest.approx(log(4.5 / 5))
        assert self.positive.likeness(2, -5) == pytest.approx(log(0.5 / 5))

    def test_nought_has_the_sign_of_all_others(self) -> None:
        assert self.positive.likeness(2, 0) == self.positive.likeness(2, 5)

    def test_the_usual_ratio_fits_best(self) -> None:
        fits = [self.halves.likeness(2, amount) for amount in (50, 52, 60, 100, 1000, 50000)]

        assert fits == sorted(fits, reverse=True)
        assert self.halves.likeness(2, 25) == pytest.approx(self.halves.likeness(2, 100))

    def test_another_sign_than_beside_fits_less_than_any_usual_size(self) -> None:
        assert self.halves.likeness(2, -50) < self.halves.likeness(2, 100)

    def test_an_amount_beside_nothing_is_as_good_as_any_other(self) -> None:
        lone = Habit({2: 50.0, 3: 60.0}, 0, {2: 0.0, 3: 120.0}, log(0.5), 0.05)

        assert lone.likeness(2, 0) > lone.likeness(2, 50) == lone.likeness(2, 5000)
        assert lone.likeness(9, 50) == lone.likeness(9, 5000)

    @given(st.floats(0.01, 1e9), st.sampled_from([-1, 1]))
    def test_it_is_never_more_than_a_usual_amount_does(self, size: float, sign: int) -> None:
        assert self.halves.likeness(3, sign * size) <= self.halves.likeness(3, 60) + 1e-9

    @given(st.floats(-1e9, 1e9), st.floats(0.001, 1000))
    def test_the_unit_of_the_table_does_not_matter(self, amount: float, unit: float) -> None:
        scaled = Habit(
            {row: unit * each for row, each in self.halves.amounts.items()},
            0,
            {row: unit * each for row, each in self.halves.beside.items()},
            self.halves.middle,
            self.halves.spread,
        )

        assert scaled.likeness(3, unit * amount) == pytest.approx(self.halves.likeness(3, amount), abs=1e-6)


def test_columns_of_a_region_go_together_too() -> None:
    """Sums alone: each column beside the one that it is most like."""
    net = netted_region("""
    | Kommun | 2021 | 2022 | 2023
    | Berg   | 100  | 51   | 120
    | Dal    | 200  | 99   | 190
    | Hav    | 310  | 155  | 440
    | Skog   | 90   | 45   | 60
    | Ås     | 55   | 28   | 81
    | Summa  | 755  | 378  | 891
    """).net

    assert Habits(net).of(at("D2")).beside == Habits(net).of(at("C2")).amounts
