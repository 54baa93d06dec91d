"""Bars of budget, outcome and forecast, line by line, on one scale with one zero axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from syditval.messages import Texts
from syditval.messages.amounts import written
from syditval.model.amounts import Figure
from syditval.model.table import Column, ColumnType, Row, RowRole, Table
from syditval.reports.table_facts import column_name

# Each series with the roles that its column may have, in the order of the bars.
SERIES = {"budget": ("budget",), "actual": ("actual", "booked"), "forecast": ("forecast",)}
FEWEST = 2

# All places and widths are in per cent of the drawing's width, so that it fits any page.
WHOLE = Decimal(100)
PLACES = Decimal("0.01")
# The room for each character of an amount beside its bar, and the most room for it on either side.
CHARACTER, MOST_ROOM = Decimal("2.1"), Decimal(36)

# An amount and how it is written.
Told = tuple[Decimal, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from ``left``, so wide; its amount stands at ``end``, the end that is not zero."""

    series: str
    name: str
    amount: str
    left: Decimal
    width: Decimal
    end: Decimal
    is_negative: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The bars of one line."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a table: its series with the headings of their columns, and where zero is."""

    series: Mapping[str, str]
    zero: Decimal
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts to places: ``low`` stands at ``start``, and ``high`` at ``end``."""

    low: Decimal
    high: Decimal
    start: Decimal
    end: Decimal

    def at(self, amount: Decimal) -> Decimal:
        """The place of an amount."""
        share = (amount - self.low) / (self.high - self.low)
        return (self.start + share * (self.end - self.start)).quantize(PLACES)

    def bar(self, series: str, name: str, told: Told) -> Bar:
        """The bar of an amount."""
        amount, text = told
        zero, end = self.at(Decimal(0)), self.at(amount)
        return Bar(series, name, text, min(zero, end), abs(end - zero), end, end < zero)


def chart_of(table: Table, words: Texts) -> Chart | None:
    """The chart of a table; None where it has no two of the columns, or no amounts in them."""
    columns = {series: column for series in SERIES if (column := _column(table, series))}
    rows = table.rows_with(RowRole.DETAIL)
    lines = [[_told(table.figure(row, column.role), words) for column in columns.values()] for row in rows]
    if len(columns) < FEWEST or not any(amount for line in lines for amount, _ in line):
        return None
    scale = _scale([each for line in lines for each in line])
    names = {series: column_name(table, column.role) for series, column in columns.items()}
    return Chart(
        names,
        scale.at(Decimal(0)),
        tuple(
            Line(_name(row, words), tuple(map(scale.bar, names, names.values(), line)))
            for row, line in zip(rows, lines, strict=True)
        ),
    )


def _column(table: Table, series: str) -> Column | None:
    amounts = (column for column in table.figure_columns if column.type is ColumnType.AMOUNT)
    return next((column for column in amounts if column.role in SERIES[series]), None)


def _name(row: Row, words: Texts) -> str:
    return row.label.strip() or words.get("page", "row", number=row.number)


def _told(figure: Figure, words: Texts) -> Told:
    """The length of a bar, and what is written beside it; nothing where the sheet has nothing."""
    if not figure.readable:
        return Decimal(0), words.get("page", "unreadable")
    return figure.amount, "" if figure.value is None else written(figure.value)


def _scale(told: Sequence[Told]) -> Scale:
    """From the smallest to the largest amount, zero among them, with room for what is written beside."""
    amounts = [amount for amount, _ in told]
    left, right = (
        max(
            (CHARACTER * (len(text) + 1) for amount, text in told if (amount < 0) is side), default=Decimal(0)
        )
        for side in (True, False)
    )
    low, high = min(Decimal(0), *amounts), max(Decimal(0), *amounts)
    return Scale(low, high, min(left, MOST_ROOM), WHOLE - min(right, MOST_ROOM))
