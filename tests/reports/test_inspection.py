"""What was recognised and how, whole, from reports made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.model.table import Row, RowRole, RowSum, Table
from syditval.reports.inspection import render_inspection
from tests.reports.example_reports import EXAMPLES, budget, report
from tests.reports.papers import on_console

Golden = Callable[[str, str], None]


def inspected(*tables: Table, gaps: tuple[NotChecked, ...] = ()) -> str:
    holder = replace(report("en", tables), not_checked=gaps)
    return on_console(lambda console: render_inspection(holder, console))


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_what_was_recognised_reads_as_agreed(golden: Golden, example: str, language: str) -> None:
    of = EXAMPLES[example](language)

    golden(
        f"reports/{example}.{language}.inspection.txt",
        on_console(lambda console: render_inspection(of, console)),
    )


def test_rows_are_given_by_role_as_spans() -> None:
    roles = {5: "DETAIL", 6: "DETAIL", 7: "OF_WHICH", 8: "DETAIL", 10: "SUBTOTAL", 11: "TOTAL"}
    rows = tuple(Row(number, RowRole[role], "", "") for number, role in roles.items())
    text = inspected(replace(budget(), rows=rows))

    assert "line: 3 (5-6, 8)\n" in text
    assert "subtotal: 1 (10)\n" in text
    assert "of which: 1 (7)\n" in text


def test_what_each_total_is_of_is_said_and_which_of_which_rows_are_only_a_part() -> None:
    roles = {5: "DETAIL", 6: "OF_WHICH", 7: "OF_WHICH", 8: "DETAIL", 9: "OF_WHICH", 10: "TOTAL"}
    rows = tuple(Row(number, RowRole[role], "", "") for number, role in roles.items())
    sums = (RowSum(10, (5, 8)), RowSum(5, (6, 7)))
    text = inspected(replace(budget(), rows=rows, sums=sums))

    assert "   sums      row 5 = 6-7\n             row 10 = 5, 8\n" in text
    assert "row 9: only part of the row above, nothing to add up\n" in text


def test_every_column_is_listed_with_its_letter_role_type_and_precision() -> None:
    lines = [line.split() for line in inspected(budget()).splitlines()]

    assert ["B", "Budget", "budget", "amount", "1"] in lines
    assert ["A", "(blank)", "label", "label", "-"] in lines


def test_a_title_is_given_where_there_is_one() -> None:
    assert "   title     Ekonomiskt resultat\n" in inspected(budget())
    assert "title" not in inspected(replace(budget(), title=""))


def test_what_is_missing_is_named() -> None:
    assert "   missing   forecast, variance\n" in inspected(
        replace(budget(), missing=("forecast", "variance"))
    )


def test_gaps_of_layout_are_listed_and_gaps_of_arithmetic_are_not() -> None:
    outside = NotChecked(Reason.OUTSIDE_TABLES, message="Seven numbers outside.")
    zero = NotChecked(Reason.ZERO_DENOMINATOR, message="A zero to divide by.")
    text = inspected(budget(), gaps=(outside, zero))

    assert "-  Seven numbers outside." in text
    assert "A zero to divide by." not in text


def test_sheets_that_yield_nothing_are_listed() -> None:
    assert "-  Blad 3 is empty." in inspected(
        gaps=(NotChecked(Reason.EMPTY_SHEET, message="Blad 3 is empty."),)
    )


def test_nothing_recognised_is_said_plainly() -> None:
    assert "No table was recognised" in inspected()
