"""Which tables of two months are the same."""

from __future__ import annotations

from dataclasses import replace

from syditval.checks.month_tables import beside, tables_in_both
from syditval.model.relation import Reason
from syditval.model.table import Row, RowRole, SignConvention, Table
from tests.checks.examined import table_of
from tests.checks.monthly import APRIL, MARCH, PROJECTS, earlier, plain

BUDGET, INVESTMENT = table_of(APRIL), table_of(PROJECTS)


def table(id: str, sheet: str, title: str = "", lines: str = "a b c", of: Table = BUDGET) -> Table:
    rows = tuple(Row(number, RowRole.DETAIL, key, key) for number, key in enumerate(lines.split(), start=2))
    return replace(of, id=id, sheet=sheet, title=title, rows=rows)


def told(now: list[Table], then: list[Table]) -> list[str]:
    return [f"{one.id} = {other.id}" for one, other in tables_in_both(now, then)]


def test_they_have_the_same_sheet_and_title_whatever_their_order() -> None:
    now = [table("budget", "Drift", "Skola"), table("budget-2", "Drift", "Vård")]
    then = [table("budget", "Drift", "Vård"), table("budget-2", "Drift", "Skola")]

    assert told(now, then) == ["budget = budget-2", "budget-2 = budget"]


def test_or_the_same_sheet_alone_or_the_same_title_alone() -> None:
    now = [table("budget", "Skola", "Utfall april"), table("budget-2", "April", "Vård")]
    then = [table("budget", "Mars", "Vård"), table("budget-2", "Skola", "Utfall mars")]

    assert told(now, then) == ["budget = budget-2", "budget-2 = budget"]


def test_else_those_with_the_most_lines_in_common() -> None:
    now = [table("budget", "Drift", "April", "a b c"), table("budget-2", "Drift", "April", "d e f")]
    then = [table("budget", "Mars", "", "d e x"), table("budget-2", "Mars", "", "a y z")]

    assert told(now, then) == ["budget = budget-2", "budget-2 = budget"]


def test_of_one_kind_only() -> None:
    assert told([table("budget", "Blad1")], [table("investment", "Blad1", of=INVESTMENT)]) == []


def test_one_that_was_put_in_between_is_the_new_one() -> None:
    now = [table("budget", "Skola"), table("budget-2", "Kultur"), table("budget-3", "Vård")]
    then = [table("budget", "Skola"), table("budget-2", "Vård")]

    assert told(now, then) == ["budget = budget", "budget-3 = budget-2"]


def test_tables_that_cannot_be_compared_are_told_with_the_reason() -> None:
    other_signs = replace(BUDGET, sign=SignConvention.UNSIGNED)
    nothing_alike = plain([("Bilar", 90), ("Mat", 70)])

    assert beside([other_signs], earlier(MARCH)).hindered == ((other_signs, Reason.SIGN_NOT_COMPARED),)
    assert beside([nothing_alike], earlier(MARCH)).hindered == ((nothing_alike, Reason.NO_LINE_IN_COMMON),)


def test_what_one_month_alone_has_is_told() -> None:
    found = beside([BUDGET], earlier(PROJECTS))

    assert (found.pairs, found.new, found.source) == ((), (BUDGET,), "mars.xlsx")
    assert [gone.kind for gone in found.gone] == ["investment"]


def test_what_both_have_stands_beside_each_other() -> None:
    (pair,) = beside([BUDGET], earlier(MARCH), "KF § 41").pairs

    assert (pair.table, pair.conversion.source, pair.decision) == (BUDGET, "mars.xlsx", "KF § 41")
    assert len(pair.lines.common) == 4
