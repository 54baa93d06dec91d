"""Sums in the shape of others."""

from __future__ import annotations

from syditval.aggregates.candidate import Candidate, Search, candidate
from syditval.aggregates.face import Face
from syditval.aggregates.shapes import in_shape
from tests.aggregates.tables import along, sums_of

COUNTIES = """
      | Alla | Män  | Kvinnor | Alla | Män  | Kvinnor | Alla | Män  | Kvinnor
Nord  | 8098 | 4117 | 3981    | 9997 | 5120 | 4877    | 1133 | 512  | 621
Syd   | 5180 | 2306 | 2874    | 5141 | 2511 | 2630    | 318  | 231  | 87
Väst  | 2321 | 1219 | 1102    | 2675 | 1377 | 1298    | 105  | 64   | 41
"""


def known(face: Face, *targets: int) -> list[Candidate]:
    """Totals of the two columns behind each."""
    return [candidate(face, each, [each + 1, each + 2], Search("test", 1)) for each in targets]


def repeated(table: str, *targets: int) -> list[str]:
    face = along(table)
    return sums_of(face, in_shape(face, known(face, *targets)))


def test_what_two_totals_are_the_third_may_be() -> None:
    assert repeated(COUNTIES, 0, 3) == ["H = I + J"]


def test_one_alone_is_no_pattern() -> None:
    assert repeated(COUNTIES, 0) == []


def test_a_line_where_it_does_not_hold_is_left_alone() -> None:
    assert repeated(COUNTIES.replace("1133", "1331").replace("318", "813"), 0, 3) == []


def test_a_pattern_that_leaves_the_table_is_no_sum() -> None:
    """Every third column begins one; of the last two there is nothing behind."""
    assert repeated(COUNTIES, 0, 3, 6) == []
