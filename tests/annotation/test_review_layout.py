"""Widths and heights: nothing is cut that could be seen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.annotation.review_columns import WIDTHS
from syditval.annotation.review_entries import PLAIN, STRONG, TITLE, Entry, amount, head, place
from syditval.annotation.review_layout import LINE_HEIGHT, height, widths


def test_columns_have_their_least_widths() -> None:
    assert (
        widths([{}, {"cell": Entry(""), "message": Entry("ord " * 99), "found": head("a long head")}])
        == WIDTHS
    )


@pytest.mark.parametrize(
    ("column", "entry", "width"),
    [
        ("found", amount(Decimal("-1234567890.25")), len("-1,234,567,890.25") + 2),
        ("found", amount(Decimal("1E+9")), len("1,000,000,000") + 2),
        ("cell", place("Investeringar!F10"), len("Investeringar!F10") + 1),
        ("cell", place("'Ett kalkylblad med långt namn'!C8:H140"), 22),
        ("earlier", Entry("Var förklarad."), 24),
    ],
)
def test_a_column_is_as_wide_as_what_should_not_be_broken(column: str, entry: Entry, width: int) -> None:
    assert widths([{column: entry}])[column] == width


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ({}, 1),
        ({"message": Entry("kort")}, 1),
        ({"message": Entry("ord " * 40)}, 4),
        ({"message": Entry("två\nrader")}, 2),
        ({"message": Entry("ord " * 40), "concerns": Entry("ord " * 40)}, 8),
        ({"severity": Entry("ord ord ord", STRONG)}, 1),
        ({"message": Entry("ord " * 40, PLAIN)}, 1),
        ({"expected": amount(Decimal(12))}, 1),
        ({"id": Entry("ord " * 40)}, 1),
    ],
)
def test_a_row_is_as_high_as_its_longest_wrapped_text(row: dict[str, Entry], lines: int) -> None:
    assert height(row, WIDTHS) == lines * LINE_HEIGHT


def test_a_row_of_large_type_is_higher() -> None:
    assert height({"ref": Entry("Granskning", TITLE)}, WIDTHS) == 24


def test_no_row_is_higher_than_a_row_can_be() -> None:
    assert height({"message": Entry("ord\n" * 100)}, WIDTHS) == 409
