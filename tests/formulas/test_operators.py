"""Operators on numbers, texts, blanks and error values; what depends on settings is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syditval.formulas.operators import apply, as_percent, negative, number
from syditval.formulas.results import Amount, Failure, NotEvaluated, Value

ERROR = Failure("#N/A")


def amount(digits: str) -> Amount:
    return Amount.of(Decimal(digits))


@pytest.mark.parametrize(
    ("left", "operator", "right", "result"),
    [
        (None, "+", amount("2"), "2"),
        (True, "+", amount("2"), "3"),
        (amount("1"), "/", amount("8"), "0.125"),
        (amount("0.1"), "*", amount("0.2"), "0.02"),
        (amount("-2"), "^", amount("3"), "-8"),
    ],
)
def test_arithmetic(left: Value, operator: str, right: Value, result: str) -> None:
    found = apply(operator, left, right)

    assert isinstance(found, Amount)
    assert found.value == Decimal(result)


@pytest.mark.parametrize(
    ("left", "operator", "right", "result"),
    [
        (amount("1"), "<", amount("2"), True),
        (amount("1"), ">=", amount("2"), False),
        (None, "=", amount("0"), True),
        (None, "=", "", True),
        ("Ja", "=", "JA", True),
        ("ja", "<>", "nej", True),
        ("1", "=", amount("1"), False),
        (Amount(Decimal("1e-17"), Decimal(1)), "=", amount("0"), True),
    ],
)
def test_comparisons(left: Value, operator: str, right: Value, result: bool) -> None:
    assert apply(operator, left, right) is result


def test_what_is_left_of_larger_amounts_is_as_uncertain_as_they_were() -> None:
    left = apply("-", amount("1000000"), amount("999999.99"))
    assert isinstance(left, Amount)
    assert left.size > 1_000_000

    magnified = apply("/", amount("1"), left)
    assert isinstance(magnified, Amount)
    assert magnified.size > 1_000_000 * magnified.value


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "^", "&", "=", "<"])
def test_an_error_value_is_the_result(operator: str) -> None:
    assert apply(operator, ERROR, amount("1")) is ERROR
    assert apply(operator, "text", ERROR) is ERROR
    assert negative(ERROR) is ERROR
    assert as_percent(ERROR, 1) is ERROR


@pytest.mark.parametrize(
    ("left", "operator", "right"),
    [
        ("1", "+", None),
        ("a", "<", "b"),
        (True, "=", "a"),
        (amount("1"), "&", "a"),
        (amount("0"), "^", amount("0")),
    ],
)
def test_what_depends_on_settings_is_not_evaluated(left: Value, operator: str, right: Value) -> None:
    with pytest.raises(NotEvaluated):
        apply(operator, left, right)


def test_signs_and_per_cent() -> None:
    assert negative(amount("5")) == Amount(Decimal(-5), Decimal(5))
    assert as_percent(amount("5"), 2) == Amount(Decimal("0.0005"), Decimal("0.0005"))
    assert number(None).value == 0
