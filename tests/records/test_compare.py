"""Two records side by side: by what findings are called, whatever the month and wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from syditval.records import Change, Recorded, compare
from tests.records.written import said

BEFORE = said()
FIRST, SECOND, *_ = BEFORE.findings


def with_first(**changes: Any) -> Recorded:
    """The record in which the first finding is another."""
    return replace(BEFORE, findings=(replace(FIRST, **changes), *BEFORE.findings[1:]))


def test_a_record_is_the_same_as_itself() -> None:
    comparison = compare(BEFORE, BEFORE)

    assert comparison.is_same
    assert comparison.unchanged == len(BEFORE.findings) == 8


@pytest.mark.parametrize(
    "changes",
    [
        {"id": f"{FIRST.code}/{FIRST.place}/2024-05-31"},
        {"cell": "Drift!D17"},
        {"expected": Decimal(1), "found": Decimal(2)},
        {"message": "Skrivet på annat sätt."},
    ],
    ids=["month", "cell", "amounts with the same difference", "wording"],
)
def test_a_finding_is_the_same_in_another_month_and_another_row(changes: dict[str, Any]) -> None:
    assert compare(BEFORE, with_first(**changes)).is_same


@pytest.mark.parametrize(
    "changes",
    [
        {"difference": Decimal(2)},
        {"difference": None},
        {"severity": "note"},
        {"verdict": "rounding"},
        {"state": "waived"},
        {"is_material": False},
    ],
    ids=["difference", "no difference", "severity", "verdict", "waiver", "materiality"],
)
def test_a_finding_that_is_not_the_same_has_changed(changes: dict[str, Any]) -> None:
    after = with_first(**changes)
    comparison = compare(BEFORE, after)
    (change,) = comparison.findings

    assert (change.change, change.before, change.after) == (Change.CHANGED, FIRST, after.findings[0])
    assert comparison.unchanged == 7


@pytest.mark.parametrize("other", [{"code": "F102"}, {"place": "budget/annat/actual"}], ids=["rule", "place"])
def test_under_another_name_it_is_new_and_the_one_before_is_gone(other: dict[str, Any]) -> None:
    comparison = compare(BEFORE, with_first(**other))

    assert [(each.change, each.told.identity) for each in comparison.findings] == [
        (Change.NEW, replace(FIRST, **other).identity),
        (Change.GONE, FIRST.identity),
    ]
    assert (comparison.unchanged, comparison.is_same) == (7, False)


def test_what_is_new_comes_first_then_what_is_gone_then_what_has_changed_each_in_its_order() -> None:
    new = [replace(FIRST, code="A001"), replace(FIRST, code="A002")]
    changed = [replace(each, severity="error") for each in BEFORE.findings[3:5]]
    after = replace(BEFORE, findings=(changed[0], new[0], changed[1], new[1], *BEFORE.findings[5:]))
    comparison = compare(BEFORE, after)

    assert [(each.change.value, each.told) for each in comparison.findings] == [
        ("new", new[0]),
        ("new", new[1]),
        ("gone", BEFORE.findings[0]),
        ("gone", BEFORE.findings[1]),
        ("gone", BEFORE.findings[2]),
        ("changed", changed[0]),
        ("changed", changed[1]),
    ]
    assert comparison.unchanged == 8 - 3 - 2


def test_tables_come_and_go() -> None:
    after = replace(BEFORE, tables={"investment": "Investeringar!A9:G15", "staff": "Personal!A1:C9"})
    comparison = compare(BEFORE, after)

    assert comparison.tables == ((Change.NEW, "staff"), (Change.GONE, "budget"))
    assert comparison.findings == ()
    assert not comparison.is_same


def test_the_other_way_round_what_is_new_is_gone() -> None:
    shorter = replace(BEFORE, findings=BEFORE.findings[1:])

    assert [each.change for each in compare(shorter, BEFORE).findings] == [Change.NEW]
    assert [each.change for each in compare(BEFORE, shorter).findings] == [Change.GONE]
