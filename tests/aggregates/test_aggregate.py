"""A pattern of relations: where its cells stand, with which signs its parts enter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.aggregates import Aggregate, Axis
from syditval.aggregates.aggregate import BY_NAME
from syditval.model.relation import Form, Grounds

GROUNDS = Grounds("neighbours", agreeing=2, tried=3, witnesses=2, against_chance=5)
TOTAL = Aggregate(Form.SUM, Axis.COLUMN, 7, (4, 5, 6), (2, 3), (4,), GROUNDS)


def test_lines_are_rows_down_a_column_and_columns_along_a_row() -> None:
    assert TOTAL.place(7, 2) == (7, 2)
    assert replace(TOTAL, axis=Axis.ROW).place(7, 2) == (2, 7)


@pytest.mark.parametrize(
    ("form", "parts", "weights", "terms"),
    [
        (Form.SUM, (4, 5, 6), (), ((1, 4), (1, 5), (1, 6))),
        (Form.SUM, (4, 5, 6), (1, 1, -1), ((1, 4), (1, 5), (-1, 6))),
        (Form.DIFFERENCE, (4, 5), (), ((1, 4), (-1, 5))),
        (Form.AVERAGE, (4, 5), (), ((1, 4), (1, 5))),
        (Form.RATIO, (4, 5), (), ((1, 4), (1, 5))),
    ],
)
def test_parts_have_signs(
    form: Form, parts: tuple[int, ...], weights: tuple[int, ...], terms: tuple[tuple[int, int], ...]
) -> None:
    assert replace(TOTAL, form=form, parts=parts, weights=weights).terms == terms


def test_a_total_by_name_alone_is_only_suspected() -> None:
    assert not TOTAL.is_suspected
    assert replace(TOTAL, grounds=replace(GROUNDS, found=BY_NAME)).is_suspected
