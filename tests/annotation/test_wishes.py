"""What is asked of a copy where nothing is asked."""

from __future__ import annotations

from syditval.annotation import Wishes
from syditval.annotation.review import CarriedOver


def test_by_default_cells_are_marked_and_nothing_else_is_told() -> None:
    assert Wishes() == Wishes(marks=True, ticks={}, uncovered=False, time="", carried=CarriedOver())


def test_wishes_share_nothing() -> None:
    assert Wishes().ticks is not Wishes().ticks
