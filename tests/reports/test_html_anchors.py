"""Where links to findings and tables lead."""

from __future__ import annotations

from syditval.reports.html_anchors import anchors_of
from tests.reports.example_causes import FAILURES
from tests.reports.example_pages import everything

ANCHORS = anchors_of(everything("en"))


def test_a_finding_is_found_at_its_cause() -> None:
    assert [ANCHORS.findings[FAILURES[name].id] for name in ("line", "forecast", "actual", "row")] == [
        "c1",
        "c1",
        "c2",
        "c3",
    ]


def test_one_without_a_cause_is_found_in_its_group_or_on_its_own() -> None:
    assert ANCHORS.findings[FAILURES["ratio"].id] == "g1"
    assert ANCHORS.findings["V101/budget/konto 30/9/-"] == "f10"


def test_every_finding_and_every_table_has_an_anchor() -> None:
    report = everything("en")

    assert set(ANCHORS.findings) == {finding.id for finding in report.findings}
    assert ANCHORS.tables == {"budget": "t1", "investment": "t2", "budget-2": "t3"}
