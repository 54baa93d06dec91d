"""What stands together on a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils.cell import get_column_letter

from syditval.aggregates import Aggregate, Axis
from syditval.model.relation import Form, Grounds
from syditval.recognition.blocks import blocks_of
from syditval.recognition.regions import number_sheets
from tests.text_tables import workbook

GROUNDS = Grounds("pair", 1, 1, 1, 1)
APART = """
Skola  | 512 | | 87 | Berga
Vård   | 231 | | 64 | Sofia

Kultur | 118 | | 41 | Åkra


Summa  | 743 | | 9  | Alla
"""


def blocks(text: str, aggregates: Iterable[Aggregate] = ()) -> list[str]:
    """The figures of each block of the only sheet."""
    (sheet,) = number_sheets(workbook(text))
    return [
        " ".join(f"{get_column_letter(column)}{row}" for row, column in block)
        for block in blocks_of(sheet, aggregates)
    ]


def test_a_table_is_one_block() -> None:
    assert blocks("Skola | 512 | 87\nVård | 231 | 64") == ["B1 C1 B2 C2"]


def test_two_rows_or_one_column_without_anything_part_blocks() -> None:
    assert blocks(APART) == ["B1 B2 B4", "D1 D2 D4", "B7", "D7"]


def test_figures_without_labels_of_their_own_belong_to_those_left_of_them() -> None:
    assert blocks("Skola | 512 | | 87\nVård | 231 | | 64") == ["B1 D1 B2 D2"]


def test_a_relation_that_reaches_across_joins_its_blocks() -> None:
    total = Aggregate(Form.SUM, Axis.COLUMN, 7, (1, 2), (2,), (), GROUNDS)

    assert blocks(APART, [total]) == ["B1 B2 B4 B7", "D1 D2 D4", "D7"]


def test_so_does_one_that_fails() -> None:
    across = Aggregate(Form.SUM, Axis.ROW, 2, (4,), (), (1,), GROUNDS)

    assert blocks(APART, [across]) == ["B1 D1 B2 D2 B4 D4", "B7", "D7"]


def test_a_pattern_does_not_join_the_blocks_at_its_several_crossings() -> None:
    pattern = Aggregate(Form.SUM, Axis.ROW, 2, (4,), (1, 7), (), GROUNDS)

    assert blocks(APART, [pattern]) == ["B1 D1 B2 D2 B4 D4", "B7 D7"]
