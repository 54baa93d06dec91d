"""However often a rule sees something on a sheet, it is one finding at the first place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.checks.error_value_outside import RULE
from syditval.checks.occurrences import corner, finding_on
from syditval.model.cells import CellRef
from syditval.model.finding import Field
from tests.text_tables import sheet

SHEET = sheet("""
# Lars's blad
|
      |       | Uttag      | 1900-02-28 {date}
Summa | 12.50 | =B2/0 -> #DIV/0! | 3 {;;;}
      | 12    |            | =C3
""")


def test_it_stands_at_the_first_place_in_reading_order_with_the_count() -> None:
    found = finding_on(RULE, SHEET, [(4, 2), (3, 3), (3, 4)])

    assert found.cell == CellRef("Lars's blad", 3, 3)
    assert (found.fields["count"], found.fields["sheet"]) == (Decimal(3), "Lars's blad")
    assert (found.fields["rows"], found.fields["columns"]) == ("3-4", "B-D")


def test_it_is_the_rule_s_and_no_table_s() -> None:
    found = finding_on(RULE, SHEET, [(3, 3)])

    assert (found.code, found.name, found.severity, found.table) == ("H110", RULE.name, RULE.severity, "")


def test_its_name_is_that_of_the_sheet_and_outlives_the_address() -> None:
    assert finding_on(RULE, SHEET, [(3, 3)]).id == finding_on(RULE, SHEET, [(4, 2)]).id == "H110/Lars's blad"


@pytest.mark.parametrize(
    ("place", "field", "value"),
    [
        ((3, 2), "written", Decimal("12.50")),
        ((3, 1), "written", "Summa"),
        ((2, 4), "written", "1900-02-28"),
        ((3, 3), "written", "#DIV/0!"),
        ((3, 3), "formula", "=B2/0"),
        ((4, 4), "formula", "=C3"),
        ((3, 4), "format", ";;;"),
        ((9, 9), "written", ""),
    ],
)
def test_it_tells_what_stands_there(place: tuple[int, int], field: str, value: Field) -> None:
    assert finding_on(RULE, SHEET, [place]).fields[field] == value


def test_the_corner_of_a_sheet_is_its_first_cell_and_a1_where_there_is_none() -> None:
    assert corner(SHEET) == (2, 3)
    assert corner(sheet("# Tomt")) == (1, 1)
