"""Findings in the order in which they are read, each with a name of its own."""

from __future__ import annotations

from syditval.checks import ranked
from syditval.model.cells import CellRef
from syditval.model.finding import Finding
from syditval.model.rule import Severity
from tests.text_tables import workbook

BOOK = workbook("# Ö\nSkola | 1\n# A\nVård | 2")


def finding(cell: CellRef | None, severity: Severity = Severity.ERROR, code: str = "F101") -> Finding:
    return Finding(f"{code}/budget", code, "a-name", severity, "budget", cell)


def test_they_stand_by_severity_then_tab_by_tab_and_row_by_row() -> None:
    places = [CellRef("A", 1, 1), CellRef("Ö", 9, 1), CellRef("Ö", 2, 3), None]
    found = ranked([finding(CellRef("A", 1, 1), Severity.NOTE), *map(finding, places)], BOOK)

    assert [(each.severity.value, each.cell and each.cell.address) for each in found] == [
        ("error", None),
        ("error", "Ö!C2"),
        ("error", "Ö!A9"),
        ("error", "A!A1"),
        ("note", "A!A1"),
    ]


def test_at_one_cell_the_rules_stand_in_the_order_of_their_codes() -> None:
    cell = CellRef("A", 1, 1)

    assert [each.code for each in ranked([finding(cell, code=c) for c in ("V101", "F101")], BOOK)] == [
        "F101",
        "V101",
    ]


def test_one_that_comes_again_is_numbered() -> None:
    assert [each.id for each in ranked([finding(None)] * 3, BOOK)] == [
        "F101/budget",
        "F101/budget~2",
        "F101/budget~3",
    ]
