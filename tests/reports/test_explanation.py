"""One figure explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from syditval.model.amounts import Figure
from syditval.model.report import Report
from syditval.reports.explanation import render_explanation
from tests.reports.example_sums import summing
from tests.reports.papers import on_console


def figures(report: Report, address: str) -> list[Figure]:
    return [
        figure
        for table in report.tables
        for figure in table.figures.values()
        if figure.cell.address == address
    ]


def explained(address: str, language: str = "en") -> str:
    report = summing(language)
    return on_console(lambda console: render_explanation(report, figures(report, address), console))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_it_reads_as_agreed(golden: Callable[[str, str], None], language: str) -> None:
    golden(f"sums/explanation.{language}.text", explained("Drift!C11", language))


def test_what_the_figure_is_made_of_comes_before_what_is_made_of_it() -> None:
    heads = [line for line in explained("Drift!C6").splitlines() if " = " in line]

    assert heads == [
        "  result  C6 = C3:C5  Barn och utbildning",
        "  part  C11 = C6 + C9:C10  Summa",
        "  part  D6 = B6 - C6  Avvikelse",
    ]


def test_why_a_relation_was_not_judged_is_said() -> None:
    assert "F201, not checked: a figure cannot be read" in explained("Drift!E6")


def test_a_figure_in_no_relation_is_said_to_be_in_none() -> None:
    assert explained("Skolor!B10").splitlines() == [
        "Skolor!B10  Kontroll, Kronor, 4 711 kr",
        "  This figure takes part in no relation: nothing was found that it is made of,",
        "  or that is made of it.",
    ]
