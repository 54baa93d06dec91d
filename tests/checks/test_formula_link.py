"""Formulas that read from other workbooks: which cells, told once a sheet."""

from __future__ import annotations

from tests.checks.examined import examined

SHEET = "=[1]Blad1!A1 -> 1 | 2\n3 | =SUM('[1]Blad 1'!A1:A9)+A2 -> 4"


def test_all_of_a_sheet_are_one_finding() -> None:
    found = examined(SHEET, ())

    assert found.findings == ["warning H308 A1"]
    assert found.sentences()[0] == (
        "Formulas on the sheet Sheet1 that fetch from outside the workbook: 2, in A1, B2, the first =[1]Blad1!A1. "
        "What they show is what was there when they were last updated."
    )


def test_where_the_link_itself_is_told_of_this_only_says_where() -> None:
    linked = f"! external link xl/externalLinks/externalLink1.xml -> budget.xlsx\n{SHEET}"
    to_program = f"! dde link xl/externalLinks/externalLink1.xml\n{SHEET}"

    assert examined(linked, ()).findings == ["warning H201 -", "note H308 A1"]
    assert examined(to_program, ()).findings == ["warning H202 -", "note H308 A1"]


def test_references_to_tables_are_no_links() -> None:
    assert examined("=SUM(Tabell1[Belopp]) -> 1", ()).findings == []
