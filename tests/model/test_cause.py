"""What a cause says of itself."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import pytest

from syditval.model.cause import POLICIES, Certainty, Mechanism, Obstacle, Shelter
from syditval.model.cells import CellRef
from syditval.model.record import SEVERAL, keyed
from tests.reports.example_causes import CAUSES


def test_the_cells_of_all_slips_are_wrong_and_the_first_is_where_the_cause_stands() -> None:
    certain, one_of = CAUSES["certain"], CAUSES["one of"]
    both = replace(certain, slips=(*certain.slips, *one_of.slips))

    assert [change.cell for change in both.changes] == [CellRef("Drift", 6, 4), CellRef("Drift", 11, 3)]
    assert both.primary == CellRef("Drift", 6, 4)


@pytest.mark.parametrize("values", [Mechanism, Certainty, Obstacle, Shelter])
def test_every_value_is_its_name_so_that_it_is_a_key(values: type[StrEnum]) -> None:
    assert [keyed(value) for value in values] == [value.name.lower() for value in values]


def test_several_is_no_mechanism() -> None:
    assert SEVERAL not in {keyed(mechanism) for mechanism in Mechanism}


def test_habits_of_rounding_are_the_only_policies() -> None:
    assert {Mechanism.CUT_OFF, Mechanism.ROUNDED_THEN_SUMMED} == POLICIES
