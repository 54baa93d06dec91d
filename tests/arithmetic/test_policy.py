"""What is assumed of the rounding behind the printed figures."""

from __future__ import annotations

from syditval.arithmetic import NEAREST, Policy, RatioBasis, RoundingMode


def test_figures_are_rounded_to_the_nearest_and_percentages_are_of_the_amounts_behind_them() -> None:
    assert Policy() == NEAREST
    assert (NEAREST.mode, NEAREST.ratio_basis) == (RoundingMode.NEAREST, RatioBasis.UNDERLYING)


def test_modes_and_bases_are_named_as_they_are_written_in_options() -> None:
    assert list(RoundingMode) == ["nearest", "truncation"]
    assert list(RatioBasis) == ["underlying", "shown"]
