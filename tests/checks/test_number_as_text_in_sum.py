"""An amount that is text counts for nothing in a sum: how much is missing is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.checks.number_as_text_in_sum import RULE, amount_in
from tests.checks.examined import examined


def test_it_is_told_at_the_text_with_the_sum_and_what_is_missing() -> None:
    found = examined(RULE.bad, ())

    assert found.findings == ["error H309 B3"]
    assert found.sentences()[0] == (
        'B3 holds "20" as text, so the sum in B5 over B2:B4 leaves it out: 20 is missing. Such cells here: 1.'
    )
    assert [cell.a1 for cell in found.checked.findings[0].related] == ["B5"]


def test_neighbours_in_one_sum_are_told_together_and_only_once_in_several_sums() -> None:
    found = examined('A | "1" | =SUM(B1:B2) -> 0\nB | "2" | =SUM(B1:B2) -> 0', ())

    assert found.findings == ["error H309 B1"]
    assert "Such cells here: 2." in found.sentences()[0]


def test_a_sum_on_another_sheet_is_named_with_it() -> None:
    found = examined('# Data\n"5"\n6\n# Summor\n=SUM(Data!A1:A2) -> 6', ())

    assert "the sum in Summor!A1 over A1:A2 leaves it out" in found.sentences()[0]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20", "20"),
        ("-20", "-20"),
        ("\u221220", "-20"),
        ("1 234", "1234"),
        ("12\u00a0345\u202f678", "12345678"),
        (" 12,5 ", "12.5"),
        ("12.50", "12.50"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
    ],
)
def test_amounts(text: str, amount: str) -> None:
    assert amount_in(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345"])
def test_what_may_be_either_of_two_amounts_stays_as_written(text: str) -> None:
    assert amount_in(text) == text


@pytest.mark.parametrize(
    "text", ["", "-", "0123", "12 34", "ca 20", "20 kr", "20%", "2024-01", "1e3", "٣", "1 234 56"]
)
def test_what_is_no_amount(text: str) -> None:
    assert amount_in(text) is None


@pytest.mark.parametrize(
    "sheet",
    [
        'A | "2024"\nB | 5\nSumma | =SUM(B1:B2) -> 5',
        'A | "20"\nB | 5\nSumma | =B2+5 -> 10',
        'A | "20"\nB | 5\nC | 6\nSumma | =SUM(B2:B3) -> 11',
        'A | "0510"\nB | 5\nSumma | =SUM(B1:B2) -> 5',
    ],
)
def test_headings_codes_and_texts_in_no_sum_are_not_told(sheet: str) -> None:
    assert [each for each in examined(sheet, ()).findings if "H309" in each] == []
