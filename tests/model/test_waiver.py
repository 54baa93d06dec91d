"""A waiver names a finding and gives a reason; by itself it holds always, for any amount, everywhere."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from syditval.model.waiver import Waived, Waiver, Waiving

WAIVER = Waiver("F101", "budget/total/actual", "Avrundning i huvudboken.")


def test_it_needs_no_more_than_a_finding_and_a_reason() -> None:
    assert (WAIVER.at_most, WAIVER.until) == (None, None)
    assert (WAIVER.who, WAIVER.workbook) == ("", "")


@pytest.mark.parametrize(
    ("pattern", "concerned"),
    [("", True), ("april.xlsx", True), ("apr*.xlsx", True), ("maj*", False), ("APRIL.xlsx", False)],
)
def test_it_concerns_every_workbook_or_those_of_a_name(pattern: str, concerned: bool) -> None:
    assert replace(WAIVER, workbook=pattern).concerns("april.xlsx") is concerned


def test_it_is_one_value_that_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        WAIVER.reason = ""  # type: ignore[misc]


def test_a_waiver_that_names_a_finding_may_hold_be_exceeded_or_have_expired() -> None:
    assert {Waived(WAIVER, waiving).waiving.value for waiving in Waiving} == {"waived", "exceeded", "expired"}
