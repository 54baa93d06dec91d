"""How finely figures are written: the step of a figure, and the habit of a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

# A place counts as a column's habit when at least this share of its figures, and two of them,
# are written to it: one stray long decimal must not change what a whole column means.
HABIT_SHARE = Decimal("0.05")
HABIT_FIGURES = 2


def places_of(value: Decimal) -> int:
    """How many decimals a stored value has; trailing zeros are not stored."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def step_of(places: int) -> Decimal:
    """The last place written with so many decimals: 0 gives 1, 2 gives 0.01."""
    return Decimal(1).scaleb(-places)


def column_step(places: Iterable[int]) -> Decimal:
    """The step of a column from the decimals of its figures, each at least 0.

    The finest place that is a habit; "12" in a one-decimal column is 12.0. A column of one
    figure has that figure's place, an empty one whole units.
    """
    counts = Counter(places)
    figures = counts.total()
    if figures == 1:
        return step_of(max(counts))
    wanted = max(Decimal(HABIT_FIGURES), HABIT_SHARE * figures)
    at_least = 0
    for place in sorted(counts, reverse=True):
        at_least += counts[place]
        if at_least >= wanted:
            return step_of(place)
    return step_of(0)
