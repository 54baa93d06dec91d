"""The formulas of a workbook: taken apart, evaluated where that is certain, followed to what they read."""

from syditval.formulas.book import FormulaBook, Place, SheetFormulas, Spot
from syditval.formulas.columns import Columns
from syditval.formulas.cycles import cycles
from syditval.formulas.evaluate import evaluate
from syditval.formulas.forms import Form
from syditval.formulas.results import Amount, Failure, NotEvaluated, Value
from syditval.formulas.tree import Why

__all__ = [
    "Amount",
    "Columns",
    "Failure",
    "Form",
    "FormulaBook",
    "NotEvaluated",
    "Place",
    "SheetFormulas",
    "Spot",
    "Value",
    "Why",
    "cycles",
    "evaluate",
]
