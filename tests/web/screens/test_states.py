"""How a month stands at a glance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from syditval.messages import texts
from syditval.model.rule import Severity
from syditval.store import Entry
from syditval.web.screens.states import SHAPES, State, state_of
from tests.web.screens.example_screens import APRIL, MONTHS, SLIP, found


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (MONTHS[0], State.CLEAN),
        (found(1, 1, 0, 0, 2), State.NOTE),
        (found(1, 1, 0, 1, 2), State.WARNING),
        (APRIL, State.ERROR),
        (MONTHS[2], State.REJECTED),
        (replace(APRIL, withdrawal=SLIP), State.WITHDRAWN),
        (replace(MONTHS[2], withdrawal=SLIP), State.WITHDRAWN),
    ],
)
def test_the_worst_of_an_entry_is_its_state(entry: Entry, state: State) -> None:
    assert state_of(entry) is state


def test_every_state_and_severity_has_a_word_and_a_shape_of_its_own() -> None:
    names = {*State, *Severity}

    assert set(texts("sv").entries["screen_state"]) == set(State)
    assert names <= SHAPES.keys()
    assert len(set(SHAPES.values())) == len(SHAPES)
