"""The rows of a region: what they are called, and what they are by the sums that were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from syditval.aggregates import Aggregate, Axis
from syditval.aggregates.words import names_of_which
from syditval.model.relation import Form
from syditval.model.table import Row, RowRole
from syditval.recognition.amount_text import is_nil
from syditval.recognition.headings import symbol
from syditval.recognition.numbers import Place
from syditval.recognition.regions import NumberSheet


def region_rows(
    sheet: NumberSheet, places: Sequence[Place], aggregates: Sequence[Aggregate]
) -> tuple[Row, ...]:
    """The rows that hold figures, each with its label, key and role.

    A total is made of other rows and part of none, a subtotal is both; a row that is named as a part
    of another and is not added is an of-which row.
    """
    down = [found for found in aggregates if found.axis is Axis.COLUMN and found.form is Form.SUM]
    totals = {found.target for found in down}
    parts = {part for found in down for part in found.parts}
    rows = sorted({row for row, _ in places})
    first = min(column for _, column in places)
    labels = {row: label_at(sheet, row, first)[1] for row in rows}
    return tuple(_keyed(Row(row, _role(row, labels[row], totals, parts), labels[row], "") for row in rows))


def label_at(sheet: NumberSheet, row: int, first: int) -> tuple[int, str]:
    """Column and text of what names a row: its first text, 0 and nothing where it has none.

    ``first`` is the first column of figures: what stands left of other figures, left of that, names
    those, unless nothing else names the row.
    """
    figures, withheld, cells = sheet.lattice.figures, sheet.lattice.withheld, sheet.grid.by_row[row]
    texts = [
        column
        for column, cell in sorted(cells.items())
        if cell.text.strip()
        and not is_nil(cell.text)
        and (row, column) not in figures
        and (row, column) not in withheld
    ]
    left = max((column for column in cells if column < first and (row, column) in figures), default=0)
    column = next((column for column in texts if column > left), next(iter(texts), 0))
    return column, " ".join(cells[column].text.split()) if column else ""


def _role(row: int, label: str, totals: set[int], parts: set[int]) -> RowRole:
    if row in totals:
        return RowRole.SUBTOTAL if row in parts else RowRole.TOTAL
    if row not in parts and names_of_which(label):
        return RowRole.OF_WHICH
    return RowRole.DETAIL


def _keyed(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows with their symbolic keys, numbered where a key comes again."""
    seen = Counter[str]()
    for row in rows:
        key = symbol(row.label) or "unlabelled"
        seen[key] += 1
        yield replace(row, key=key if seen[key] == 1 else f"{key}~{seen[key]}")
