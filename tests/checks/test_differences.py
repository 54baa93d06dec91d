"""The relations of a difference column: those that the kind declares, in the direction of the table."""

from __future__ import annotations

from dataclasses import replace

from syditval.checks.differences import difference_relations
from syditval.model.table import FIGURE_ROWS
from tests.checks.examined import SHIPPED, table_of
from tests.seed import INVESTMENT

INVESTMENT_KIND = SHIPPED[1]


def test_one_relation_for_every_line_and_total() -> None:
    table = table_of(INVESTMENT)
    relations = list(difference_relations("V102", table, INVESTMENT_KIND))

    assert [relation.target.cell.row for relation in relations] == [
        row.number for row in table.rows_with(*FIGURE_ROWS)
    ]
    assert {relation.rule for relation in relations} == {"V102"}


def test_minuend_and_subtrahend_are_those_of_the_table() -> None:
    first = next(difference_relations("V102", table_of(INVESTMENT), INVESTMENT_KIND))

    assert first.target.cell.a1 == "D4"
    assert [(term.weight, term.figure.cell.a1) for term in first.terms] == [(1, "B4"), (-1, "C4")]


def test_on_the_rows_that_run_the_other_way_they_change_places() -> None:
    table = table_of(INVESTMENT)
    turned = [replace(each, reversed_rows=frozenset({5})) for each in table.differences]
    first, second, *_ = difference_relations(
        "V102", replace(table, differences=tuple(turned)), INVESTMENT_KIND
    )

    assert [term.figure.cell.a1 for term in first.terms] == ["B4", "C4"]
    assert [term.figure.cell.a1 for term in second.terms] == ["C5", "B5"]


def test_a_rule_that_the_kind_does_not_use_has_none() -> None:
    assert list(difference_relations("V199", table_of(INVESTMENT), INVESTMENT_KIND)) == []
