"""The axis of amounts: round ticks, nought among them, and a unit in which they are short."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.messages.amounts import GROUP
from syditval.web.screens.axis import axis_of

AMOUNTS = st.lists(st.decimals(-(10**13), 10**13, places=2), max_size=5)


def told(*amounts: str) -> list[str]:
    """The ticks for some amounts in kr, as they stand beside the axis."""
    axis = axis_of(map(Decimal, amounts))
    return [axis.told(tick).replace(GROUP, " ") for tick in axis.ticks]


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        (("43306000",), "0, 10 000, 20 000, 30 000, 40 000, 50 000"),
        (("-89000", "1200000"), "-500, 0, 500, 1 000, 1 500"),
        (("-43306000",), "-50 000, -40 000, -30 000, -20 000, -10 000, 0"),
        (("99999", "0.49"), "0, 20 000, 40 000, 60 000, 80 000, 100 000"),
        (("100000",), "0, 20, 40, 60, 80, 100"),
        (("1000000000",), "0, 200, 400, 600, 800, 1 000"),
        (("2.40",), "0, 1, 2, 3"),
        (("0.01",), "0, 1"),
        (("0",), "0, 1"),
        ((), "0, 1"),
    ],
)
def test_ticks_are_round_figures_from_nought_to_beyond_what_is_shown(
    amounts: tuple[str, ...], ticks: str
) -> None:
    assert ", ".join(told(*amounts)) == ticks


@given(AMOUNTS)
def test_nought_and_every_amount_have_their_place_and_ticks_are_few(amounts: list[Decimal]) -> None:
    axis = axis_of(amounts)

    assert 0 in axis.ticks
    assert list(axis.ticks) == sorted(axis.ticks)
    assert 2 <= len(axis.ticks) <= 8
    assert all(0 <= axis.share(amount) <= 1 for amount in amounts)


def test_amounts_are_told_in_whole_units_of_the_axis() -> None:
    axis = axis_of([Decimal(43_306_000)])

    assert axis.told(Decimal("14196512.50")) == f"14{GROUP}197"
    assert axis.told(Decimal(-100)) == "0"
    assert axis.told(Decimal(1_600_000), is_signed=True) == f"+1{GROUP}600"
    assert axis.told(Decimal(-434_000), is_signed=True) == "-434"
