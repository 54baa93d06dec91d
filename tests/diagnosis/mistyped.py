"""How a whole amount comes out when it is mistyped; None where that cannot happen to it."""

from __future__ import annotations

from decimal import Decimal
from math import exp, log
from random import Random

from tests.diagnosis.generated_tables import rounded

# With fewer digits a slip is no typing error but another number.
SMALLEST = 10


def digit_replaced(amount: Decimal, rng: Random) -> Decimal | None:
    """One digit typed as another."""
    digits = _digits(amount)
    place = rng.randrange(len(digits))
    return _amount(amount, _with_digit(digits, place, rng))


def digits_swapped(amount: Decimal, rng: Random) -> Decimal | None:
    """Two neighbouring digits the other way round."""
    digits = _digits(amount)
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = rng.choice(places)
    return _amount(amount, digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def digit_added(amount: Decimal, rng: Random) -> Decimal | None:
    """A digit too many."""
    digits = _digits(amount)
    place = rng.randint(0, len(digits))
    return _amount(amount, digits[:place] + rng.choice("0123456789") + digits[place:])


def digit_lost(amount: Decimal, rng: Random) -> Decimal | None:
    """A digit too few."""
    digits = _digits(amount)
    place = rng.randrange(len(digits))
    return _amount(amount, digits[:place] + digits[place + 1 :])


def sign_lost(amount: Decimal, _: Random) -> Decimal | None:
    """Minus for plus."""
    return -amount


def by_thousand(amount: Decimal, rng: Random) -> Decimal | None:
    """Typed in kronor among tkr, or in mkr."""
    return rounded(amount * rng.choice((Decimal(1000), Decimal("0.001")))) or None


def by_ten(amount: Decimal, rng: Random) -> Decimal | None:
    """The decimal mark one or two places off."""
    return rounded(amount * Decimal(rng.choice(("10", "0.1", "100", "0.01")))) or None


def two_digits(amount: Decimal, rng: Random) -> Decimal | None:
    """Two digits typed as others."""
    digits = _digits(amount)
    for place in rng.sample(range(len(digits)), 2):
        digits = _with_digit(digits, place, rng)
    return _amount(amount, digits)


def last_digit(amount: Decimal, rng: Random) -> Decimal | None:
    """Nothing but the last digit wrong."""
    digits = _digits(amount)
    return _amount(amount, _with_digit(digits, len(digits) - 1, rng))


def any_amount(amount: Decimal, rng: Random) -> Decimal | None:
    """Some other amount of about that size."""
    size = exp(rng.gauss(log(max(abs(float(amount)), SMALLEST)), 0.7))
    return Decimal(round(size)) * (-1 if amount < 0 else 1)


def _digits(amount: Decimal) -> str:
    return str(abs(int(amount)))


def _with_digit(digits: str, place: int, rng: Random) -> str:
    other = rng.choice([digit for digit in "0123456789" if digit != digits[place]])
    return digits[:place] + other + digits[place + 1 :]


def _amount(like: Decimal, digits: str) -> Decimal | None:
    """The amount with the sign of another; nobody types a leading nought."""
    if not digits or digits.startswith("0"):
        return None
    return Decimal(digits) * (-1 if like < 0 else 1)
