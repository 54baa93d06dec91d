"""What a typist may have meant: whole numbers that are one keystroke away from the one that stands there.

Source: the kinds of typing errors, and how rarely others come about, that Statistics Netherlands
counted in financial survey forms (Scholtus 2009): a digit replaced, left out, interchanged, added.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from syditval.model.cause import Mechanism

# Digits of a common amount: a slip strikes each of them alike, however long the amount at hand is.
_DIGITS = 4.5


class Meant(NamedTuple):
    """A number that may have been meant, the slip that changed it, and the logarithm of its chance."""

    mechanism: Mechanism
    number: int
    log_chance: float


_CHANCES = {
    Mechanism.DIGIT_REPLACED: -log(9 * _DIGITS),
    Mechanism.DIGITS_SWAPPED: -log(_DIGITS - 1),
    Mechanism.DIGIT_ADDED: -log(10 * _DIGITS),
    Mechanism.DIGIT_LOST: -log(_DIGITS),
}


def meant_by(written: int, low: int, high: int) -> Iterator[Meant]:
    """Every number from ``low`` to ``high`` that one slip of the keyboard turns into ``written``.

    The sign is kept. No number is named twice with one mechanism.
    """
    if written < 0:
        for found in meant_by(-written, -high, -low):
            yield found._replace(number=-found.number)
        return
    searches = {
        Mechanism.DIGIT_REPLACED: _with_digit_replaced,
        Mechanism.DIGITS_SWAPPED: _with_digits_swapped,
        Mechanism.DIGIT_ADDED: _with_digit_taken,
        Mechanism.DIGIT_LOST: _with_digit_put_in,
    }
    for mechanism, search in searches.items():
        for number in sorted(set(search(written, max(low, 1), high))):
            yield Meant(mechanism, number, _CHANCES[mechanism])


def _with_digit_replaced(written: int, low: int, high: int) -> Iterator[int]:
    power = 1
    while power <= written:
        digit = written // power % 10
        least = max(-digit, -((written - low) // power))
        most = min(9 - digit, (high - written) // power)
        is_first = power * 10 > written
        for change in range(least, most + 1):
            # A number does not begin with 0, unless that is all of it.
            if change and not (is_first and power > 1 and digit + change == 0):
                yield written + change * power
        power *= 10


def _with_digits_swapped(written: int, low: int, high: int) -> Iterator[int]:
    power = 1
    while power * 10 <= written:
        last, first = written // power % 10, written // (power * 10) % 10
        number = written + (last - first) * 9 * power
        is_first = power * 100 > written
        if last != first and low <= number <= high and not (is_first and last == 0):
            yield number
        power *= 10


def _with_digit_taken(written: int, low: int, high: int) -> Iterator[int]:
    """Numbers of which ``written`` has one digit more."""
    power = 1
    while power <= written:
        number = written // (power * 10) * power + written % power
        is_whole = power * 10 > written and power > 1 and number < power // 10
        if low <= number <= high and not is_whole:
            yield number
        power *= 10


def _with_digit_put_in(written: int, low: int, high: int) -> Iterator[int]:
    """Numbers of which ``written`` has one digit less."""
    power = 1
    while power <= written * 10:
        start = written // power * power * 10 + written % power
        first = 1 if power > written else 0
        least, most = max(first, -((start - low) // power)), min(9, (high - start) // power)
        yield from (start + digit * power for digit in range(least, most + 1))
        power *= 10
