"""Verdicts and coverage, table by table, and the bar that shows the coverage."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.model.relation import Verdict
from syditval.model.report import Coverage
from syditval.reports.html_counts import counts_of, share
from tests.reports.example_reports import budget, clean, report
from tests.reports.example_sums import summing


def test_each_table_has_its_counts_and_all_together_have_theirs() -> None:
    told = [
        (each.table.id if each.table else "all", each.verdicts[Verdict.EXACT], each.coverage.covered)
        for each in counts_of(clean("en"))
    ]

    assert told == [("budget", 15, 44), ("investment", 22, 36), ("all", 37, 80)]


def test_a_table_that_is_alone_is_not_counted_twice() -> None:
    assert [each.table for each in counts_of(report("en", [budget()]))] == [budget()]


def test_of_tables_that_nobody_declared_those_without_a_relation_are_left_out() -> None:
    assert [each.table.range if each.table else "all" for each in counts_of(summing("en"))] == [
        "Drift!A2:E11",
        "Skolor!A1:E7",
        "all",
    ]


@pytest.mark.parametrize(
    ("covered", "figures", "width"), [(0, 80, "0.0"), (80, 80, "100.0"), (2999, 3000, "99.9"), (1, 3, "33.3")]
)
def test_a_bar_is_as_long_as_what_is_covered(covered: int, figures: int, width: str) -> None:
    assert share(Coverage(figures, covered)) == Decimal(width)


@given(st.data())
def test_a_bar_is_full_only_where_everything_is_covered(data: st.DataObject) -> None:
    figures = data.draw(st.integers(1, 10**6))
    covered = data.draw(st.integers(0, figures))
    width = share(Coverage(figures, covered))

    assert 0 <= width <= 100
    assert (width == 100) is (covered == figures)
