"""Sheets written as text, so that a test's input reads like the table it is about.

One row a line, cells set off by ``|``; a line ``# Name`` begins a sheet.

    -43306, 13.9            a number: decimal point, no spaces
    13.9%                   the number 0.139 with a per cent format
    1652.37 {0}             a number with the number format ``0``
    =SUM(B2:B3) -> 12       a formula with its cached value
    =SUM(B2:B3)             a formula that was never calculated
    #DIV/0!                 an error value
    "12"                    a text that would otherwise be read as something else

Anything else is text as it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from syditval.model.cells import Cell, CellKind, Sheet, Workbook

_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(%?)(?:\s*\{(.+)\})?")
_ERROR = re.compile(r"#[A-Z/0?]+[!?A]")


def workbook(text: str) -> Workbook:
    """A workbook from a text; one sheet called Sheet1 where no line names any."""
    sheets: dict[str, dict[tuple[int, int], Cell]] = {}
    name, row = "Sheet1", 0
    for line in text.strip("\n").splitlines():
        if line.strip().startswith("# "):
            name, row = line.strip()[2:], 0
            sheets[name] = {}
            continue
        row += 1
        for column, written in enumerate(line.split("|"), start=1):
            if written.strip():
                sheets.setdefault(name, {})[row, column] = cell(written.strip())
    return Workbook("test.xlsx", "0" * 64, 1, tuple(Sheet(name, cells) for name, cells in sheets.items()))


def sheet(text: str) -> Sheet:
    """The only sheet of a text."""
    (only,) = workbook(text).sheets
    return only


def cell(written: str) -> Cell:
    """One cell from its text."""
    if written.startswith("="):
        formula, _, cached = (part.strip() for part in written.partition("->"))
        return replace(cell(cached) if cached else Cell(CellKind.NOT_CALCULATED, None), formula=formula)
    if match := _NUMBER.fullmatch(written):
        digits, percent, number_format = match.groups()
        value = Decimal(digits) / 100 if percent else Decimal(digits)
        return Cell(CellKind.NUMBER, value, None, number_format or ("0.0%" if percent else "General"))
    if _ERROR.fullmatch(written):
        return Cell(CellKind.ERROR, written)
    return Cell(CellKind.TEXT, written.strip('"'))
