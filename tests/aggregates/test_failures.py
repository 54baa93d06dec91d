"""Where a sum that is believed does not hold although it ought to."""

from __future__ import annotations

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face
from syditval.aggregates.failures import failing, with_blanks
from tests.aggregates.tables import down

SEARCH = Search("test", 1)
NOBODY: list[Candidate] = []


def last(face: Face) -> Candidate:
    """The last line as the sum of all others, the nearest first."""
    target, *parts = reversed(face.lines)
    return candidate(face, target, parts, SEARCH)


def fails(table: str, *, known: bool = False) -> list[bool]:
    """At which crossings the last line fails to be the sum of the others, or of all but the first."""
    face = down(table)
    others = [candidate(face, 1, [0, 2], SEARCH)] if known else NOBODY
    return list(failing(face, last(face), others))


def test_a_gap_that_is_small_beside_the_total_is_a_slip() -> None:
    assert fails("A | 4117 | 3981 | 4870\nB | 2306 | 2874 | 2511\nC | 6423 | 6855 | 7318") == [
        False,
        False,
        True,
    ]


def test_a_large_gap_is_no_sum_at_all() -> None:
    """Perhaps an average, or the figure of another year."""
    assert fails("A | 4117 | 3981 | 4870\nB | 2306 | 2874 | 2511\nC | 6423 | 6855 | 1209") == [False] * 3


def test_unless_it_is_called_the_total_of_the_lines_beside_it() -> None:
    table = "A | 4117 | 3981 | 4870\nB | 2306 | 2874 | 2511\nSumma | 6423 | 6855 | 1209"

    assert fails(table) == [False, False, True]


def test_or_another_sum_holds_there() -> None:
    table = "A | 4117 | 3981 | 4870\nB | 6423 | 6855 | 7381\nC | 2306 | 2874 | 2511\nD | 12846 | 13710 | 1209"

    assert fails(table) == [False, False, False]
    assert fails(table, known=True) == [False, False, True]


def test_percentages_need_not_add_up() -> None:
    table = "A | 4117 | 3981 | 95.1%\nB | 2306 | 2874 | 31.2%\nSumma | 6423 | 6855 | 88.4%"

    assert fails(table) == [False] * 3


def test_more_that_fail_than_half_of_those_that_hold_are_the_search_in_error() -> None:
    table = "A | 4117 | 3981 | 4870\nB | 2306 | 2874 | 2511\n{} | 6423 | 6865 | 7391"

    assert fails(table.format("C")) == [False] * 3
    assert fails(table.format("Summa")) == [False, True, True]


class TestAFigureThatIsNotGiven:
    WITHHELD = "A | 4117 | 3981 | 4870 | 512\nB | 2306 | x | 2511 | 87\nSumma | 6423 | 6855 | 7381 | 599"

    def test_is_no_failure_where_a_mark_says_that_it_is_withheld(self) -> None:
        face = down(self.WITHHELD)

        assert last(face).match.holds.tolist() == [True, False, True, True]
        assert failing(face, last(face), []).tolist() == [False] * 4

    def test_leaves_a_doubt_where_the_cell_is_blank(self) -> None:
        face = down(self.WITHHELD.replace("x", ""))

        assert failing(face, last(face), []).tolist() == [False, True, False, False]
        assert with_blanks(face, last(face)).tolist() == [False, True, False, False]

    def test_is_no_doubt_of_a_line_that_is_blank_elsewhere_too(self) -> None:
        face = down(self.WITHHELD.replace("x", "").replace("| 2511", "|"))

        assert with_blanks(face, last(face)).tolist() == [False] * 4
