"""What is told of everything that was not checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.review_gaps import gap_rows
from syditval.messages import texts
from syditval.model.cause import Shelter, Unguarded
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.model.report import Report
from tests.annotation.build import cell, drift_workbook, report
from tests.annotation.review_text import as_text

SV = texts("sv")


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"))


@pytest.mark.parametrize(
    ("gap", "row"),
    [
        (
            NotChecked(Reason.NO_TOTAL_ROW, table="budget", code="F101", message="Summarad saknas."),
            "Budget | F101 | Drift!A4:E8 [Drift!A4:E8] | Summarad saknas. | 1 | Summan stämmer inte med raderna",
        ),
        (
            NotChecked(Reason.UNREADABLE, "budget", cell("Drift!D6"), "V101", "Avvikelse", 3, "Oläsligt."),
            "Budget | V101 | Drift!D6 [Drift!D6] | Avvikelse | Oläsligt. | 3 | "
            "Avvikelsen stämmer inte med sina kolumner",
        ),
        (NotChecked(Reason.EMPTY_SHEET, subject="Blad2", message="Tomt."), "Blad2 | Tomt. | 1"),
    ],
)
def test_a_gap_is_told_with_its_place_as_far_as_it_has_one(told: Report, gap: NotChecked, row: str) -> None:
    assert as_text(gap_rows(replace(told, not_checked=(gap,)), SV)).splitlines() == [
        "",
        "Ej kontrollerat",
        "Tabell | Kod | Plats | Avser | Förklaring | Antal | Regel",
        row,
    ]


def test_amounts_that_are_guarded_too_little_are_told_with_their_cells(told: Report) -> None:
    weak = Unguarded("budget", Shelter.ONE_ROW, (cell("Drift!B5"), cell("Drift!B6")), 16, "Svagt.")
    rows = gap_rows(replace(told, not_checked=(), unguarded=(weak,)), SV)

    assert as_text(rows).splitlines()[3:] == ["Budget | Drift!A4:E8 [Drift!A4:E8] | B5:B6 | Svagt. | 2"]


def test_no_gaps_are_told_as_such(told: Report) -> None:
    assert as_text(gap_rows(replace(told, not_checked=()), SV)).splitlines() == [
        "",
        "Ej kontrollerat",
        "Ingenting i tabellerna har utelämnats.",
    ]
