"""How revenue and cost are signed, read from the figures of the lines."""

from __future__ import annotations

import pytest

from syditval.model.table import SignConvention
from syditval.recognition.signs import revenue_and_cost, sign_convention
from tests.recognition.found import scene_in, table_in

HEADER = "Benämning | Budget | Utfall | Prognos | Avvikelse\n"
PROJECTS = "Projekt | Budget | Bokfört | Återstår | Förbrukning % | Prognos | Avvikelse\n"


@pytest.mark.parametrize(
    ("lines", "sign"),
    [
        ("Intäkter | -900 | -300 | -950 | 50\nPersonal | 500 | 170 | 480 | 20", "revenue -, cost +"),
        ("Intäkter | 900 | 300 | 950 | 50\nPersonal | -500 | -170 | -480 | 20", "revenue +, cost -"),
        ("Intäkter | 900 | 300 | 950 | 50\nPersonal | 500 | 170 | 480 | 20", "revenue +, cost +"),
        ("Personal | 500 | 170 | 480 | 20\nLokaler | 500 | 170 | 480 | 20", "not determined"),
        ("Intäkter | -900 | -300 | -950 | 50\nPersonal | -500 | -170 | -480 | 20", "not determined"),
        ("Intäkter | - | - | - | -\nPersonal | 500 | 170 | 480 | 20", "not determined"),
        ("Intäkter | -900 | -300 | -950 | 50\nPersonal | 500 | 170 | -480 | 20", "revenue -, cost +"),
    ],
)
def test_a_budgets_convention_is_that_of_most_figures(lines: str, sign: str) -> None:
    assert table_in(HEADER + lines + "\nSumma | 1 | 1 | 1 | 1").sign == SignConvention(sign)


@pytest.mark.parametrize(
    ("budget", "sign"), [("3000", "outlay +"), ("-3000", "outlay -"), ("0", "not determined")]
)
def test_investments_are_outlays(budget: str, sign: str) -> None:
    lines = f"Skola | {budget} | {budget} | 2583 | 13.9 | {budget} | 0"

    assert table_in(PROJECTS + lines).sign == SignConvention(sign)


def test_computed_columns_have_no_say() -> None:
    lines = "Intäkter | -1 | | | 900\nPersonal | 1 | | | -900"

    assert table_in(HEADER + lines).sign is SignConvention.REVENUE_NEGATIVE


def test_totals_have_no_say() -> None:
    lines = "Intäkter | -1 | -1 | -1 | 0\nPersonal | 1 | 1 | 1 | 0\nSumma intäkter | 9 | 9 | 9 | 9\nTotalt | 9 | 9 | 9 | 9"

    assert table_in(HEADER + lines).sign is SignConvention.REVENUE_NEGATIVE


def test_lines_are_revenue_by_their_label_or_by_their_sections() -> None:
    scene = scene_in(
        HEADER
        + """Verksamhetens intäkter
        Statsbidrag            | -500 | -170 | -480 | 20
        Hyror                  | -100 | -30  | -100 | 0
        Kostnader
        Personal               | 500  | 170  | 480  | 20
        Intäkter, interna      | -10  | -3   | -10  | 0
        Resultat               | -110 | -33  | -110 | 0
        """
    )
    revenue, cost = revenue_and_cost(scene)

    assert [row.label for row in revenue] == ["Statsbidrag", "Hyror", "Intäkter, interna"]
    assert [row.label for row in cost] == ["Personal"]
    assert sign_convention(scene) is SignConvention.REVENUE_NEGATIVE
