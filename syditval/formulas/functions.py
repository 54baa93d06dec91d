"""The functions of formulas that are evaluated here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from syditval.formulas.additions import SUBTOTAL_OF_ALL, SUBTOTAL_OF_SHOWN
from syditval.formulas.operators import ZERO, add, number
from syditval.formulas.results import RECKONING, Amount, Failure, NotEvaluated, Value
from syditval.formulas.spreads import Spread
from syditval.formulas.tree import Why

Argument = Value | Spread
_MOST_PLACES = 15


def _sum(arguments: Sequence[Argument]) -> Value:
    counted = _counted(arguments)
    return counted if isinstance(counted, Failure) else counted[0]


def _average(arguments: Sequence[Argument]) -> Value:
    counted = _counted(arguments)
    if isinstance(counted, Failure):
        return counted
    total, count = counted
    if not count:
        return Failure("#DIV/0!")
    return Amount(RECKONING.divide(total.value, count), RECKONING.divide(total.size, count))


def _count(arguments: Sequence[Argument]) -> Value:
    counted = _counted(arguments)
    # COUNT passes over error values.
    if isinstance(counted, Failure):
        raise NotEvaluated(Why.FUNCTION, "COUNT")
    return Amount.of(Decimal(counted[1]))


def _counted(arguments: Sequence[Argument]) -> tuple[Amount, int] | Failure:
    """The sum of all arguments and how many numbers there are; an argument left out is a zero."""
    total, count = ZERO, 0
    for argument in arguments:
        part = argument.sum() if isinstance(argument, Spread) else _single(argument)
        if isinstance(part, Failure):
            return part
        total, count = add(total, part[0]), count + part[1]
    return total, count


def _single(value: Value) -> tuple[Amount, int] | Failure:
    return value if isinstance(value, Failure) else (number(value), 1)


def _least(arguments: Sequence[Argument]) -> Value:
    return _extreme(arguments, min)


def _greatest(arguments: Sequence[Argument]) -> Value:
    return _extreme(arguments, max)


def _extreme(arguments: Sequence[Argument], choose: Callable[..., Decimal]) -> Value:
    found: list[Decimal] = []
    size = Decimal(0)
    for argument in arguments:
        numbers = argument.numbers() if isinstance(argument, Spread) else _as_list(argument)
        if isinstance(numbers, Failure):
            return numbers
        found += numbers
        size = max(size, number(argument).size) if not isinstance(argument, Spread) else size
    chosen = choose(found, default=Decimal(0))
    return Amount(chosen, max(size, abs(chosen)))


def _as_list(value: Value) -> list[Decimal] | Failure:
    return value if isinstance(value, Failure) else [number(value).value]


def _subtotal(arguments: Sequence[Argument]) -> Value:
    code = arguments[0] if arguments else None
    if not isinstance(code, Amount) or code.value not in (SUBTOTAL_OF_ALL, SUBTOTAL_OF_SHOWN):
        raise NotEvaluated(Why.FUNCTION, "SUBTOTAL")
    total = ZERO
    for argument in arguments[1:]:
        if not isinstance(argument, Spread):
            raise NotEvaluated(Why.FUNCTION, "SUBTOTAL")
        part = argument.subtotal(shown_only=code.value == SUBTOTAL_OF_SHOWN)
        if isinstance(part, Failure):
            return part
        total = add(total, part)
    return total


def _absolute(arguments: Sequence[Argument]) -> Value:
    (value,) = _scalars(arguments, 1, "ABS")
    if isinstance(value, Failure):
        return value
    amount = number(value)
    return Amount(abs(amount.value), amount.size)


def _round(arguments: Sequence[Argument]) -> Value:
    """Rounded half away from zero. Where a reckoned amount lies half-way, doubles may go either way."""
    given = _scalars(arguments, 2, "ROUND")
    for each in given:
        if isinstance(each, Failure):
            return each
    amount, places = map(number, given)
    if places.value != places.value.to_integral_value() or abs(places.value) > _MOST_PLACES:
        raise NotEvaluated(Why.FUNCTION, "ROUND")
    step = Decimal(1).scaleb(-int(places.value))
    halves = RECKONING.divide(amount.settled, step) * 2
    is_stored = isinstance(arguments[0], Spread)
    if not is_stored and halves == halves.to_integral_value() and halves % 2:
        raise NotEvaluated(Why.TIE)
    return Amount.of(amount.settled.quantize(step, ROUND_HALF_UP, context=RECKONING))


def _scalars(arguments: Sequence[Argument], count: int, name: str) -> list[Value]:
    """Arguments that are one value each."""
    if len(arguments) != count:
        raise NotEvaluated(Why.FUNCTION, name)
    return [argument.only if isinstance(argument, Spread) else argument for argument in arguments]


FUNCTIONS: dict[str, Callable[[Sequence[Argument]], Value]] = {
    "ABS": _absolute,
    "AVERAGE": _average,
    "COUNT": _count,
    "MAX": _greatest,
    "MIN": _least,
    "ROUND": _round,
    "SUBTOTAL": _subtotal,
    "FALSE": lambda _: False,
    "SUM": _sum,
    "TRUE": lambda _: True,
}
