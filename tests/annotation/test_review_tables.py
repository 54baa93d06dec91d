"""What is told of each table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.review_tables import check_rows, table_rows
from syditval.messages import texts
from syditval.model.relation import Form, Verdict
from syditval.model.report import Report
from syditval.model.table import REGION, Basis, Column, ColumnType, Difference
from tests.annotation.build import drift_workbook, report, table
from tests.annotation.review_text import as_text

SV = texts("sv")


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"))


def test_a_table_is_told_with_all_that_was_read_of_it(told: Report) -> None:
    assert as_text(table_rows(told, SV)).splitlines()[-1] == (
        "Budget | tkr | Drift!A4:E8 [Drift!A4:E8] | Ekonomiskt resultat | "
        "Avvikelse = Budget - Årsprognos (stämmer på 3 av 4 rader) | 16 | 16 | 2024-04-30 | intäkter -, kostnader +"
    )


def test_figures_that_no_check_touched_are_not_counted_as_covered(told: Report) -> None:
    unchecked = replace(told, judgements=told.judgements[:1])

    assert " | 16 | 4 | 2024-04-30" in as_text(table_rows(unchecked, SV))


def test_differences_are_told_as_far_as_they_are_known(told: Report) -> None:
    unsure = replace(
        table(),
        differences=(Difference("variance", "budget", "forecast", Basis.KIND),),
        undetermined=("actual",),
    )
    told = replace(told, tables=(unsure,))

    assert "Avvikelse = Budget - Årsprognos\nUtfall 240430: kan inte avgöras" in as_text(table_rows(told, SV))


def test_a_header_over_two_lines_is_told_in_one_and_one_that_is_missing_by_its_role(told: Report) -> None:
    broken = Column("variance", ColumnType.AMOUNT, "Avvikelse\n mot budget", 5)
    some = replace(table(), columns=(*table().columns[:-2], broken))

    assert "Avvikelse mot budget = Budget - forecast" in as_text(
        table_rows(replace(told, tables=(some,)), SV)
    )


def test_a_region_of_figures_says_nothing_of_signs(told: Report) -> None:
    region = replace(table(), kind=REGION)

    assert as_text(table_rows(replace(told, tables=(region,)), SV)).endswith(" | 2024-04-30")


def test_no_tables_are_told_as_such(told: Report) -> None:
    assert "Ingen tabell har känts igen." in as_text(table_rows(replace(told, tables=()), SV))


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (Form.SUM, "Summering"),
        (Form.DIFFERENCE, "Avvikelse och återstod"),
        (Form.RATIO, "Procenttal"),
        (Form.AVERAGE, "Genomsnitt"),
        (Form.RELATIVE_CHANGE, "Relativ förändring"),
        (Form.GROWTH, "Ökning"),
        (Form.AT_LEAST, "Når upp till bokfört"),
    ],
)
def test_every_form_of_check_has_its_name(told: Report, form: Form, name: str) -> None:
    first = told.judgements[0]
    other = replace(first, relation=replace(first.relation, form=form))

    assert as_text(check_rows(replace(told, judgements=(other,)), SV)).splitlines()[2:] == [
        "Tabell | Område | Kontroll | Exakt | Avrundning | Osannolik | Stämmer inte | Ej kontrollerad",
        f"Budget | Drift!A4:E8 [Drift!A4:E8] | {name} | 1 | 0 | 0 | 0 | 0",
    ]


def test_what_is_held_against_another_workbook_is_a_check_of_its_own(told: Report) -> None:
    first = told.judgements[0]
    (term, *_) = first.relation.terms
    cell = replace(term.figure.cell, source="mars.xlsx")
    then = replace(term, figure=replace(term.figure, cell=cell))
    against = replace(first, relation=replace(first.relation, terms=(then,)))

    rows = as_text(check_rows(replace(told, judgements=(first, against)), SV)).splitlines()[3:]

    assert [row.split(" | ")[2:4] for row in rows] == [["Summering", "1"], ["Mot tidigare månader", "1"]]


def test_checks_are_counted_by_form_and_verdict(told: Report) -> None:
    first, *others = told.judgements
    ratio = replace(
        first, relation=replace(first.relation, form=Form.RATIO), verdict=Verdict.NOT_CHECKED, reason=None
    )
    told = replace(told, judgements=(first, *others, ratio))

    assert as_text(check_rows(told, SV)).splitlines()[-2:] == [
        "Budget | Drift!A4:E8 [Drift!A4:E8] | Summering | 3 | 0 | 0 | 1 | 0",
        "Budget | Drift!A4:E8 [Drift!A4:E8] | Procenttal | 0 | 0 | 0 | 0 | 1",
    ]


def test_where_nothing_was_recalculated_there_is_no_block(told: Report) -> None:
    assert list(check_rows(replace(told, judgements=()), SV)) == []
