"""Each function, called by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.formulas.functions import FUNCTIONS
from syditval.formulas.results import Amount, Failure, NotEvaluated, Value

ERROR = Failure("#N/A")


def called(name: str, *arguments: Value | int | str) -> Value:
    return FUNCTIONS[name]([Amount.of(Decimal(each)) if type(each) is int else each for each in arguments])


def test_every_function_but_count_hands_on_an_error_value() -> None:
    for name in ("SUM", "AVERAGE", "MIN", "MAX", "ABS"):
        assert called(name, ERROR) is ERROR
    assert called("ROUND", ERROR, 0) is ERROR
    with pytest.raises(NotEvaluated):
        called("COUNT", ERROR)


def test_numbers_as_arguments() -> None:
    for name, expected in {"SUM": "6", "AVERAGE": "2", "MIN": "1", "MAX": "3", "COUNT": "3"}.items():
        result = called(name, 1, 2, 3)
        assert isinstance(result, Amount)
        assert result.value == Decimal(expected)


@pytest.mark.parametrize(
    ("amount", "places", "rounded"), [("2.345", 2, "2.35"), ("-44", -1, "-40"), ("1.4", 0, "1")]
)
def test_rounding_away_from_the_half_is_certain(amount: str, places: int, rounded: str) -> None:
    value = Amount.of(Decimal(amount) + Decimal("0.0001"))
    result = FUNCTIONS["ROUND"]([value, Amount.of(Decimal(places))])

    assert isinstance(result, Amount)
    assert result.value == Decimal(rounded)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("ROUND", (1,)), ("ROUND", (1, 20)), ("ABS", (1, 2)), ("SUBTOTAL", ()), ("SUBTOTAL", (9, 1))],
)
def test_what_no_spreadsheet_program_would_take_is_not_evaluated(
    name: str, arguments: tuple[int, ...]
) -> None:
    with pytest.raises(NotEvaluated):
        called(name, *arguments)


def test_truth_values() -> None:
    assert (called("TRUE"), called("FALSE")) == (True, False)
