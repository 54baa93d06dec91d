"""A region as the search sees it."""

from __future__ import annotations

from syditval.aggregates import Axis, Lattice


def test_the_axes_are_called_as_reports_call_them() -> None:
    assert list(Axis) == ["column", "row"]


def test_nothing_is_stressed_withheld_or_a_share_unless_somebody_says_so() -> None:
    bare = Lattice([1], [2], {}, {}, {})

    assert not bare.stressed | bare.withheld | bare.shares
