"""A region as the search sees it."""

from __future__ import annotations

from syditval.aggregates import Axis, Lattice
from tests.aggregates.tables import lattice


def test_the_axes_are_called_as_reports_call_them() -> None:
    assert list(Axis) == ["column", "row"]


def test_nothing_is_stressed_withheld_or_a_share_unless_somebody_says_so() -> None:
    bare = Lattice([1], [2], {}, {}, {})

    assert not bare.stressed | bare.withheld | bare.shares
    assert bare.blocks == ()


STACKED = """
        | Budget | Utfall | Andel
Skola   | 512    | 487    | 95.1%
Vård    | 231    | 264    | 114.3%
        | Plan   | Bokfört
Gata    | 87     | x
Park    | 64     | 41
El      | 13     | 19
"""


def test_a_part_holds_some_rows_and_the_columns_that_have_figures_there() -> None:
    whole = lattice(STACKED)
    above, below = (whole.part(rows) for rows in whole.blocks)

    assert (above.rows, above.columns) == ([2, 3], [2, 3, 4])
    assert (below.rows, below.columns) == ([5, 6, 7], [2, 3])
    assert {**above.figures, **below.figures} == whole.figures


def test_and_what_is_known_of_its_places() -> None:
    whole = lattice(STACKED)
    above, below = (whole.part(rows) for rows in whole.blocks)

    assert above.shares == {(2, 4), (3, 4)}
    assert below.withheld == {(5, 3)}
    assert not above.withheld | below.shares
    assert above.blocks == below.blocks == ()
