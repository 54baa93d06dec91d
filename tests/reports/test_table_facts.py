"""What is said of a table: where its unit comes from and what its difference columns rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from syditval.model.table import Basis, Difference, Table
from syditval.reports.page import Page
from syditval.reports.table_facts import column_name, table_facts
from tests.reports.example_reports import budget, investment, kronor
from tests.reports.papers import on_page


def fact(table: Table, name: str) -> str:
    """One fact about a table, in English."""
    found: Mapping[str, str] = {}

    def write(page: Page) -> None:
        nonlocal found
        found = dict(table_facts(table, page))

    on_page(write)
    return found[name]


@pytest.mark.parametrize(
    ("basis", "hits", "rows", "grounds"),
    [
        (Basis.FIGURES, 11, 11, "11 of 11 lines"),
        (Basis.HEADER, 3, 11, "by the heading; 3 of 11 lines"),
        (Basis.NEAREST, 6, 6, "by the nearest columns; 6 of 6 lines"),
        (Basis.KIND, 0, 0, "by the kind"),
    ],
)
def test_a_formula_is_given_with_what_it_rests_on(basis: Basis, hits: int, rows: int, grounds: str) -> None:
    formula = Difference("variance", "budget", "forecast", basis, hits, rows)

    assert (
        fact(replace(budget(), differences=(formula,)), "computed")
        == f"Avvikelse = Budget - Årsprognos ({grounds})"
    )


def test_a_formula_that_was_not_found_is_named_as_such() -> None:
    assert fact(replace(budget(), differences=(), undetermined=("variance",)), "computed") == (
        "Avvikelse = not determined"
    )


def test_columns_of_one_heading_are_told_apart_by_their_letters() -> None:
    assert column_name(investment(), "remainder") == "AVVIKELS E (D)"
    assert column_name(investment(), "variance") == "AVVIKELS E (G)"
    assert column_name(investment(), "forecast") == "PROGNO S HELÅR"


def test_a_column_without_a_heading_is_named_by_its_letter_and_a_missing_one_by_its_role() -> None:
    assert column_name(budget(), "label") == "A"
    assert column_name(budget(), "period_budget") == "period_budget"


def test_a_unit_that_was_not_read_is_called_assumed() -> None:
    assert fact(budget(), "unit") == "tkr, read at Drift!A2"
    assert fact(kronor(), "unit") == "kr, assumed: neither table nor sheet states one"


def test_what_is_not_known_is_said() -> None:
    assert fact(kronor(), "period") == "not stated"
    assert fact(kronor(), "signs") == "not determined"
