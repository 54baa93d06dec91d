"""What was not checked stands at a cell, at a table, or at both, or is a sheet."""

from __future__ import annotations

from syditval.model.cells import CellRef
from syditval.model.gap import NotChecked
from syditval.model.relation import Reason


def test_it_needs_no_more_than_a_reason() -> None:
    gap = NotChecked(Reason.NO_TOTAL_ROW)

    assert (gap.table, gap.cell, gap.code, gap.subject) == ("", None, "", "")
    assert (gap.detail, gap.message) == ("", "")


def test_it_is_of_one_thing_unless_it_says_of_how_many() -> None:
    cell = CellRef("Blad1", 3, 2)

    assert NotChecked(Reason.OUTSIDE_TABLES, cell=cell).count == 1
    assert NotChecked(Reason.OUTSIDE_TABLES, cell=cell, count=7).count == 7
