"""A month held against itself, against other months, and against a month that is out of order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syditval.arithmetic import NEAREST
from syditval.checks import budget_changed, check_months, check_tables, months, with_months
from syditval.model.earlier import Earlier, Months
from syditval.model.relation import Reason, Relation
from syditval.model.rule import Severity
from syditval.model.table import Table
from tests.checks.examined import SHIPPED, table_of
from tests.checks.monthly import APRIL, MARCH, PROJECTS, against, earlier, plain
from tests.seed import BUDGET, INVESTMENT


@pytest.mark.parametrize("text", [APRIL, BUDGET, PROJECTS, INVESTMENT])
def test_a_month_against_itself_says_no_more_than_that_its_outcome_is_the_same(text: str) -> None:
    found = against(text, text)

    assert [each.split()[1] for each in found.findings] == ["T301"]
    assert set(found.examined.verdicts("T101").values()) == {"exact"}


def test_a_sound_month_after_a_sound_month_has_no_finding() -> None:
    found = against(APRIL)

    assert found.findings == []
    assert found.gaps == []
    assert found.examined.verdicts("T101") == {f"B{row}": "exact" for row in (2, 3, 4, 5)}
    assert found.examined.verdicts("T103") == {f"C{row}": "exact" for row in (2, 3, 4)}
    assert found.examined.verdicts("T104") == {f"D{row}": "exact" for row in (2, 3, 4)}


lines = st.lists(st.integers(-5000, 5000), min_size=3, max_size=6)


def named(budgets: list[int]) -> Table:
    return plain([(f"Rad {number}", amount) for number, amount in enumerate(budgets)])


@settings(max_examples=40)
@given(lines, st.data())
def test_one_unit_more_in_one_budget_is_always_found_at_its_cell(
    budgets: list[int], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(budgets) - 1))
    changed = [amount + (number == place) for number, amount in enumerate(budgets)]
    before = Earlier("mars.xlsx", "1" * 64, None, (named(budgets),))
    found = check_months([named(changed)], SHIPPED, Months((before,)), NEAREST).findings

    cells = [each.cell.a1 for each in found if each.code == "T101" and each.cell]
    assert cells == [f"B{place + 2}", f"B{len(budgets) + 2}"]


def test_a_rule_that_crashes_is_a_finding_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def relations(_: object) -> Iterator[Relation]:
        raise KeyError("Budget")

    broken = SimpleNamespace(RULE=budget_changed.RULE, relations_to_last_month=relations)
    rules = [broken if rule is budget_changed else rule for rule in months.rule_modules()]
    monkeypatch.setattr(months, "rule_modules", lambda: rules)
    found = against(APRIL)

    assert found.findings == ["error T101 A1"]
    assert found.gaps == ["A1 T101 (rule could not run)"]
    assert found.examined.verdicts("T103")


def test_a_kind_may_give_a_rule_another_severity() -> None:
    stricter = [replace(kind, severities={"T101": Severity.ERROR}) for kind in SHIPPED]
    tables = [table_of(APRIL.replace("| 500 ", "| 501 "))]
    found = check_months(tables, stricter, Months((earlier(MARCH),)), NEAREST).findings

    assert [each.severity for each in found] == ["error"]


@pytest.mark.parametrize("decision", ["", "KF § 41"])
@pytest.mark.parametrize("lost", ["Budget", "Utfall", "Prognos"])
def test_a_column_that_either_month_lacks_is_no_finding_and_brings_no_rule_down(
    lost: str, decision: str
) -> None:
    now, then = without(APRIL, lost), without(MARCH, lost)

    for pair in ((now, MARCH), (APRIL, then), (now, then)):
        assert against(*pair, decision=decision).findings == []


def without(text: str, heading: str) -> str:
    """A table without one of its columns."""
    rows = [line.split("|") for line in text.strip().splitlines()]
    place = [cell.strip() for cell in rows[0]].index(heading)
    return "\n".join("|".join(row[:place] + row[place + 1 :]) for row in rows)


def test_what_neither_month_touches_stays_untouched() -> None:
    tables = [table_of(APRIL.rpartition("Summa")[0].replace("| 395     | 5", "|         |"))]
    march = Months((earlier(MARCH.replace("Lokalhyror", "Kurser    ").replace("400 ", "40 ")),))
    alone = check_tables(tables, SHIPPED, NEAREST)
    of_months = check_months(tables, SHIPPED, march, NEAREST)

    both = with_months(alone, of_months, tables)
    assert [gap.count for gap in alone.not_checked if gap.reason is Reason.NO_RELATION] == [3]
    assert [gap.count for gap in both.not_checked if gap.reason is Reason.NO_RELATION] == [1]


def test_what_no_relation_of_its_own_touches_last_month_may() -> None:
    tables = [table_of(APRIL.rpartition("Summa")[0])]
    alone = check_tables(tables, SHIPPED, NEAREST)
    of_months = check_months(tables, SHIPPED, Months((earlier(MARCH),)), NEAREST)

    assert [gap.count for gap in alone.not_checked if gap.reason is Reason.NO_RELATION] == [3]
    both = with_months(alone, of_months, tables)
    assert Reason.NO_RELATION not in [gap.reason for gap in both.not_checked]
    assert both.judgements == alone.judgements + of_months.judgements
