"""What is known of a table before its figures are put in relation."""

from __future__ import annotations

import pytest

from syditval.model.table import RowRole
from tests.recognition.found import scene_in
from tests.seed import BUDGET, INVESTMENT


def test_basic_columns_are_the_amounts_that_are_not_computed() -> None:
    assert scene_in(BUDGET).basic_roles == ["budget", "actual", "forecast"]
    assert scene_in(INVESTMENT).basic_roles == ["budget", "booked", "forecast"]


def test_rows_and_figures_are_found_by_their_roles() -> None:
    scene = scene_in(INVESTMENT)
    (total,) = scene.rows_with(RowRole.TOTAL)

    assert [figure.written for figure in scene.figures_of([total], "percent")] == ["22,2"]
    assert len(scene.rows_with(RowRole.DETAIL, RowRole.TOTAL)) == 6


def test_a_column_is_found_by_its_role() -> None:
    assert scene_in(BUDGET).column("forecast").header == "Årsprognos"
    with pytest.raises(StopIteration):
        scene_in(BUDGET).column("percent")
