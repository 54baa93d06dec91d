"""How much one table may ask for."""

from __future__ import annotations

import pytest

from syditval.diagnosis.effort import Effort, OutOfEffort


def test_a_budget_lasts_as_long_as_it_says() -> None:
    effort = Effort(3)

    effort.spend(2)
    effort.spend()
    with pytest.raises(OutOfEffort):
        effort.spend()


def test_what_is_asked_for_at_once_is_refused_at_once() -> None:
    with pytest.raises(OutOfEffort):
        Effort(3).spend(4)


def test_a_spent_budget_stays_spent() -> None:
    effort = Effort(0)

    for _ in range(2):
        with pytest.raises(OutOfEffort):
            effort.spend()
