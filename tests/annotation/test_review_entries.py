"""Values, looks and links of single entries."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.annotation.review_columns import WIDTHS
from syditval.annotation.review_entries import (
    TEXT,
    Entry,
    amount,
    count,
    difference,
    head,
    place,
    ruled,
    tinted,
    unlinked,
)
from syditval.model.rule import Severity
from syditval.patching.fills import TINTS


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        ("43306", "#,##0"),
        ("-43306.00", "#,##0"),
        ("13.9", "#,##0.0"),
        ("0.25", "#,##0.00"),
        ("1E+3", "#,##0"),
        ("0.1234567891", "#,##0.00000000"),
    ],
)
def test_an_amount_shows_the_decimals_that_it_has(value: str, number_format: str) -> None:
    assert amount(Decimal(value)).look.number_format == number_format
    assert (
        difference(Decimal(value)).look.number_format == f"+{number_format};-{number_format};{number_format}"
    )


def test_an_amount_that_is_not_known_is_a_blank() -> None:
    assert amount(None) == Entry("")


def test_counts_are_numbers_and_places_are_links() -> None:
    assert count(12).value == 12
    assert place("Drift!C8").link == "Drift!C8"
    assert place("") == Entry("")


def test_a_place_without_a_workbook_leads_nowhere_and_looks_like_text() -> None:
    row = {"cell": place("Drift!C8"), "message": Entry("Fel")}

    assert unlinked(row) == {"cell": Entry("Drift!C8", TEXT), "message": Entry("Fel")}


def test_a_severity_stands_on_its_tint_with_a_capital() -> None:
    entry = tinted(Severity.WARNING, "varning")

    assert (entry.value, entry.look.fill) == ("Varning", TINTS[Severity.WARNING])


def test_a_head_is_set_like_what_stands_below_it() -> None:
    assert [head("Belopp", "right").look.align, head("Rad").look.align] == ["right", ""]


def test_a_row_is_ruled_through_all_visible_columns() -> None:
    row = ruled({"message": Entry("Rad")})

    assert list(row) == list(WIDTHS)
    assert [column for column, entry in row.items() if entry.value] == ["message"]
    assert {entry.look.line for entry in row.values()} == {TEXT.line}
