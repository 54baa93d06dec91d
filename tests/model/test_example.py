"""An example is a workbook, and by default nothing more is asked of it."""

from __future__ import annotations

from syditval.model.cells import Workbook
from syditval.model.example import Example


def test_only_the_workbook_has_to_be_given() -> None:
    book = Workbook("test.xlsx", "0" * 64, 1, ())

    assert Example(book) == Example(book, recalculated=None, waivers=(), others=(), months=(), decision="")
