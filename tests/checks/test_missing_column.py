"""A required column that is not there is told at the table, by the heading that it should have."""

from __future__ import annotations

from dataclasses import replace

from syditval.checks.missing_column import RULE
from tests.checks.examined import SHIPPED, examined


def test_the_first_heading_of_the_schema_names_it() -> None:
    found = examined(RULE.bad)

    assert found.findings == ["error S002 A1"]
    assert found.sentences()[0] == (
        "The table has no column Avvikelse: add it, or name the heading it has in the kind's schema."
    )


def test_the_columns_that_are_there_are_checked_as_ever() -> None:
    found = examined(RULE.bad)

    assert found.verdicts("F101") == {"B5": "exact", "C5": "exact", "D5": "exact"}


def test_a_column_of_a_kind_without_headings_is_named_by_its_role() -> None:
    budget = SHIPPED[0]
    variance = budget.column("variance")
    assert variance is not None
    unnamed = replace(variance, headers=())
    columns = tuple(unnamed if column == variance else column for column in budget.columns)

    assert (
        "The table has no column variance:"
        in examined(RULE.bad, [replace(budget, columns=columns)]).sentences()[0]
    )


def test_an_optional_column_may_be_missing() -> None:
    assert examined(RULE.good).findings == []


def test_a_year_end_table_has_no_forecast_and_may_call_its_outcome_bokslut() -> None:
    found = examined("""
        Nämnd           | Budget 2023 | Bokslut 2023 | Avvikelse
        Kommunstyrelse  | 500         | 480          | 20
        Barn och skola  | 400         | 410          | -10
        Totalsumma      | 900         | 890          | 10
    """)

    assert (found.findings, found.gaps) == ([], [])
    assert set(found.verdicts("F101").values()) == set(found.verdicts("V101").values()) == {"exact"}
