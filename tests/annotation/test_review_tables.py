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
        "Budget | tkr | Drift!A4:E8 [Drift!A4:E8] | Ekonomiskt resultat | intäkter -, kostnader + | "
        "Avvikelse = Budget - Årsprognos (stämmer på 3 av 4 rader) | 16 | 16 | 2024-04-30"
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

    assert " | Ekonomiskt resultat | Avvikelse = " in as_text(table_rows(replace(told, tables=(region,)), SV))


@pytest.mark.parametrize(
    ("form", "mark"),
    [(Form.AVERAGE, "G | "), (Form.RELATIVE_CHANGE, "Δ | "), (Form.GROWTH, "Δ | ")],
)
def test_relations_that_only_figures_show_have_marks_too(told: Report, form: Form, mark: str) -> None:
    first = told.judgements[0]
    other = replace(first, relation=replace(first.relation, form=form))

    assert f"Budget | {mark}" in as_text(check_rows(replace(told, judgements=(other,)), SV))


def test_no_tables_are_told_as_such(told: Report) -> None:
    assert "Ingen tabell har känts igen." in as_text(table_rows(replace(told, tables=()), SV))


def test_checks_are_counted_by_tick_mark_and_verdict(told: Report) -> None:
    first, *others = told.judgements
    ratio = replace(
        first, relation=replace(first.relation, form=Form.RATIO), verdict=Verdict.NOT_CHECKED, reason=None
    )
    told = replace(told, judgements=(first, *others, ratio))

    assert as_text(check_rows(told, SV)).splitlines()[-2:] == [
        "Budget | F | Drift!A4:E8 [Drift!A4:E8] | Summering | 3 | 0 | 0 | 1 | 0",
        "Budget | % | Drift!A4:E8 [Drift!A4:E8] | Procenttal | 0 | 0 | 0 | 0 | 1",
    ]
