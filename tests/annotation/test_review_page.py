"""The whole page, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from syditval.annotation.review_page import Page, review_page
from syditval.messages import texts
from syditval.model.report import Report
from syditval.model.rule import Severity
from tests.annotation.build import cause, cell, drift_workbook, finding, report
from tests.annotation.review_text import as_text


@pytest.fixture
def told(tmp_path: Path) -> Report:
    """A report with a cause and a finding of each severity, under a hash that is the same in every run."""
    findings = [
        finding("Drift!C8"),
        replace(finding("'Läs mig'!A1", Severity.WARNING, "=1+1"), evidence=None, unit=""),
        finding("Drift!E6", Severity.NOTE),
    ]
    causes = [cause("Drift!C7", findings[0])]
    made = report(drift_workbook(tmp_path / "april.xlsx"), findings, causes=causes)
    return replace(made, inputs=(replace(made.inputs[0], sha256="ab" * 32),))


def page(told: Report, language: str = "sv") -> Page:
    return review_page(told, frozenset({cell("Drift!C8"), cell("'Läs mig'!A1")}), texts(language))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_tells_the_whole_report(
    told: Report, language: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"annotation/review.{language}.txt", as_text(page(told, language).rows) + "\n")


def test_the_area_of_the_findings_is_that_of_their_head_and_rows(told: Report) -> None:
    made = page(told)

    assert made.findings is not None
    block = made.rows[made.findings.top - 1 : made.findings.bottom]
    assert [row["severity"].value for row in block] == ["Allvar", "Fel", "Varning", "Notering"]
    assert (made.findings.left, made.findings.right) == (1, 12)


def test_the_kind_of_file_is_told_by_its_name(told: Report) -> None:
    file = replace(told.inputs[0], container="delimited")

    assert "\nInläst | textexport: 2 blad, 8 rader, 42 celler, 1 tal, 4 formler\n" in as_text(
        page(replace(told, inputs=(file,))).rows
    )


def test_without_findings_there_is_no_area_of_them(told: Report) -> None:
    made = page(replace(told, findings=()))

    assert made.findings is None
    assert "Iakttagelser | 0 fel, 0 varningar, 0 noteringar" in as_text(made.rows)
