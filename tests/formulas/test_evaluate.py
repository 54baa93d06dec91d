"""Formulas are evaluated from the stored values of their cells, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syditval.formulas import FormulaBook, evaluate
from syditval.formulas.results import Amount
from syditval.model.cells import Cell, CellKind, CellRef, Sheet, Workbook
from tests.formulas.evaluated import evaluated

SHEET = """
# Sheet1
10 | 20  | text | #REF!
30 | 0.5 |      | 2024-01-31 {date}
5  | -8  | "7"  | =A1+1
# Blad 2
100
"""


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=1+2*3", "7"),
        ("=(1+2)*3", "9"),
        ("=-2^2", "4"),
        ("=2^3^2", "64"),
        ("=2^-1", "0.5"),
        ("=10-3-2", "5"),
        ("=50%+1", "1.5"),
        ("=200%%", "0.02"),
        ("=--3", "3"),
        ("=A1+B1", "30"),
        ("=A1-Z9", "10"),
        ("=$A$1*A2/B2", "600"),
        ("=A1/Z9", "#DIV/0!"),
        ("='Blad 2'!A1+1", "101"),
        ("='blad 2'!A1", "100"),
        ("=Z9", "0"),
        ("=C1", "'text'"),
        ('=C1&"!"&Z9', "'text!'"),
        ("=D1+1", "#REF!"),
        ("=#REF!+1", "#REF!"),
        ("=TRUE", "True"),
    ],
)
def test_operators_and_references(formula: str, result: str) -> None:
    assert evaluated(formula, SHEET) == result


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=SUM(A1:A3)", "45"),
        ("=SUM(A:A)", "45"),
        ("=SUM(1:1)", "#REF!"),
        ("=SUM(A1:B3,'Blad 2'!A1,3)", "160.5"),
        ("=SUM(C1:C3)", "0"),
        ("=SUM(A1,,A2)", "40"),
        ("=SUM(A3:A1)", "45"),
        ("=AVERAGE(A1:C3)", "9.5833333333333"),
        ("=AVERAGE(C1:C3)", "#DIV/0!"),
        ("=MIN(A1:B3)", "-8"),
        ("=MAX(A1:B3,100)", "100"),
        ("=MAX(C1:C3)", "0"),
        ("=COUNT(A1:C3)", "6"),
        ("=ABS(B3)", "8"),
        ("=ROUND(B2,0)", "1"),
        ("=ROUND(-B2,0)", "? half of a last place"),
        ("=ROUND(A1/A2,2)", "0.33"),
        ("=ROUND(A1*12.34,-1)", "120"),
        ("=IF(A1>B1,1,2)", "2"),
        ('=IF(Z9="","tom",1)', "'tom'"),
        ("=IF(C1=A1,1,2)", "2"),
        ("=IF(A1,1,2)", "1"),
        ("=IF(D1>0,1,2)", "#REF!"),
        ("=IFERROR(A1/0,7)", "7"),
        ("=IFERROR(A1/2,7)", "5"),
        ("=SUBTOTAL(9,A1:A3)", "45"),
    ],
)
def test_functions(formula: str, result: str) -> None:
    assert evaluated(formula, SHEET) == result


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("=VLOOKUP(A1,A1:B3,2)", "function"),
        ("=TODAY()", "function"),
        ("=IF(A1>0,1)", "function"),
        ("=SUBTOTAL(1,A1:A3)", "function"),
        ("=Budget", "defined name"),
        ("=SUM(Tabell1[Belopp])", "reference to a table"),
        ("=[1]Blad1!A1", "another workbook"),
        ("=SUM(Jan:Dec!A1)", "several sheets at once"),
        ("=A1:A3*2", "array"),
        ("=SUM(A1:A3*2)", "array"),
        ("=SUM({1,2})", "array"),
        ("=ROUND(A1:A3,0)", "array"),
        ("=SUM(D3:D3)", "formula without a result"),
        ("=SUM(D2:D2)", "date in arithmetic"),
        ("=C3*2", "text in arithmetic"),
        ("=C1>C2", "text in arithmetic"),
        ("=Saknas!A1", "formula not understood"),
        ("=A1 A2", "formula not understood"),
        ("=2^0.5", "formula not understood"),
        ("=10^9999", "formula not understood"),
        ("=1E999999*1E999999", "formula not understood"),
        ("=", "text of the formula not known"),
    ],
)
def test_what_is_not_certain_is_not_evaluated(formula: str, reason: str) -> None:
    assert evaluated(formula, SHEET) == f"? {reason}"


def test_a_sum_over_a_hidden_row_is_one_and_a_subtotal_over_it_is_not_evaluated() -> None:
    hidden = f"# Sheet1\n! hidden rows 2\n{SHEET.removeprefix(chr(10) + '# Sheet1' + chr(10))}"

    assert evaluated("=SUM(A1:A3)", hidden) == "45"
    assert evaluated("=SUBTOTAL(9,A1:A3)", hidden) == "? subtotal over hidden rows"
    assert evaluated("=SUBTOTAL(109,A1:A3)", hidden) == "15"


def test_precedents_are_taken_as_they_are_stored() -> None:
    assert evaluated("=A2*2", "1\n=A1+1 -> 7") == "14"


AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


def column_of(amounts: list[Decimal]) -> FormulaBook:
    cells = {(row, 1): Cell(CellKind.NUMBER, amount) for row, amount in enumerate(amounts, start=1)}
    cells[1, 2] = Cell(CellKind.NUMBER, Decimal(0), f"=SUM(A1:A{len(amounts)})")
    return FormulaBook(Workbook("test.xlsx", "0" * 64, 1, (Sheet("Sheet1", cells),)))


@given(st.lists(AMOUNTS, min_size=1, max_size=40))
def test_a_sum_is_the_exact_sum_of_the_decimals(amounts: list[Decimal]) -> None:
    book = column_of(amounts)
    home = CellRef("Sheet1", 1, 2)
    result = evaluate(book.form(home).tree, home, book)

    assert isinstance(result, Amount)
    assert result.value == sum(amounts, Decimal(0))
    assert result.size == sum(map(abs, amounts), Decimal(0))


@given(st.lists(AMOUNTS, min_size=2, max_size=20), st.data())
def test_operators_agree_with_decimals(amounts: list[Decimal], data: st.DataObject) -> None:
    expected, formula = amounts[0], f"={amounts[0]}"
    for amount in amounts[1:]:
        sign = data.draw(st.sampled_from("+-"))
        expected = expected + amount if sign == "+" else expected - amount
        formula += f"{sign}({amount})"

    assert evaluated(formula) == evaluated(f"={expected}")
