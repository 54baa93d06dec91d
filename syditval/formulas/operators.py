"""What the operators of formulas do with numbers, texts, blanks and error values."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from syditval.formulas.results import RECKONING, Amount, Failure, NotEvaluated, Value
from syditval.formulas.tree import Why

ZERO = Amount(Decimal(0), Decimal(0))
# A greater power says nothing of money.
LARGEST_EXPONENT = 100


def number(value: Value) -> Amount:
    """A value where a number is needed: a blank is zero.

    Raises NotEvaluated for text, which some settings read as a number and others do not.
    """
    if value is None:
        return ZERO
    if isinstance(value, bool):
        return Amount.of(Decimal(value))
    if isinstance(value, Amount):
        return value
    raise NotEvaluated(Why.TEXT)


def negative(value: Value) -> Value:
    """The value with the other sign."""
    if isinstance(value, Failure):
        return value
    amount = number(value)
    return Amount(amount.value.copy_negate(), amount.size)


def as_percent(value: Value, times: int) -> Value:
    """A value with so many per cent signs behind it."""
    if isinstance(value, Failure):
        return value
    amount = number(value)
    return Amount(amount.value.scaleb(-2 * times), amount.size.scaleb(-2 * times))


def apply(operator: str, left: Value, right: Value) -> Value:
    """What an operator makes of two values; an error value among them is the result."""
    for value in (left, right):
        if isinstance(value, Failure):
            return value
    if operator == "&":
        return _written(left) + _written(right)
    if operator in _ORDERS:
        return _compared(operator, left, right)
    return _ARITHMETIC[operator](number(left), number(right))


def _written(value: Value) -> str:
    """A value as it is joined to a text; how a number is written may depend on settings."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise NotEvaluated(Why.TEXT)


def _compared(operator: str, left: Value, right: Value) -> bool:
    """A comparison; which of two different texts comes first depends on the language."""
    if isinstance(left, Amount | None) and isinstance(right, Amount | None):
        difference = add(number(left), negated(number(right))).settled
        return _ORDERS[operator]((difference > 0) - (difference < 0))
    if operator not in ("=", "<>") or isinstance(left, bool) or isinstance(right, bool):
        raise NotEvaluated(Why.TEXT)
    is_number = isinstance(left, Amount) or isinstance(right, Amount)
    is_equal = not is_number and _written(left).casefold() == _written(right).casefold()
    return is_equal == (operator == "=")


def negated(amount: Amount) -> Amount:
    """An amount with the other sign."""
    return Amount(amount.value.copy_negate(), amount.size)


def add(left: Amount, right: Amount) -> Amount:
    """The sum of two amounts."""
    return Amount(RECKONING.add(left.value, right.value), RECKONING.add(left.size, right.size))


def _subtract(left: Amount, right: Amount) -> Amount:
    return add(left, negated(right))


def _multiply(left: Amount, right: Amount) -> Amount:
    return Amount(RECKONING.multiply(left.value, right.value), RECKONING.multiply(left.size, right.size))


def _divide(left: Amount, right: Amount) -> Value:
    if not right.settled:
        return Failure("#DIV/0!")
    quotient = RECKONING.divide(left.value, right.value)
    # Where the divisor is what is left of larger amounts, its noise is magnified.
    spread = RECKONING.divide(right.size, abs(right.value))
    size = RECKONING.multiply(RECKONING.divide(left.size, abs(right.value)), spread)
    return Amount(quotient, size)


def _power(left: Amount, right: Amount) -> Value:
    exponent = right.value
    if exponent != exponent.to_integral_value() or abs(exponent) > LARGEST_EXPONENT or not left.value:
        raise NotEvaluated(Why.NOT_UNDERSTOOD, "^")
    value = RECKONING.power(left.value, exponent)
    return Amount(value, max(abs(value), RECKONING.power(left.size, exponent)))


_ORDERS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}
_ARITHMETIC: dict[str, Callable[[Amount, Amount], Value]] = {
    "+": add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "^": _power,
}
