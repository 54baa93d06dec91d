"""What the findings on a table say of its relations and of its cells."""

from __future__ import annotations

from dataclasses import replace

from syditval.diagnosis.told import Told
from syditval.model.finding import Confidence, Finding
from tests.diagnosis.netted import Netted, cells, netted

# A line that is out, in its row and down its column, a total that is out by itself, and a word.
TABLE = netted("""
Benämning | Budget | Utfall | Prognos | Avvikelse
Intäkter  | -900   | ca 300 | -900    | 0
Personal  | 500    | 170    | 605     | -5
Lokaler   | 400    | 130    | 410     | -10
Summa     | 0      | 0      | 15      | -25
""")


def told_of(table: Netted, *extra: Finding) -> Told:
    return Told(table.table, table.judgements, (*table.findings, *extra))


def names(findings: list[Finding]) -> list[str]:
    return [f"{finding.code} {finding.cell.a1 if finding.cell else '-'}" for finding in findings]


def test_a_relation_that_fails_is_told_of_once() -> None:
    told = told_of(TABLE)
    numbers = [TABLE.number(name) for name in ("V101 E3", "F101 D5", "F101 B5")]

    assert TABLE.failing == ["F101 D5", "F101 E5", "V101 E3", "V101 E5"]
    assert names(told.of_relations(numbers)) == ["F101 D5", "V101 E3"]
    assert told.of_relations([]) == []


def test_relations_are_told_in_their_order() -> None:
    every = range(len(TABLE.judgements))

    assert names(told_of(TABLE).of_relations(reversed(every))) == TABLE.failing


def test_two_relations_of_one_cell_are_told_apart() -> None:
    told = told_of(TABLE)

    assert names(told.of_relations([TABLE.number("F101 E5")])) == ["F101 E5"]
    assert names(told.of_relations([TABLE.number("V101 E5")])) == ["V101 E5"]


def test_what_stands_at_a_cell_says_that_it_cannot_be_read() -> None:
    told = told_of(TABLE)

    assert names(told.at(cells("C2 C3"))) == ["S001 C2"]
    assert told.at(cells("C3 D3")) == []


def test_other_tables_and_other_sheets_are_not_told_of() -> None:
    elsewhere = [replace(each, table="another") for each in TABLE.findings]
    other_sheet = [
        replace(each, cell=replace(each.cell, sheet="Other")) for each in TABLE.findings if each.cell
    ]

    assert Told(TABLE.table, TABLE.judgements, elsewhere).of_relations(range(len(TABLE.judgements))) == []
    assert Told(TABLE.table, TABLE.judgements, other_sheet).at(cells("C2")) == []


def test_relations_are_firm_where_every_finding_on_them_is() -> None:
    numbers = [TABLE.number(name) for name in TABLE.failing]
    doubted = [
        replace(each, confidence=Confidence.MEDIUM) if each.code == "V101" else each
        for each in TABLE.findings
    ]
    told = Told(TABLE.table, TABLE.judgements, doubted)

    assert told_of(TABLE).are_firm(numbers)
    assert not told.are_firm(numbers)
    assert told.are_firm([TABLE.number("F101 D5")])
    assert told.are_firm([])
