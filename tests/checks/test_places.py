"""A finding knows the labels around it, and has a name that outlives its address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.checks.places import as_stated, finding_at, severity_of
from syditval.checks.total_differs import RULE
from syditval.model.cells import CellRef
from syditval.model.finding import Field, Finding
from syditval.model.rule import Severity
from tests.checks.examined import SHIPPED, table_of
from tests.seed import BUDGET, INVESTMENT


def finding(text: str, row: int, column: int, **fields: Field) -> Finding:
    return finding_at(RULE, table_of(text), CellRef("Sheet1", row, column), Severity.ERROR, fields)


def test_it_carries_the_labels_of_its_row_and_column() -> None:
    found = finding(BUDGET, 9, 4, lines=10)

    assert (found.row_label, found.column_label, found.unit) == ("Övrigt tjänsteköp", "Årsprognos", "tkr")
    assert found.fields == {"row": "Övrigt tjänsteköp", "column": "Årsprognos", "unit": "tkr", "lines": 10}
    assert (found.code, found.name, found.table) == ("F101", RULE.name, "budget")


def test_percentages_are_in_per_cent() -> None:
    assert finding(INVESTMENT, 5, 5).unit == "%"


@pytest.mark.parametrize(
    ("place", "identity"),
    [
        ((14, 3), "F101/budget/total/actual/2024-04-30"),
        ((3, 5), "F101/budget/-/variance/2024-04-30"),
        ((3, 9), "F101/budget/-/-/2024-04-30"),
    ],
)
def test_its_name_is_symbolic(place: tuple[int, int], identity: str) -> None:
    assert finding(BUDGET, *place).id == identity


def test_its_name_is_the_same_when_the_table_has_moved() -> None:
    moved = "\n|\n|\n" + BUDGET.strip("\n").replace("\n", "\n|").replace("Ekonomiskt", "|Ekonomiskt", 1)

    assert finding(moved, 16, 4).id == finding(BUDGET, 14, 3).id


def test_a_table_without_a_period_has_none_in_its_name() -> None:
    table = replace(table_of(BUDGET), period="")

    assert (
        finding_at(RULE, table, CellRef("Sheet1", 14, 3), Severity.ERROR, {}).id
        == "F101/budget/total/actual/-"
    )


def test_a_kind_may_change_the_severity_of_a_rule() -> None:
    kind = replace(SHIPPED[0], severities={"F101": Severity.NOTE})

    assert severity_of(RULE, kind) is Severity.NOTE
    assert severity_of(RULE, SHIPPED[0]) is Severity.ERROR


def test_a_rule_on_the_whole_workbook_has_the_worst_severity_that_a_kind_states_for_it() -> None:
    lenient, strict = (
        replace(SHIPPED[0], severities={"F101": severity}) for severity in (Severity.NOTE, Severity.WARNING)
    )

    assert as_stated(RULE, SHIPPED) == RULE
    assert as_stated(RULE, (*SHIPPED, lenient)).severity is Severity.NOTE
    assert as_stated(RULE, (lenient, strict)).severity is Severity.WARNING
