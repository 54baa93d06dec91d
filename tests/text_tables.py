"""Sheets written as text, so that a test's input reads like the table it is about.

The notation is that of the examples of rules: see ``syditval.model.example_text``.
"""

from __future__ import annotations

from syditval.model.cells import Sheet, Workbook
from syditval.model.example import Example
from syditval.model.example_text import parse_example


def example(text: str) -> Example:
    """The example that a text writes down. Raises ValueError for a statement that says nothing known."""
    read = parse_example(text)
    if read.others:
        raise ValueError(f"nothing is known of {', '.join(read.others)}")
    return read


def workbook(text: str) -> Workbook:
    """The workbook of a text."""
    return example(text).workbook


def recalculated(text: str) -> Workbook | None:
    """The workbook of a text as it is calculated again, or None where nothing says so."""
    return example(text).recalculated


def sheet(text: str) -> Sheet:
    """The only sheet of a text."""
    (only,) = workbook(text).sheets
    return only
