"""The parts of a relation in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from syditval.checks.operands import named_operands
from syditval.model.relation import Form, Relation, Term
from syditval.model.table import Table
from syditval.recognition import regions_of
from tests.text_tables import workbook

TEXT = """
                | Q1  | Q2
Löner           | 512 | 498
Hyror           | 231 | 175
Hyresrabatt     | 31  | 12
El              | 87  | 61
                | 19  | 23
Summa           | 818 | 745
"""


def table() -> Table:
    (region,) = regions_of(workbook(TEXT))
    return region.table


def relation(
    target: tuple[int, str], parts: Sequence[tuple[int, str]], taken: Sequence[int] = ()
) -> Relation:
    figures = table().figures
    terms = tuple(Term(-1 if row in taken else 1, figures[row, role]) for row, role in parts)
    return Relation("F201", Form.SUM, "region", figures[target], terms)


def test_few_parts_are_named_with_their_rows_where_the_sum_runs_down() -> None:
    said = named_operands(relation((7, "B"), [(2, "B"), (3, "B"), (4, "B")], taken=[4]), table())

    assert said["target"] == "Summa (B7)"
    assert said["parts"] == "Löner (B2) + Hyror (B3) - Hyresrabatt (B4)"
    assert (said["first"], said["last"]) == ("Löner (B2)", "Hyresrabatt (B4)")


def test_with_their_columns_where_it_runs_along_a_row() -> None:
    assert named_operands(relation((2, "C"), [(2, "B")]), table())["parts"] == "Q1 (B2)"


def test_a_part_that_nothing_names_has_its_address() -> None:
    assert named_operands(relation((7, "B"), [(5, "B"), (6, "B")]), table())["parts"] == "El (B5) + B6"


def test_of_many_parts_the_addresses_do() -> None:
    parts = [(row, "B") for row in range(2, 7)]

    assert named_operands(relation((7, "B"), parts), table())["parts"] == "B2:B6"
    assert named_operands(relation((7, "B"), parts, taken=[4]), table())["parts"] == "B2:B3, B5:B6 - B4"


def test_quotients_that_are_no_percentages_have_no_sign_of_one() -> None:
    plain = replace(relation((7, "B"), [(2, "B")]), per_cent=False)

    assert (
        named_operands(plain, table())["sign"],
        named_operands(relation((7, "B"), [(2, "B")]), table())["sign"],
    ) == ("", " %")
