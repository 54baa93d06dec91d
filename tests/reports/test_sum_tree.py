"""Totals, and below them what they are made of."""

from __future__ import annotations

from syditval.model.relation import Verdict
from syditval.reports.patterns import patterns_of
from syditval.reports.sum_tree import branches
from tests.reports.test_patterns import judged


def tree(*sums: str) -> list[str]:
    """The tree of some sums, each written ``B9 = B5 B6``, a line each, set in by its depth."""
    judgements = [
        judged(target.strip(), parts, Verdict.EXACT) for target, parts in (s.split("=") for s in sums)
    ]
    return [
        "  " * branch.depth
        + (" ".join(str(part.line) for part in branch.leaves) or f"{branch.pattern.target}:")
        for branch in branches(patterns_of(judgements))
    ]


def test_a_total_of_lines_is_one_line() -> None:
    assert tree("B5 = B3 B4") == ["5:"]


def test_a_total_of_totals_has_them_below_it_and_what_stands_between_them() -> None:
    assert tree("B9 = B1 B4 B7 B8", "B4 = B2 B3") == ["9:", "  1", "  4:", "  7 8"]


def test_outermost_totals_stand_in_their_order_those_down_columns_first() -> None:
    assert tree("D1 = B1 C1", "B9 = B7 B8", "B4 = B2 B3") == ["4:", "9:", "4:"]


def test_a_total_with_two_readings_has_both() -> None:
    assert tree("B9 = B7 B8", "B9 = B4 B5 B6") == ["9:", "9:"]


def test_a_total_that_is_part_of_two_others_is_grown_once() -> None:
    assert tree("B4 = B2 B3", "B8 = B4 B7", "B9 = B4 B6") == ["8:", "  4:", "  7", "9:", "  6"]


def test_totals_that_are_parts_of_each_other_come_to_an_end() -> None:
    assert tree("B4 = B5 B3", "B5 = B4 B2") == ["4:", "  5:", "    2", "  3"]
