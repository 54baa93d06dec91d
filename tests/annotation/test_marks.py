"""Which cells are marked, and in which order a note tells things."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.marks import marks
from syditval.annotation.review import items
from syditval.messages import texts
from syditval.model.finding import Finding
from syditval.model.report import Report
from syditval.model.rule import Severity
from tests.annotation.build import cause, drift_workbook, finding, report

TOTAL = finding("Drift!C8")


@pytest.fixture
def told(tmp_path: Path) -> Report:
    return report(drift_workbook(tmp_path / "april.xlsx"), [TOTAL], causes=[cause("Drift!C7", TOTAL)])


def marked(told: Report) -> list[tuple[str, str, str]]:
    """Address, severity and headline of each mark."""
    return [
        (mark.cell.address, mark.severity.value, mark.passage.headline) for mark in marks(told, texts("en"))
    ]


def test_causes_come_before_findings(told: Report) -> None:
    assert marked(told) == [
        ("Drift!C7", "error", "Cause (certain)"),
        ("Drift!C8", "error", "F101 error"),
    ]


def test_every_cell_that_is_wrong_is_marked_once(told: Report) -> None:
    (one,) = told.causes
    slips = (*one.slips, *one.slips, *cause("Drift!D7").slips)
    several = replace(told, causes=(replace(one, slips=slips, severity=Severity.WARNING),))

    assert marked(several)[:-1] == [
        ("Drift!C7", "warning", "Cause (certain)"),
        ("Drift!D7", "warning", "Cause (certain)"),
    ]


def test_alternatives_are_not_marked(told: Report) -> None:
    doubtful = replace(told.causes[0], alternatives=(cause("Drift!C5").slips,))

    assert marked(replace(told, causes=(doubtful,))) == marked(told)


def test_a_mark_knows_its_item_by_the_id_that_the_review_sheet_has_for_it(told: Report) -> None:
    assert [mark.item for mark in marks(told, texts("en"))] == list(items(told))


def test_a_finding_that_no_cause_explains_points_nowhere(told: Report) -> None:
    other = finding("Drift!D6", message="Something else.")
    *_, explained, alone = marks(replace(told, findings=(TOTAL, other)), texts("en"))

    assert "another cell" in explained.passage.body
    assert "another cell" not in alone.passage.body


def test_a_finding_about_the_workbook_marks_no_cell(told: Report) -> None:
    links = Finding("H201", "H201", "x", Severity.WARNING, "", None, message="Links.")

    assert marked(replace(told, findings=(TOTAL, links))) == marked(told)
