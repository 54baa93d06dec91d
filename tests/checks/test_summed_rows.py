"""Which cells some sum takes up, and at which its range ends."""

from __future__ import annotations

from syditval.checks.audit import Audit
from syditval.checks.summed_rows import SummedRows
from tests.text_tables import workbook

BOOK = """
1 | 1 | =SUM(A1:A3) -> 6
2 | 1 | =SUM(A3:A4) -> 7
3 | 1 | =SUM(B2:B2) -> 1
4 | 1
5 | 1
=A5+A1 -> 6
"""


def test_cells_of_ranges_of_two_rows_or_more() -> None:
    rows = SummedRows(Audit(workbook(BOOK)))

    assert [row for row in range(1, 8) if rows.holds("Sheet1", row, 1)] == [1, 2, 3, 4]
    assert [row for row in range(1, 8) if rows.holds("Sheet1", row, 2)] == []


def test_the_ends_of_ranges_and_cells_added_one_by_one_in_their_own_column() -> None:
    rows = SummedRows(Audit(workbook(BOOK)))

    assert [row for row in range(1, 8) if rows.borders("Sheet1", row, 1)] == [1, 3, 4, 5]
    assert [row for row in range(1, 8) if rows.borders("Sheet1", row, 2)] == []
