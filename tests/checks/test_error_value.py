"""An error value is told at its cell, by its own name; it is neither blank nor zero."""

from __future__ import annotations

import pytest

from syditval.checks.error_value import RULE
from tests.checks.examined import examined


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#NAME?", "#N/A", "#VALUE!"])
def test_it_is_told_by_its_name(error: str) -> None:
    found = examined(RULE.bad.replace("#REF!", error))

    assert found.findings == ["error H101 C3"]
    assert found.sentences() == [
        f"Utfall on Personalkostnader holds the error value {error}: correct the formula that gives it.",
        "F101 at Sheet1!C5: Sheet1!C3 holds an error value.",
    ]


def test_that_of_a_formula_too() -> None:
    assert examined(RULE.bad.replace("#REF!", "=B3/0 -> #DIV/0!")).findings == ["error H101 C3"]


def test_in_a_total_it_is_told_there() -> None:
    found = examined(RULE.good.replace("Summa             | 0 ", "Summa             | #REF! "))

    assert found.findings == ["error H101 B5"]
    assert found.gaps == ["B5 F101 (error value)", "E5 V101 (error value)"]
