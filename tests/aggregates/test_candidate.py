"""A possible sum held against every crossing, and what that is worth against chance."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.aggregates.candidate import Candidate, Search, candidate, match_of
from syditval.aggregates.candidate import testimony as evidence_of
from syditval.aggregates.face import Face
from tests.aggregates.tables import along, down, written

REPORT = """
        | Budget | Utfall | Prognos
Skola   | 51243  | 48718  | 52017
Vård    | 23187  | 26434  | 24501
Kultur  | 8741   | 6422   |
Summa   | 83171  | 81754  | 76518
"""
ONE = Search("test", 1)


def total_of(face: Face, search: Search = ONE) -> Candidate:
    """The last line as the sum of all others."""
    *parts, target = face.lines
    return candidate(face, target, parts, search)


def said(face: Face) -> list[float]:
    """What each crossing says for the last line being the sum of all others."""
    return list(total_of(face).match.says)


class TestWhereItHolds:
    def test_is_wherever_rounding_explains_the_gap(self) -> None:
        assert total_of(down(REPORT)).match.holds.tolist() == [True, False, True]

    def test_is_tried_where_the_target_and_any_part_have_a_figure(self) -> None:
        face = down("Skola | 51243 | | 52017\nVård | 23187 | | 24501\nSumma | 74430 | 75152 | ")

        assert total_of(face).match.tried.tolist() == [True, False, False]

    def test_may_have_parts_that_count_against_the_others(self) -> None:
        face = down("Intäkter | 9117 | 8481\nKostnader | 7306 | 6874\nResultat | 1811 | 1607")

        assert match_of(face, 2, [0, 1], [1, -1]).holds.tolist() == [True, True]
        assert match_of(face, 2, [0, 1]).holds.tolist() == [False, False]

    def test_is_within_bands_of_rows_of_which_it_explains_most(self) -> None:
        """The lower rows are another table; that one of them happens to agree says nothing."""
        face = along("""
        Nord  | 4117 | 3981 | 8098
        Syd   | 2306 | 2874 | 5180
        Väst  | 1219 | 1102 | 2321

        Ålder | 51   | 23   | 87
        Barn  | 12   | 19   | 31
        Djur  | 13   | 29   | 64
        """)
        match = total_of(face).match

        assert match.holds.tolist() == [True, True, True, False, False, False]
        assert (match.tried == match.holds).all()


class TestWhatACrossingSays:
    def test_is_more_the_more_digits_agree(self) -> None:
        two, four, six = (
            said(down(f"A | {first}\nB | {second}\nSumma | {first + second}"))[0]
            for first, second in ((41, 23), (4117, 2306), (411719, 230611))
        )
        assert two < four < six

    def test_is_more_for_figures_that_agree_exactly_than_for_a_gap_that_rounding_explains(self) -> None:
        exact, rounded = said(down("A | 4117 | 4117\nB | 2306 | 2306\nC | 1219 | 1219\nSumma | 7642 | 7643"))
        assert exact > rounded > 0

    def test_is_nothing_of_zeros_and_little_of_a_part_alone(self) -> None:
        face = down("A | 0 | 4117 | 4117\nB | 0 | 0 | 2306\nSumma | 0 | 4117 | 6423\nC | 7 | 13 | 19")
        zeros, copy, both = match_of(face, 2, [0, 1]).says

        assert zeros == 0
        assert 0 < copy < 1 < both

    def test_is_less_in_round_amounts(self) -> None:
        odd, round_ = said(down("A | 4117 | 4000\nB | 2306 | 2000\nSumma | 6423 | 6000"))

        assert round_ < odd

    @given(st.integers(100, 10**6), st.integers(100, 10**6))
    def test_is_never_beyond_measure(self, first: int, second: int) -> None:
        (told,) = said(down(f"A | {first}\nB | {second}\nSumma | {first + second}"))

        assert 0 <= told <= 12


class TestCrossingsInProportion:
    """The same budget in equal months: if one of them adds up, all do."""

    @pytest.mark.parametrize(
        ("table", "witnesses"),
        [
            ("A | 4117 | 4117 | 4117\nB | 2306 | 2306 | 2306\nSumma | 6423 | 6423 | 6423", 1),
            ("A | 4117 | 8234 | 41170\nB | 2306 | 4612 | 23060\nSumma | 6423 | 12846 | 64230", 1),
            ("A | 4117 | 2306 | 4870\nB | 2306 | 4117 | 2511\nSumma | 6423 | 6423 | 7381", 3),
        ],
        ids=["equal", "in proportion", "different"],
    )
    def test_are_one_witness(self, table: str, witnesses: int) -> None:
        face = down(table)
        match = match_of(face, 2, [0, 1])
        evidence, counted = evidence_of(face, 2, [0, 1], match)

        assert counted == witnesses
        assert evidence <= witnesses * match.says.max()

    def test_say_nothing_where_none_holds(self) -> None:
        face = down("A | 4117\nB | 2306\nSumma | 9999")

        assert evidence_of(face, 2, [0, 1], match_of(face, 2, [0, 1])) == (0.0, 0)


class TestTheScore:
    def test_pays_for_all_that_the_search_tried(self) -> None:
        face = down(REPORT)
        alone, among_many = total_of(face), total_of(face, Search("test", 1000))

        assert alone.score - among_many.score == pytest.approx(log(1000))
        assert alone.match.says.tolist() == among_many.match.says.tolist()

    def test_is_less_for_every_crossing_that_fails(self) -> None:
        right = total_of(down(REPORT.replace("81754", "81574")))
        wrong = total_of(down(REPORT))

        assert (wrong.witnesses, right.witnesses) == (2, 3)
        assert wrong.score < right.score

    def test_is_not_less_where_a_withheld_figure_explains_the_failure(self) -> None:
        known = (
            "A | 4117 | 3981 | 4870\nB | 2306 | {} | 2511\nC | 1219 | 1102 | 1377\nSumma | 7642 | 7957 | 8758"
        )
        withheld, missing = total_of(down(known.format("x"))), total_of(down(known.format("")))

        assert withheld.score > missing.score

    def test_says_which_search_came_upon_it(self) -> None:
        assert total_of(down(REPORT)).found == "test"


def test_parts_go_with_their_weights_and_stand_where_they_do() -> None:
    face = down("A | 4117\nB | 2306\nC | 1811")
    difference = candidate(face, 2, [0, 1], ONE, [1, -1])

    assert difference.weighted == [(0, 1), (1, -1)]
    assert difference.shape == (-2, -1)
    assert total_of(face).weighted == [(0, 1), (1, 1)]


@given(st.lists(st.integers(10**4, 10**6), min_size=2, max_size=12), st.integers(0, 20))
def test_a_shift_is_seen_where_rounding_cannot_explain_it(figures: list[int], shift: int) -> None:
    rows = {f"Rad {place}": [figure, figure] for place, figure in enumerate(figures)}
    match = total_of(down(written({**rows, "Summa": [sum(figures), sum(figures) + shift]}))).match

    assert match.holds[0]
    assert match.holds[1] or shift > 0
    assert not match.holds[1] or shift <= (len(figures) + 1) / 2
