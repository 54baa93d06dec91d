"""How finely figures are written: the step of a figure, and the habit of a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from syditval.model.amounts import POWERS, Unit

# An öre is the smallest amount there is: the decimals that write it in each unit.
ORE_PLACES = {unit: 2 + power for unit, power in POWERS.items()}
# Percentages are stored as finely as a double goes; nobody means more than this.
PERCENT_PLACES = 8
# What lies closer to a whole öre than this part of it is what adding doubles left behind.
NOISE = Decimal("0.05")
# More digits than any figure in a workbook has.
MOST_DIGITS = 1000

# What is left of a double's fifteen digits once many of them have been added.
SIGNIFICANT_DIGITS = 12

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


def rounded(amount: Decimal, step: Decimal) -> Decimal:
    """An amount as it is printed to a step, the usual half up, however many digits it has."""
    with localcontext(prec=MOST_DIGITS):
        return amount.quantize(step, rounding=ROUND_HALF_UP)


def without_noise(amount: Decimal, unit: Unit) -> Decimal:
    """A stored amount without the binary noise below an öre; a real fraction of an öre stays."""
    if places_of(amount) <= ORE_PLACES[unit]:
        return amount
    ore = step_of(ORE_PLACES[unit])
    settled = rounded(amount, ore)
    return settled if abs(amount - settled) <= ore * NOISE else amount


def percent_without_noise(percentage: Decimal) -> Decimal:
    """A stored percentage, in per cent, no finer than anybody means it."""
    if places_of(percentage) <= PERCENT_PLACES:
        return percentage
    return rounded(percentage, step_of(PERCENT_PLACES))


def settled(amount: Decimal, size: Decimal) -> Decimal:
    """A stored amount among others as large as ``size``, without the noise of adding doubles.

    Doubles hold fifteen digits; sums of many lose two or three more. What lies below the twelfth digit
    of the largest amount around is nobody's figure.
    """
    digits = max(size, abs(amount)).adjusted() if size or amount else 0
    finest = SIGNIFICANT_DIGITS - 1 - digits
    if places_of(amount) <= max(0, finest):
        return amount
    return rounded(amount, step_of(max(0, finest)))


def money_step(step: Decimal, unit: Unit) -> Decimal:
    """The step of amounts written to ``step``: 0 where that is an öre, for such amounts are exact.

    Amounts with fractions of an öre are shares, which somebody will round to the öre.
    """
    ore = step_of(ORE_PLACES[unit])
    return Decimal(0) if step == ore else max(step, ore)
