"""Sheets written as text, so that a test's input reads like the table it is about.

One row a line, cells set off by ``|``; a line ``# Name`` begins a sheet. A cell is a number where it
reads as one with a decimal point and no spaces (``-43306``, ``13.9``), ``13.9%`` is 0.139 with a per
cent format, ``=SUM(B2:B3) -> 12`` a formula with its cached value and ``=A1`` one without,
``#DIV/0!`` an error value, ``"12"`` a text; anything else is text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from syditval.model.cells import Cell, CellKind, Sheet, Workbook

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)%")


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
            if cell := _cell(written.strip()):
                sheets.setdefault(name, {})[row, column] = cell
    return Workbook("test.xlsx", "0" * 64, 1, tuple(Sheet(name, cells) for name, cells in sheets.items()))


def sheet(text: str) -> Sheet:
    """The only sheet of a text."""
    (only,) = workbook(text).sheets
    return only


def _cell(written: str) -> Cell | None:
    if not written:
        return None
    if written.startswith("="):
        formula, _, cached = written.partition("->")
        value = _cell(cached.strip())
        return (
            Cell(value.kind, value.value, formula.strip(), value.number_format)
            if value
            else Cell(CellKind.NOT_CALCULATED, None, formula.strip())
        )
    return next(_plain(written))


def _plain(written: str) -> Iterator[Cell]:
    if _NUMBER.fullmatch(written):
        yield Cell(CellKind.NUMBER, Decimal(written))
    if match := _PERCENT.fullmatch(written):
        yield Cell(CellKind.NUMBER, Decimal(match[1]) / 100, None, "0.0%")
    if written.startswith("#") and written.endswith(("!", "?", "A")):
        yield Cell(CellKind.ERROR, written)
    yield Cell(CellKind.TEXT, written.strip('"'))
