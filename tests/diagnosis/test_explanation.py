"""What an explanation says of its cells."""

from __future__ import annotations

from decimal import Decimal

from syditval.diagnosis.explanation import Explanation, Mend, Step
from syditval.model.cause import Mechanism
from tests.diagnosis.netted import at, told, told_explanation, told_values


def mend(address: str, low: int, high: int, value: int) -> Mend:
    return Mend(at(address), (Decimal(low), Decimal(high)), Decimal(value))


BOTH = Explanation(
    (
        Step(Mechanism.SIGN, (mend("E3", -6, -4, -5),), -2.0, -2.5, (at("B3"),)),
        Step(Mechanism.CELLS_SWAPPED, (mend("D2", 10, 10, 10), mend("B2", 20, 20, 20)), -3.0, -3.0),
    )
)


def test_it_weighs_as_much_as_its_steps() -> None:
    assert (BOTH.weight, BOTH.named) == (-5.0, -5.5)


def test_its_cells_are_those_that_are_wrong_and_not_those_that_show_it() -> None:
    assert told(BOTH.cells) == "B2 D2 E3"


def test_it_gives_each_of_them_a_value() -> None:
    assert told_values(BOTH.values) == "B2 20, D2 10, E3 -5"


def test_that_nothing_happened_changes_nothing() -> None:
    assert (Explanation(()).weight, Explanation(()).cells, Explanation(()).values) == (0, frozenset(), {})


def test_it_can_be_read() -> None:
    assert told_explanation(BOTH) == (
        "sign: E3 -5 [-6, -4] by B3 and cells swapped: D2 10 [10, 10], B2 20 [20, 20]"
    )
