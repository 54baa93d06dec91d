"""A formula evaluated on a sheet written as text, with the outcome as text."""

from __future__ import annotations

from syditval.formulas import Amount, Failure, FormulaBook, NotEvaluated, evaluate
from syditval.formulas.parse import parse
from syditval.model.cells import CellRef
from syditval.model.record import exact
from tests.text_tables import workbook

# Beside everything that a test's sheet holds.
HOME = CellRef("Sheet1", 1, 26)


def book_of(text: str) -> FormulaBook:
    """The formulas of a workbook from a text."""
    return FormulaBook(workbook(text))


def evaluated(formula: str, text: str = "1", home: CellRef = HOME) -> str:
    """What a formula gives on a sheet: digits, a quoted text, an error value, or ``? reason``."""
    try:
        result = evaluate(parse(formula, home.row, home.column), home, book_of(text))
    except NotEvaluated as reason:
        return f"? {reason.why}"
    if isinstance(result, Amount):
        return exact(result.settled)
    return result.name if isinstance(result, Failure) else repr(result)
