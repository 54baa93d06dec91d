"""What is told of findings and gaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.review_findings import finding_rows, not_checked_rows
from syditval.messages import texts
from syditval.model.cause import Shelter, Unguarded
from syditval.model.finding import Finding
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason
from syditval.model.report import Report
from syditval.model.rule import Severity
from tests.annotation.build import cell, drift_workbook, finding, report
from tests.annotation.review_text import as_text

SV = texts("sv")


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"), [finding("Drift!C8", message="Fel summa.")])


def test_a_finding_is_told_with_its_place_its_figures_and_its_note(told: Report) -> None:
    rows = finding_rows(told, frozenset({cell("Drift!C8")}), SV)

    assert as_text(rows).splitlines()[1] == (
        "Fel | F101 | Drift!C8 [Drift!C8] | Summa | Utfall 240430 | Fel summa. | -89 | -49 | 40 | 2.5 | tkr | ja"
    )


def test_a_finding_without_a_note_says_why(told: Report) -> None:
    assert as_text(finding_rows(told, frozenset(), SV)).endswith("| nej, cellen hade redan en not")


def test_one_about_the_workbook_leads_nowhere_and_speaks_of_no_note(told: Report) -> None:
    links = Finding("H201", "H201", "x", Severity.WARNING, "", None, message="Länkar.")

    assert as_text(finding_rows(replace(told, findings=(links,)), frozenset(), SV)).splitlines()[1] == (
        "Varning | H201 | arbetsboken | Länkar."
    )


def test_a_finding_without_figures_has_none(told: Report) -> None:
    bare = replace(told, findings=(replace(told.findings[0], evidence=None, unit=""),))

    assert as_text(finding_rows(bare, frozenset({cell("Drift!C8")}), SV)).endswith("| Fel summa. | ja")


def test_no_findings_are_told_for_what_they_are_worth(told: Report) -> None:
    assert as_text(finding_rows(replace(told, findings=()), frozenset(), SV)).endswith(
        "\nInga iakttagelser i det som har kontrollerats."
    )


@pytest.mark.parametrize(
    ("gap", "row"),
    [
        (
            NotChecked(Reason.NO_TOTAL_ROW, table="budget", code="F101", message="Summarad saknas."),
            "Budget | F101 | Drift!A4:E8 [Drift!A4:E8] | Summarad saknas. | 1",
        ),
        (
            NotChecked(Reason.UNREADABLE, "budget", cell("Drift!D6"), "V101", "Avvikelse", 3, "Oläsligt."),
            "Budget | V101 | Drift!D6 [Drift!D6] | Avvikelse | Oläsligt. | 3",
        ),
        (NotChecked(Reason.EMPTY_SHEET, subject="Blad2", message="Tomt."), "Blad2 | Tomt. | 1"),
    ],
)
def test_a_gap_is_told_with_its_place_as_far_as_it_has_one(told: Report, gap: NotChecked, row: str) -> None:
    rows = not_checked_rows(replace(told, not_checked=(gap,)), SV)

    assert as_text(rows).splitlines()[-1] == row


def test_amounts_that_are_guarded_too_little_are_told_with_their_cells(told: Report) -> None:
    weak = Unguarded("budget", Shelter.ONE_ROW, (cell("Drift!B5"), cell("Drift!B6")), 16, "Svagt.")
    rows = not_checked_rows(replace(told, not_checked=(), unguarded=(weak,)), SV)

    assert as_text(rows).splitlines()[3:] == ["Budget | Drift!A4:E8 [Drift!A4:E8] | B5:B6 | Svagt. | 2"]


def test_no_gaps_are_told_as_such(told: Report) -> None:
    assert as_text(not_checked_rows(replace(told, not_checked=()), SV)).endswith(
        "\nIngenting i tabellerna har utelämnats."
    )
