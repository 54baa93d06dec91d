"""Titles, heads and names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.annotation.review_blocks import head_row, head_texts, kind_name, remark, title
from syditval.annotation.review_columns import WIDTHS
from syditval.messages import texts
from tests.annotation.build import table
from tests.annotation.review_text import as_text

SV = texts("sv")


def test_a_block_begins_with_a_blank_row_and_its_title() -> None:
    assert as_text(title("tables", SV)) == "\nTabeller"


def test_a_head_stands_over_all_columns_and_over_numbers_to_the_right() -> None:
    row = head_row(head_texts({"cell": "range", "expected": "count", "unit": "period"}, SV))

    assert list(row) == list(WIDTHS)
    assert as_text([row]) == "Område | Antal | Period"
    assert [row[column].look.align for column in ("cell", "expected", "unit")] == ["", "right", "center"]


def test_a_head_over_other_values_than_usual_is_set_like_those() -> None:
    row = head_row({}, {"difference": "center"})

    assert [row[column].look.align for column in ("expected", "difference")] == ["right", "center"]


def test_a_remark_is_a_sentence() -> None:
    assert as_text([remark("no_tables", SV)]) == "Ingen tabell har känts igen."


@pytest.mark.parametrize(
    ("kind", "name"), [("investment", "Investering"), ("personnel", "Personnel"), ("KF-ram", "KF-ram")]
)
def test_a_kind_without_a_name_in_the_catalogue_goes_by_its_own(kind: str, name: str) -> None:
    assert kind_name(replace(table(), kind=kind), SV) == name
